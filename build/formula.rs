//! The little sums that a derived figure is worked out by: numbers, ids of other figures, `+ - * / ^`, brackets, and
//! `exit_rate(opening, closing, leaving)`. It is read when the crate is built; no parser ships.

/// Works out `formula`; `value_of` gives the value of another figure. An error says what is wrong.
pub fn evaluate(formula: &str, value_of: &mut dyn FnMut(&str) -> Result<f64, String>) -> Result<f64, String> {
    let mut sum = Sum { tokens: tokens(formula)?, at: 0, value_of };
    let value = sum.terms()?;
    match sum.peek() {
        None if value.is_finite() => Ok(value),
        None => Err(format!("`{formula}` comes to {value}, which is no number")),
        Some(rest) => Err(format!("`{formula}`: did not expect `{rest}`")),
    }
}

fn tokens(formula: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut rest = formula.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_alphanumeric() {
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len())
        } else if "+-*/^(),".contains(first) {
            1
        } else {
            return Err(format!("`{formula}`: `{first}` has no meaning here"));
        };
        found.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    Ok(found)
}

struct Sum<'a> {
    tokens: Vec<String>,
    at: usize,
    value_of: &'a mut dyn FnMut(&str) -> Result<f64, String>,
}

impl Sum<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.take(token) { Ok(()) } else { Err(format!("`{token}` is missing before {:?}", self.peek().unwrap_or("the end"))) }
    }

    fn terms(&mut self) -> Result<f64, String> {
        let mut value = self.factors()?;
        loop {
            if self.take("+") {
                value += self.factors()?;
            } else if self.take("-") {
                value -= self.factors()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn factors(&mut self) -> Result<f64, String> {
        let mut value = self.power()?;
        loop {
            if self.take("*") {
                value *= self.power()?;
            } else if self.take("/") {
                value /= self.power()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn power(&mut self) -> Result<f64, String> {
        let base = self.atom()?;
        if self.take("^") { Ok(base.powf(self.power()?)) } else { Ok(base) }
    }

    fn atom(&mut self) -> Result<f64, String> {
        if self.take("-") {
            return Ok(-self.atom()?);
        }
        if self.take("(") {
            let value = self.terms()?;
            self.expect(")")?;
            return Ok(value);
        }
        let word = self.peek().ok_or("the sum stops short")?.to_owned();
        self.at += 1;
        if word == "exit_rate" {
            self.expect("(")?;
            let opening = self.terms()?;
            self.expect(",")?;
            let closing = self.terms()?;
            self.expect(",")?;
            let leaving = self.terms()?;
            self.expect(")")?;
            return exit_rate(opening, closing, leaving);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return word.parse().map_err(|_| format!("`{word}` is not a number"));
        }
        if word.starts_with(|c: char| c.is_ascii_lowercase()) {
            return (self.value_of)(&word);
        }
        Err(format!("did not expect `{word}`"))
    }
}

/// The steady yearly rate of leaving at which `opening` children become `closing` while `leaving` leave and entries come evenly
/// (section 1 of the method): the one root of `r C(r) = leaving`, by bisection to the last digit.
fn exit_rate(opening: f64, closing: f64, leaving: f64) -> Result<f64, String> {
    let entries = closing - opening + leaving;
    let exits = |rate: f64| {
        let gone = -(-rate).exp_m1();
        opening * gone + entries * (1.0 - gone / rate)
    };
    let (mut low, mut high) = (1e-12, 60.0);
    if !(entries >= 0.0 && opening > 0.0 && leaving > 0.0 && exits(high) > leaving) {
        return Err(format!("no rate of leaving takes {opening} children to {closing} while {leaving} leave"));
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if exits(middle) < leaving { low = middle } else { high = middle }
    }
    Ok(f64::midpoint(low, high))
}
