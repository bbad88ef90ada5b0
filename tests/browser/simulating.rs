//! `www/simulate.js` as a page uses it: as a worker and, where workers are refused, as a script of the page; both tell what the native
//! command answers, neither keeps the page waiting, and what is no longer wanted is given up.

use clorian::api::{Simulating, Value as Tree};
use clorian::app::address::Room;
use clorian::app::fan::Fan;
use clorian::present::request;
use clorian::scenario::Scenario;
use clorian::words::Lang;
use serde_json::{Value, json};

use crate::page::Page;
use crate::site::Site;

/// Has `say(asked)` speak to whoever works it out, and `heard` hold all that is told, with when.
const AS_A_WORKER: &str = "window.heard = [];
    const named = document.querySelector('meta[name=simulate]');
    const worker = new Worker(named.content, { type: 'module' });
    worker.onmessage = ({ data }) => heard.push(data);
    window.say = asked => worker.postMessage(asked);";

/// Where workers are refused, `www/boot.js` loads the same file into the page at the first question, here one that is refused.
const AS_A_SCRIPT: &str = "window.heard = [];
    window.Worker = function () { throw new Error('refused'); };
    addEventListener('clorian-told', ({ detail }) => heard.push(detail));
    window.say = detail => dispatchEvent(new CustomEvent('clorian-ask', { detail }));
    say({ id: 0, scenario: '{}', draws: 1, ties: '' });
    const script = document.head.querySelector(`script[src='${document.querySelector('meta[name=simulate]').content}']`);
    await new Promise((loaded, failed) => { script.addEventListener('load', loaded); script.addEventListener('error', failed); });";

const WAYS: [&str; 2] = [AS_A_WORKER, AS_A_SCRIPT];

/// All that is told of a question until it is answered, `flat` as a list.
const ASK: &str = "const asked = { id: arguments[0], scenario: arguments[1], draws: Number(arguments[2]), ties: arguments[3] };
    const before = heard.length;
    say(asked);
    const mine = () => heard.slice(before).filter(told => told.id === asked.id);
    while (!mine().some(told => told.flat || told.error)) await new Promise(later => setTimeout(later, 5));
    return mine().map(({ flat, ...told }) => flat ? { flat: [...flat] } : told);";

fn ask(page: &Page, id: &str, scenario: &Value, draws: u32, ties: &str) -> Vec<Value> {
    let told = page.run_with(ASK, &[id, &scenario.to_string(), &draws.to_string(), ties]);
    told.as_array().cloned().unwrap_or_else(|| panic!("{told}"))
}

/// The plan of the edge-of-care page with two ranges.
fn plan() -> Value {
    let (wales, edge) = (Scenario::default(), request::edge(&Scenario::default()));
    let mut scenario: Value = serde_json::from_str(&request::written(&wales, &edge, &[]).to_json()).expect("JSON");
    let prevented = scenario["levers"][0]["prevented"].as_f64().expect("a share");
    scenario["ranges"] = json!({ "levers.0.prevented": [prevented / 2.0, prevented * 1.5], "cashable": [0, 1] });
    scenario
}

fn flat(told: &[Value]) -> Vec<f64> {
    let flat = told.last().and_then(|told| told["flat"].as_array()).unwrap_or_else(|| panic!("{told:?}"));
    flat.iter().filter_map(Value::as_f64).collect()
}

#[test]
fn either_way_tells_how_far_it_is_and_then_what_the_command_answers() {
    let site = Site::serve();
    for way in WAYS {
        let page = Page::new();
        page.open(&site.room(Room::Budget, Lang::En));
        let scenario = plan();
        page.run(way);
        for ties in ["", r#"[["cashable","levers.0.prevented"]]"#] {
            let told = ask(&page, "a", &scenario, 2500, ties);
            let made: Vec<u64> = told.iter().filter_map(|told| told["made"].as_u64()).collect();
            assert_eq!(made.last(), Some(&2500), "{told:?}");
            assert!(made.len() > 1 && made.is_sorted(), "{made:?}");
            let ties: Value = if ties.is_empty() { Value::Null } else { serde_json::from_str(ties).expect("JSON") };
            let request = json!({ "scenario": scenario, "draws": 2500, "ties": ties }).to_string();
            let Ok(request) = Tree::from_json(&request) else { panic!("{request}") };
            let Ok(simulating) = Simulating::read(&request) else { panic!("{request:?}") };
            let mut simulating = simulating.of_every_result();
            simulating.advance(2500);
            let (found, expected) = (flat(&told), simulating.flat(&[]));
            assert_eq!(found.len(), expected.len());
            found.iter().zip(&expected).for_each(|(found, expected)| crate::facts::same("flat", *found, *expected));
            assert!(Fan::read(&found).is_some_and(|fan| fan.draws == 2500), "{found:?}");
        }
        page.assert_quiet(&site);
    }
}

#[test]
fn what_is_refused_is_told_in_both_languages() {
    let site = Site::serve();
    for way in WAYS {
        let page = Page::new();
        page.open(&site.room(Room::Budget, Lang::Cy));
        let scenario = plan();
        page.run(way);
        let told = ask(&page, "a", &scenario, 0, "");
        let request = json!({ "scenario": scenario, "draws": 0 }).to_string();
        let expected = &crate::facts::command("simulate", &request)["error"];
        assert_eq!(told.len(), 1);
        for key in ["path", "message", "message_cy"] {
            assert_eq!(told[0]["error"][key], expected[key], "{key}");
        }
        // It goes on with what can be answered.
        assert_eq!(flat(&ask(&page, "a", &scenario, 100, "")).first(), Some(&100.0));
        page.assert_quiet(&site);
    }
}

#[test]
fn what_is_given_up_or_asked_anew_is_told_no_further() {
    let site = Site::serve();
    for way in WAYS {
        let page = Page::new();
        page.open(&site.room(Room::Budget, Lang::En));
        let scenario = plan().to_string();
        page.run(way);
        // Long enough that neither is done before it is given up.
        let after_giving_up = page.run_with(
            "const scenario = arguments[0];
            const rest = time => new Promise(later => setTimeout(later, time));
            const of = id => heard.filter(told => told.id === id);
            say({ id: 'given up', scenario, draws: 100000 });
            while (!of('given up').length) await rest(1);
            say({ id: 'given up', cancel: true });
            await rest(100);
            const told = of('given up').length;
            say({ id: 'anew', scenario, draws: 100000 });
            while (!of('anew').length) await rest(1);
            say({ id: 'anew', scenario, draws: 321 });
            while (!of('anew').some(told => told.flat)) await rest(5);
            await rest(300);
            return [of('given up').length - told, of('given up').some(told => told.flat), of('anew').filter(told => told.flat).map(told => told.flat[0])];",
            &[&scenario],
        );
        assert_eq!(after_giving_up, json!([0, false, [321]]));
        page.assert_quiet(&site);
    }
}

#[test]
fn the_page_goes_on_meanwhile() {
    let site = Site::serve();
    for way in WAYS {
        let page = Page::new();
        page.open(&site.room(Room::Budget, Lang::En));
        let scenario = plan();
        page.run(way);
        ask(&page, "first", &scenario, 1000, "");
        // Turns that the page had while ten thousand draws were made: in one piece there would be none.
        page.run("window.turns = 0; window.counting = setInterval(() => { turns += 1 }, 4)");
        ask(&page, "second", &scenario, 10_000, "");
        let turns = page.run("clearInterval(counting); return turns").as_u64().expect("a count");
        assert!(turns >= 3, "{turns}");
    }
}
