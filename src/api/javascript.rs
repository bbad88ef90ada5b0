//! The contract for JavaScript: plain objects in, plain objects out, and an `Error` with `path`, `message` and `message_cy`.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::problem::{Kind, Problem};
use super::value::Value;
use super::{Call, Simulating, allocate, calibrate, project, simulate, solve};
use crate::words::Lang;

/// What every call takes and gives, for TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("contract.d.ts");

/// Year by year: children in care, spend, and what each lever costs and avoids.
///
/// # Errors
/// An `Error` that names the field.
#[wasm_bindgen(js_name = project, unchecked_return_type = "Projection")]
pub fn project_js(#[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: JsValue) -> Result<JsValue, JsValue> {
    answer(project, scenario)
}

/// The fan of a scenario whose numbers have ranges: percentiles of each year, the chance of saving, and what each number moves.
/// The path of an error is that of the request as one object, such as `scenario.ranges.levers.0.prevented`.
///
/// # Errors
/// An `Error` that names the field.
#[wasm_bindgen(js_name = simulate, unchecked_return_type = "Simulated")]
pub fn simulate_js(
    #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] draws: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string[][] | null")] ties: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Against | null")] against: JsValue,
) -> Result<JsValue, JsValue> {
    answer_value(simulate, &simulate_request(scenario, draws, ties, against)?)
}

fn simulate_request(scenario: JsValue, draws: JsValue, ties: JsValue, against: JsValue) -> Result<Value, JsValue> {
    let given = [("scenario", scenario), ("draws", draws), ("ties", ties), ("against", against)];
    let read = |(name, value)| read(value).map(|value| (name, value)).map_err(|problem| thrown(&problem.within(name)));
    given.into_iter().map(read).collect::<Result<Vec<_>, _>>().map(Value::map)
}

/// What `simulate` answers, a piece at a time, so that whoever calls can do something else in between: show how far it is, or give up.
/// However it is cut into pieces, the answer is the same. What it holds is given back by `free()`.
#[wasm_bindgen(js_name = Simulation)]
pub struct SimulationJs(Simulating);

#[wasm_bindgen(js_class = Simulation)]
impl SimulationJs {
    /// Reads a request; nothing is drawn yet. It throws what `simulate` throws.
    ///
    /// # Errors
    /// An `Error` that names the field.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Scenario")] scenario: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] draws: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string[][] | null")] ties: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Against | null")] against: JsValue,
    ) -> Result<Self, JsValue> {
        let request = simulate_request(scenario, draws, ties, against)?;
        Simulating::read(&request).map(|simulating| Self(simulating.of_every_result())).map_err(|problem| thrown(&problem))
    }

    /// Makes so many draws more, up to those asked for. Whether there are any left to make.
    pub fn advance(&mut self, draws: u32) -> bool {
        self.0.advance(draws)
    }

    /// How many draws have been made.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn made(&self) -> u32 {
        self.0.made()
    }

    /// How many draws were asked for.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn draws(&self) -> u32 {
        self.0.draws()
    }

    /// The answer, from the draws made so far.
    ///
    /// # Errors
    /// None that a plain object could have.
    #[wasm_bindgen(unchecked_return_type = "Simulated")]
    pub fn answer(&self) -> Result<JsValue, JsValue> {
        write(&self.0.answer())
    }

    /// The same and more as numbers in a row: draws made; chance of saving; NPV (each time the 10th, 50th, 90th percentile); how many years; for each
    /// year children, then cumulative net; how many swings; for each, the largest first, the position of its range (of a tie, the first it
    /// names) among the keys of `ranges`, and NPV at its lowest and highest. Then, each time three percentiles: the benefit-cost ratio; the payback
    /// year, counted from the first; for each year children fewer, net, spend without levers, with them, the bill of both, spend for each
    /// child-year without and with, the grant, child-years without and with, children at the
    /// close without, cost, avoided; how many levers; of all levers, then of each, the present values of cost, avoided and net; for each
    /// year the running total in the money of `prices`, what a pound of each year is worth in it; how many placements; for each year, of each of
    /// them with the levers, child-years and spending; and how many differences from `against`, and each in the order of [`crate::model::difference::NAMES`].
    #[must_use]
    pub fn flat(&self, #[wasm_bindgen(unchecked_optional_param_type = "number[] | null")] prices: Option<Vec<f64>>) -> Vec<f64> {
        self.0.flat(&prices.unwrap_or_default())
    }
}

/// Entries and the exit rate, from two counts a year apart and the exits between them.
///
/// # Errors
/// An `Error` that names the field.
#[wasm_bindgen(js_name = calibrate, unchecked_return_type = "Calibration")]
pub fn calibrate_js(#[wasm_bindgen(unchecked_param_type = "CalibrateRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    answer(calibrate, request)
}

/// The value of one number of a scenario at which an outcome is reached.
///
/// # Errors
/// An `Error` that names the field.
#[wasm_bindgen(js_name = solve, unchecked_return_type = "Solution")]
pub fn solve_js(#[wasm_bindgen(unchecked_param_type = "SolveRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    answer(solve, request)
}

/// A grant shared out among councils, to the penny or the pound.
///
/// # Errors
/// An `Error` that names the field.
#[wasm_bindgen(js_name = allocate, unchecked_return_type = "Allocation")]
pub fn allocate_js(#[wasm_bindgen(unchecked_param_type = "AllocateRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    answer(allocate, request)
}

fn answer(call: Call, request: JsValue) -> Result<JsValue, JsValue> {
    answer_value(call, &read(request).map_err(|problem| thrown(&problem))?)
}

fn read(value: JsValue) -> Result<Value, Problem> {
    serde_wasm_bindgen::from_value(value).map_err(|_| Kind::NotData.at(""))
}

fn answer_value(call: Call, request: &Value) -> Result<JsValue, JsValue> {
    write(&call(request).map_err(|problem| thrown(&problem))?)
}

fn write(answer: &Value) -> Result<JsValue, JsValue> {
    serde::Serialize::serialize(answer, &serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// A problem as an `Error` that JavaScript can throw.
fn thrown(problem: &Problem) -> JsValue {
    let error = JsValue::from(js_sys::Error::new(&problem.message(Lang::En)));
    for (name, value) in [("path", problem.path.clone()), ("message_cy", problem.message(Lang::Cy))] {
        // A fresh Error takes any property.
        let _ = js_sys::Reflect::set(&error, &name.into(), &value.into());
    }
    error
}
