//! The visitor's own figures in a browser: real messy files, pasting, editing, undo, the link, the device, and the way to the other rooms.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Puts a file of these bytes (each given as its number) into the file box, as choosing one does.
const CHOOSE: &str = "const bytes = new Uint8Array(JSON.parse(arguments[0]));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'figures.csv'));
    const input = document.querySelector('#file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))";

/// Drops a text as a file.
const DROP: &str = "const transfer = new DataTransfer();
    transfer.items.add(new File([arguments[0]], 'dropped.csv'));
    document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))";

/// A file of many megabytes, made in the page: each row another year, place and number, over and over.
const CHOOSE_LARGE: &str = "const rows = ['place,year,figure,kind,value,per'];
    for (let i = 0; rows.length < 260000; i++) rows.push(`W0600${String(i % 25).padStart(4, '0')},${2003 + i % 98},placement,foster,${i},`);
    const transfer = new DataTransfer();
    transfer.items.add(new File([rows.join('\\n')], 'large.csv'));
    window.longest = 0;
    let last = performance.now();
    const tick = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; if (!window.done) setTimeout(tick, 0) };
    tick();
    const input = document.querySelector('#file'), size = transfer.files[0].size;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return size";

fn choose(page: &Page, bytes: &[u8]) {
    page.run_with(CHOOSE, &[&json!(bytes).to_string()]);
}

fn report(page: &Page) -> String {
    page.until("the file is read", || page.has("#report-said"));
    page.text("#report")
}

#[test]
fn a_file_of_torfaen_turns_every_room_to_its_own_figures() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Figures, Lang::En));
    let file = "\u{feff}place;year;figure;kind;value;per\r\nTor-faen;2018-19;children;;483;\r\n\r\nTorfaen;2018-19;entries;;120;\r\nTorfaen;2018-19;leavers;;100;\r\nTorfaen;;cost;residential;\u{a3}4,500.50;week\r\nNowhere;2019;children;;5;\r\nTorfaen;2019;children;;many;\r\n";
    choose(&page, file.as_bytes());
    let said = report(&page);
    assert!(said.contains("Row 7") && said.contains("Row 8") && said.contains("Nowhere") && said.contains("many"), "{said}");
    page.until("the place is Torfaen", || page.text("#own-says").contains("Torfaen"));
    assert!((page.out("own-children") - 483.0).abs() < 1e-9);
    assert!((page.out("own-cost-residential") - 4500.5 * 365.0 / 7.0).abs() < 1e-6);

    // In the other language the same is said in Welsh.
    page.click("#switch");
    page.until("the page is Welsh", || page.attribute("html", "lang").as_deref() == Some("cy"));
    assert!(report(&page).contains("Rhes 7"), "{}", report(&page));
    page.click("#switch");

    // The link carries them to the other rooms, which mark what rests on them.
    page.until("the address holds them", || page.address().contains("own-W06000020-2019=children:483,entries:120,leavers:100"));
    let fragment = page.address().split_once('#').map(|(_, fragment)| fragment.to_owned()).expect("a link");
    page.open(&format!("{}#{fragment}", site.room(Room::Edge, Lang::En)));
    page.until("the link is opened", || page.has("#own-said"));
    assert!([".rows .tag.own", "#headline .tag.own", "#chart-by-year .axis .tag.own"].iter().all(|css| page.has(css)));
    assert_eq!(page.value("#f-residential-cost").replace(',', ""), format!("{:.2}", 4500.5 * 365.0 / 7.0));
    page.assert_quiet(&site);
}

#[test]
fn a_whole_template_goes_along_to_the_other_rooms_of_the_tab_and_no_further() {
    let site = Site::serve();
    let (page, another) = (Page::new(), Page::new());
    let councils = (1..=24).filter(|council| ![7, 17].contains(council));
    let rows = councils.flat_map(|council| {
        (2018..=2020).map(move |year| format!("W060000{council:02},{year},children,,500,\nW060000{council:02},{year},leavers,,120,"))
    });
    let file: Vec<String> = std::iter::once("place,year,figure,kind,value,per".to_owned()).chain(rows).collect();
    let file = file.join("\n");
    for lang in Lang::ALL {
        let here = |room: Room| format!("{}#v1&place=W06000020&end", site.room(room, lang));
        page.open(&here(Room::Figures));
        page.settles_on("v1&place=W06000020&end");
        choose(&page, file.as_bytes());
        report(&page);
        page.click(&format!("[aria-labelledby=use] a[href*='{}']", Room::Numbers.folder(lang)));
        let rests = || page.has("html[data-running]") && page.has("#headline .tag.own");
        page.until("the room rests on them", rests);
        page.settles_on("v1&place=W06000020&end");
        // A plan beside another rests on the same.
        page.click(&format!("header a[href*='{}']", Room::Budget.folder(lang)));
        page.until("the budget rests on them", || page.has("#set-aside") && rests());
        page.click("#set-aside");
        page.until("it is set aside", || page.address().contains("&with&"));
        page.click("#to-compare");
        page.until("both are compared", || page.has("#table-results") && rests());
        assert_eq!(page.text("#out-spend-last-A"), page.text("#out-spend-last-B"));
        // The other of them opens with the same figures.
        page.type_in("#name-A", "Ours");
        page.until("the first has a name", || page.address().contains("name=Ours"));
        page.click("#budget-B");
        page.until("it is open in the whole budget", || page.has("#set-aside") && rests());
        page.click("#to-compare");
        page.until("both are compared again", || page.has("#table-results") && rests());
        // Nothing of it is left for whoever opens the same address.
        let address = page.address();
        for other in [&another, &page] {
            other.open(&address);
            other.until("it is opened", || other.has("#table-results"));
            assert!(!other.has("#own-said"));
        }
        assert_eq!(page.run("return sessionStorage.length"), json!(0));
        page.assert_quiet(&site);
    }
}

#[test]
fn a_figure_is_typed_taken_away_and_brought_back() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&own-W06000015-2019=children:900,entries:300,leavers:250&end", site.room(Room::Figures, Lang::En)));
    page.until("the figures stand", || page.has("#own-W06000015-2019-children"));
    page.type_in("#own-W06000015-2019-children", "9x");
    page.until("the mistake is told", || page.text("#own-W06000015-2019-children-error").contains("not a number"));
    page.type_in("#own-W06000015-2019-children", "950");
    page.until("the address holds it", || page.address().contains("children:950"));
    page.click("tbody tr:first-child button.quiet");
    page.until("it is gone", || !page.address().contains("children:"));
    page.click("#undo");
    page.until("it is back", || page.address().contains("children:950"));
    page.assert_quiet(&site);
}

#[test]
fn pasted_and_dropped_rows_are_read_too() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Figures, Lang::Cy));
    page.run("document.querySelector('#paste').closest('details').open = true");
    page.run("document.querySelector('#paste').value = 'Caerdydd\\t2024\\tplant\\t\\t1 047\\t\\nCasnewydd\\t2024\\tplant\\t\\t360\\t'");
    page.click("#read-paste");
    report(&page);
    page.until("both stand", || page.has("#own-W06000015-2024-children") && page.has("#own-W06000022-2024-children"));
    page.run_with(DROP, &["lle,blwyddyn,ffigur,math,gwerth,fesul\nConwy,2024,plant,,215,"]);
    page.until("the third stands", || page.has("#own-W06000003-2024-children"));
    // In either language whatever the page's, though only the texts of its own are loaded.
    let grants = "place,year,figure,kind,value,per\nCardiff,2019,grant,PDG Access,5000,\nCaerdydd,2019,grant,Gwasanaethau ymyl gofal,6000,\nCardiff,2019,grant,,7000,";
    page.run_with(DROP, &[grants]);
    page.until("both grants stand", || {
        ["pdg-access", "edge-of-care"].iter().all(|grant| page.has(&format!("#own-W06000015-2019-grant-{grant}")))
    });
    assert!(!page.has("#own-W06000015-2019-grant-pdg-lac"), "a grant without a name is none");
    assert_eq!(page.run("return performance.getEntriesByType('resource').filter(file => file.name.includes('texts-en-')).length"), 0);
    page.assert_quiet(&site);
}

#[test]
fn what_is_no_table_is_told_and_loses_nothing() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&own-W06000020-2019=children:483&end", site.room(Room::Figures, Lang::En)));
    page.until("the figure stands", || page.has("#own-W06000020-2019-children"));
    choose(&page, b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01");
    let picture = report(&page);
    choose(&page, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00");
    page.until("the spreadsheet is told", || report(&page) != picture);
    choose(&page, b"");
    page.until("the empty file is told", || report(&page).contains("empty") || report(&page).contains("nothing"));
    assert!(page.has("#own-W06000020-2019-children"), "the figure is lost");
    page.assert_quiet(&site);
}

#[test]
fn a_large_file_leaves_the_page_awake() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Figures, Lang::En));
    let bytes = page.run(CHOOSE_LARGE).as_u64().expect("a size");
    assert!(bytes > 5_000_000 && bytes < 20_000_000, "{bytes} bytes");
    page.until("progress is shown", || page.has("progress") || page.has("#report-said"));
    report(&page);
    page.run("window.done = true");
    assert!(page.run("return document.querySelectorAll('table.own tbody tr').length").as_u64().is_some_and(|rows| rows > 0 && rows <= 300));
    page.assert_quiet(&site);
}

#[test]
fn the_device_keeps_figures_only_when_asked() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&own-W06000020-2019=children:483&end", site.room(Room::Figures, Lang::En)));
    page.until("the figure stands", || page.has("#own-W06000020-2019-children"));
    assert_eq!(page.run("return localStorage.length"), json!(0));
    page.click("#keep");
    page.until("it is kept", || !page.text("#kept").is_empty());
    assert_eq!(page.run("return localStorage.length"), json!(1));
    // Another room offers them, and imposes nothing.
    page.open(&site.room(Room::Numbers, Lang::En));
    page.until("they are offered", || page.has("#offer"));
    assert!(!page.has("#own-said"));
    page.click("#use-kept");
    page.until("they are in the link", || page.address().contains("own-W06000020-2019=children:483"));
    page.open(&site.room(Room::Edge, Lang::Cy));
    page.until("they are offered there", || page.has("#forget-kept"));
    page.click("#forget-kept");
    page.until("they are forgotten", || page.run("return localStorage.length") == json!(0));
    assert!(!page.has("#offer"));
    page.assert_quiet(&site);
}
