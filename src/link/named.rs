//! What the visitor called things, in a link: `name=Our+plan&p2-name=Family+centre`.
//!
//! A space is written `+`. Whatever has a meaning in an address is written as `~` and two hexadecimal digits, so that it comes through
//! mail programs that write `%26` for `&`.

use crate::scenario::Scenario;
use crate::scenario::id::DIGITS;
use crate::words::alphanumeric;

/// The key of the scenario's own name, and what ends the key of a programme's.
const NAME: &str = "name";

/// What a byte is written with that cannot stand for itself.
const MARK: u8 = b'~';

/// Writes the names there are.
pub(super) fn write(scenario: &Scenario, out: &mut String) {
    if let Some(title) = scenario.title() {
        out.extend(["&", NAME, "="]);
        escape(title, out);
    }
    for (slot, digit) in DIGITS.iter().enumerate() {
        if let Some(name) = scenario.name_of(slot) {
            out.extend(["&p", digit, "-", NAME, "="]);
            escape(name, out);
        }
    }
}

/// The scenario with what a part of a link names, where it names something.
pub(super) fn read(scenario: &Scenario, key: &str, value: &str) -> Option<Scenario> {
    let name = || super::unescape(&value.replace('+', " "), MARK);
    if key == NAME {
        return Some(scenario.with_title(&name()));
    }
    let slot = key.strip_prefix('p')?.strip_suffix(NAME)?.strip_suffix('-')?;
    let slot = DIGITS.iter().position(|digit| *digit == slot)?;
    Some(scenario.with_name_of(slot, &name()))
}

fn escape(text: &str, out: &mut String) {
    const HEX: [&str; 16] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
    for letter in text.chars() {
        if letter == ' ' {
            out.push('+');
        } else if alphanumeric(letter) || "-._,:;!()'/".chars().any(|known| known == letter) {
            out.push(letter);
        } else {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                out.extend(["~", HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
            }
        }
    }
}
