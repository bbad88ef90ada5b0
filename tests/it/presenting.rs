//! The last plan is offered and not imposed; a plan is presented, and what is shown meanwhile is no change of the visitor's.

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::plan::Deed;
use clorian::app::presenting::Act;
use clorian::app::update;
use clorian::link;
use clorian::present::Body;
use clorian::present::budget;
use clorian::present::budget::PlanView;
use clorian::present::budget::Shown;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::words::Lang;

const PLANNED: &str = "v1&horizon=7&p1=edge-of-care&name=Tŷ+newydd:+~22A~22&end";

fn then(state: State, message: Message) -> State {
    update(&state, message).unwrap_or(state)
}

fn act(state: State, act: Act) -> State {
    then(state, act.into())
}

fn opened(fragment: &str) -> State {
    then(State::new(Lang::En, Room::Budget), Message::Opened(fragment.to_owned()))
}

fn view(state: &State) -> PlanView {
    let Body::Question(question) = page(state).body else { panic!("no question") };
    *question.plan.unwrap()
}

#[test]
fn the_last_plan_is_offered_and_not_imposed() {
    let state = act(opened(""), Act::Offered(PLANNED.to_owned()));
    assert_eq!(*state.settled(), Scenario::default());
    assert!(view(&state).offer.is_some_and(|offer| offer.contains("Tŷ newydd: \"A\"")));
    let open = act(state.clone(), Act::Accepted);
    assert_eq!(*open.settled(), link::read(PLANNED).scenario);
    assert_eq!(view(&open).offer, None);
    assert!(open.history.can_undo());
    let declined = act(state.clone(), Act::Declined);
    assert_eq!((declined.settled(), view(&declined).offer), (state.settled(), None));
    assert_eq!(view(&opened("")).offer, None);
}

#[test]
fn a_presentation_steps_from_the_plan_in_hand_through_the_starting_points() {
    let state = act(opened("v1&horizon=7&name=Ours&own-W06000020-2019=children:483&end"), Act::Presented(true));
    let mine = state.settled().clone();
    let present = |state: &State| view(state).present;
    assert_eq!(present(&state).said, "Presenting: Ours");
    assert_eq!(present(&state).previous, None);
    let mut state = state;
    for link in budget::links() {
        let before = present(&state);
        assert_eq!(before.next, Some(Shown::Start(link)));
        state = then(state, Message::Plan(Deed::StartedFrom(link)));
        assert_ne!(present(&state).said, before.said);
        // The visitor's own figures stay with every starting point.
        assert_eq!(state.scenario.own(), mine.own());
    }
    assert_eq!(present(&state).next, None);
    let state = act(then(state, Message::Plan(Deed::StartedFrom(budget::links()[0]))), Act::Replayed(false));
    assert_eq!(present(&state).previous, Some(Shown::Own));
    let state = act(state, Act::Returned);
    assert_eq!((*state.settled() == mine, present(&state).said.as_str()), (true, "Presenting: Ours"));
    let left = act(state, Act::Presented(false));
    assert!(!present(&left).on);
}

#[test]
fn who_leaves_at_a_starting_point_has_their_own_plan_back_and_replays_their_own_change() {
    let (links, present) = (budget::links(), |state: &State| view(state).present);
    let mine = then(opened("v1&horizon=7&p1=edge-of-care&end"), Message::Stepped(Id::Horizon, 1));
    let own = mine.settled().clone();
    let shown = act(act(act(mine, Act::Presented(true)), Act::Showed(links[0])), Act::Showed(links[1]));
    assert!(*shown.settled() != own);
    // A starting point is nobody's change: there is nothing to replay.
    let still = act(shown.clone(), Act::Replayed(true));
    assert!(!present(&shown).replays && !present(&still).replaying && still.scenario == shown.scenario);
    // Back at the own plan, in the presentation and after it, the change is the visitor's.
    let back = act(shown.clone(), Act::Returned);
    let left = act(shown.clone(), Act::Presented(false));
    assert!(*left.settled() == own && !present(&left).on);
    for at_home in [back, act(left.clone(), Act::Presented(true))] {
        assert!(present(&at_home).replays);
        assert!((act(at_home, Act::Replayed(true)).scenario.value(Id::Horizon) - 7.0).abs() < 1e-9);
    }
    // It is one step, which can be taken back.
    assert_eq!(then(left, Message::Undone).settled(), shown.settled());
    // What the visitor changes while presenting stays when they leave.
    let changed = then(shown, Message::Stepped(Id::Horizon, 1));
    assert!(present(&changed).replays);
    assert_eq!(act(changed.clone(), Act::Presented(false)).settled(), changed.settled());
}

#[test]
fn a_replay_shows_what_was_before_and_changes_neither_address_nor_history() {
    let state = then(act(opened("v1&horizon=7&end"), Act::Presented(true)), Message::Stepped(Id::Horizon, 1));
    let (address, history) = (page(&state).fragment, state.history.clone());
    let before = act(state.clone(), Act::Replayed(true));
    assert!((before.scenario.value(Id::Horizon) - 7.0).abs() < 1e-9);
    assert_eq!((page(&before).fragment, &before.history), (address.clone(), &history));
    assert_eq!(view(&before).present.said, "Before the last change");
    let after = act(before.clone(), Act::Replayed(false));
    assert_eq!((after.scenario == state.scenario, page(&after).fragment, &after.history), (true, address, &history));
    // Leaving in the middle of it leaves nothing of it.
    assert_eq!(act(before, Act::Presented(false)).scenario, state.scenario);
    // With nothing changed there is nothing to replay.
    let unchanged = act(act(opened("v1&horizon=7&end"), Act::Presented(true)), Act::Replayed(true));
    assert!(!view(&unchanged).present.replaying && !view(&unchanged).present.replays);
}
