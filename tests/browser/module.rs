//! The contract as a module in a browser: what it answers and what it throws is what the native command answers.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::{Value, json};

use crate::facts::{Facts, command};
use crate::page::Page;
use crate::site::Site;

/// Calls the module with a request as JSON: `[answer, null]`, or `[null, what was thrown]`.
const CALL: &str = "const contract = await import('ROOT/contract.js');
    await contract.default({ module_or_path: 'ROOT/contract_bg.wasm' });
    const request = JSON.parse(arguments[1]);
    const given = arguments[0] === 'simulate' ? [request.scenario, request.draws, request.ties] : [request];
    try {
        return [contract[arguments[0]](...given), null];
    } catch (e) {
        return [null, { is_error: e instanceof Error, path: e.path, message: e.message, message_cy: e.message_cy }];
    }";

/// `import()` in a script of the driver has no address to start from, so it is given the module's own.
fn call(page: &Page, site: &Site, name: &str, request: &str) -> (Value, Value) {
    let script = CALL.replace("ROOT", &site.address("contract"));
    let answer = page.run_with(&script, &[name, request]);
    (answer[0].clone(), answer[1].clone())
}

/// Equal but for the last digits of a number.
fn alike(at: &str, module: &Value, command: &Value) {
    match (module, command) {
        (Value::Number(a), Value::Number(b)) => crate::facts::same(at, a.as_f64().expect("a number"), b.as_f64().expect("a number")),
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{at}");
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| alike(&format!("{at}.{i}"), a, b));
        }
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{at}");
            a.iter().for_each(|(key, a)| alike(&format!("{at}.{key}"), a, &b[key]));
        }
        (a, b) => assert_eq!(a, b, "{at}"),
    }
}

#[test]
fn the_module_answers_the_pages_requests_as_the_command_does() {
    let site = Site::serve();
    let page = Page::new();
    let mut calls = Vec::new();
    for room in [Room::Grant, Room::Numbers, Room::Targets, Room::Edge] {
        page.open(&site.room(room, Lang::En));
        let facts = Facts::of(&page);
        for name in facts.requests() {
            let (answer, thrown) = call(&page, &site, facts.call(name), &facts.request(name).to_string());
            assert_eq!(thrown, Value::Null, "{name}");
            alike(name, &answer, &facts.answer(name));
            calls.push(facts.call(name).to_owned());
        }
    }
    assert!(["project", "allocate", "calibrate", "solve"].iter().all(|call| calls.iter().any(|called| called == call)), "{calls:?}");

    let facts = Facts::of(&page);
    let request = json!({
        "scenario": facts.request("edge"), "vary": "levers.0.prevented", "between": [0, 1], "reach": { "path": "totals.npv", "value": 0 },
    });
    let (answer, thrown) = call(&page, &site, "solve", &request.to_string());
    assert_eq!(thrown, Value::Null);
    alike("solve", &answer, &command("solve", &request.to_string()));
    let (value, break_even) = (answer["value"].as_f64().expect("a value"), facts.out("break-even"));
    assert!((value - break_even).abs() < 1e-6, "solved {value}, on the page {break_even}");

    let mut scenario = facts.request("edge");
    let prevented = scenario["levers"][0]["prevented"].as_f64().expect("a share");
    scenario["ranges"] = json!({ "levers.0.prevented": [prevented / 2.0, prevented * 1.5], "cashable": [0, 1] });
    let request = json!({ "scenario": scenario, "draws": 300, "ties": [["cashable", "levers.0.prevented"]] });
    let (answer, thrown) = call(&page, &site, "simulate", &request.to_string());
    assert_eq!(thrown, Value::Null);
    alike("simulate", &answer, &command("simulate", &request.to_string()));
    page.assert_quiet(&site);
}

#[test]
fn what_the_module_throws_names_the_field_in_both_languages() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::Cy));
    let simulated = Facts::of(&page).request("edge");
    let mut asked = simulated.clone();
    asked["levers"][0]["prevented"] = json!(3);
    let cases = [
        ("project", asked, "levers.0.prevented"),
        ("calibrate", json!({ "opening": 1, "closing": 2 }), "exits"),
        ("allocate", json!({ "method": "pot", "pot": "lots", "areas": [] }), "pot"),
        ("solve", json!({}), "scenario"),
        ("simulate", json!({ "scenario": simulated, "draws": 0 }), "draws"),
    ];
    for (name, request, path) in cases {
        let (answer, thrown) = call(&page, &site, name, &request.to_string());
        assert_eq!(answer, Value::Null, "{name}");
        assert_eq!(thrown["is_error"], json!(true));
        let error = &command(name, &request.to_string())["error"];
        for key in ["path", "message", "message_cy"] {
            assert_eq!(thrown[key], error[key], "{name} {key}");
        }
        assert_eq!(thrown["path"], path);
        assert_ne!(thrown["message"], thrown["message_cy"]);
    }
    page.assert_quiet(&site);
}

/// Makes a simulation in pieces: how far it was after each, its answers half-way and at the end, and the last as numbers in a row.
const PIECES: &str = "const contract = await import('ROOT/contract.js');
    await contract.default({ module_or_path: 'ROOT/contract_bg.wasm' });
    const request = JSON.parse(arguments[0]);
    const simulation = new contract.Simulation(request.scenario, request.draws, request.ties);
    const made = [simulation.made];
    const half = (simulation.advance(request.draws / 2), simulation.answer());
    for (let more = true; more; made.push(simulation.made)) more = simulation.advance(64);
    const [draws, answer, flat] = [simulation.draws, simulation.answer(), simulation.flat()];
    simulation.free();
    return { made, draws, half, answer, flat: [...flat], is_flat: flat instanceof Float64Array };";

/// What a simulation of a request throws.
const REFUSED: &str = "const { Simulation } = await import('ROOT/contract.js');
    const request = JSON.parse(arguments[0]);
    try { new Simulation(request.scenario, request.draws, request.ties) } catch (e) { return [e.path, e.message, e.message_cy] }";

#[test]
fn a_simulation_in_pieces_answers_what_the_command_answers_in_one() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::En));
    let mut scenario = Facts::of(&page).request("edge");
    let prevented = scenario["levers"][0]["prevented"].as_f64().expect("a share");
    scenario["ranges"] = json!({ "levers.0.prevented": [prevented / 2.0, prevented * 1.5], "cashable": [0, 1] });
    let request = |draws: u32| json!({ "scenario": scenario, "draws": draws, "ties": null }).to_string();
    let found = page.run_with(&PIECES.replace("ROOT", &site.address("contract")), &[&request(400)]);
    assert_eq!(found["made"], json!([0, 264, 328, 392, 400]));
    assert_eq!(found["draws"], json!(400));
    alike("half", &found["half"], &command("simulate", &request(200)));
    alike("whole", &found["answer"], &command("simulate", &request(400)));
    assert_eq!(found["is_flat"], json!(true));
    assert_eq!(found["flat"][0], json!(400));
    alike("flat", &found["flat"][3], &found["answer"]["npv"][1]);
    // What cannot be answered is thrown when it is asked, as by the call.
    let thrown = page.run_with(&REFUSED.replace("ROOT", &site.address("contract")), &[&request(0)]);
    let error = &command("simulate", &request(0))["error"];
    assert_eq!(thrown, json!([error["path"], error["message"], error["message_cy"]]));
    page.assert_quiet(&site);
}
