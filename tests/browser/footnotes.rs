//! Footnotes: from a result to its row of the evidence or its section of the method, and back to the result.

use clorian::app::address::Room;
use clorian::words::Lang;

use crate::page::Page;
use crate::site::Site;

/// The first footnote of a result.
fn note(result: &str) -> String {
    format!("#out-{result} ~ .footnotes a")
}

/// The address of a room's page with a hash, as a link on a page beside it has it.
fn beside(room: Room, lang: Lang, hash: &str) -> String {
    format!("../../{}#{hash}", room.folder(lang))
}

#[test]
fn a_footnote_leads_to_its_row_and_back() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&format!("{}#v1&stream=icf&end", site.room(Room::Grant, lang)));
        page.until("the stream is shown", || page.has("#out-stated"));
        page.click(&note("stated"));
        page.until("its row is in view", || page.has("[id='fund.icf'].at"));
        assert_eq!(page.focused(), "fund.icf");
        assert!(page.address().ends_with(&format!("{}#v1&stream=icf&end&at=fund.icf", Room::Evidence.folder(lang))), "{}", page.address());

        page.click("[id='fund.icf'] .used summary");
        let back = "[id='fund.icf'] .used a[href$='&at=out-stated']";
        assert_eq!(page.attribute(back, "href").as_deref(), Some(beside(Room::Grant, lang, "v1&stream=icf&end&at=out-stated").as_str()));
        page.click(back);
        page.until("the result is back", || page.has("#out-stated") && page.focused() == "out-stated");
        page.settles_on("v1&stream=icf&end");
        assert!(page.address().contains(&Room::Grant.folder(lang)), "{}", page.address());
        page.assert_quiet(&site);
    }
}

#[test]
fn a_row_leads_to_a_scenario_that_shows_what_rests_on_it() {
    let (site, page) = (Site::serve(), Page::new());
    let back = "[id='fund.icf'] .used a[href$='&at=out-stated']";
    for lang in Lang::ALL {
        let evidence = site.room(Room::Evidence, lang);
        for (opened, leads_to) in [
            ("", "v1&stream=icf&end"),
            // Another stream would not show it; the visitor's own scenario is kept wherever it does.
            ("#v1&rate=1200&end&at=fund.icf", "v1&stream=icf&end"),
            ("#v1&retained=0.1&stream=icf&end&at=fund.icf", "v1&retained=0.1&stream=icf&end"),
        ] {
            page.open(&format!("{evidence}{opened}"));
            page.until("the row leads back", || {
                page.attribute(back, "href") == Some(beside(Room::Grant, lang, &format!("{leads_to}&at=out-stated")))
            });
        }
        // A document leads to what is from it, and the counts of Wales to what rests on them.
        page.open(&evidence);
        for row in ["doc-statswales_ages", "counts"] {
            page.click(&format!("[id='{row}'] .used summary"));
            assert!(page.has(&format!("[id='{row}'] .used a[href*='{}']", Room::Numbers.folder(lang))), "{row}");
        }
        page.assert_quiet(&site);
    }
}

#[test]
fn a_result_leads_to_how_it_is_worked_out_and_back_by_the_browsers_button() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        // Followed in the moment of a change, it leads on with that.
        page.run(&format!("document.querySelector('#more-prevented').click(); document.querySelector('{}').click()", note("npv")));
        page.until("the section is there", || page.address().ends_with("&end&at=money"));
        assert!(page.address().contains(&format!("{}#v1&prevented=", Room::Method.folder(lang))), "{}", page.address());
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        page.click(&note("npv"));
        page.until("the section is in view", || page.has("#money:target"));
        assert!(page.address().contains(&Room::Method.folder(lang)), "{}", page.address());
        page.back();
        page.until("the result is back", || page.has(&note("npv")));

        page.open(&format!("{}#v1&prevented=0.25&end", site.room(Room::Edge, lang)));
        page.until("what was opened is shown", || {
            page.attribute(&note("npv"), "href") == Some(beside(Room::Method, lang, "v1&prevented=0.25&end&at=money"))
        });
        page.click(&note("npv"));
        page.until("the section is in view", || page.has("#money.at"));
        page.assert_quiet(&site);
    }
}
