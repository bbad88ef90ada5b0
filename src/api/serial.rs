//! [`Value`] to and from serde, by hand, so that JSON and JavaScript share one reader and no other code is made for it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};

use crate::units::written::written;

use super::problem::{Kind, Problem};
use super::value::Value;

/// How many values may stand within one another. JavaScript can hand over a thing that contains itself.
const DEEPEST: u8 = 48;

impl Value {
    /// Reads one JSON document.
    ///
    /// # Errors
    /// A [`Problem`] with the line and column at which it stops being JSON.
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        serde_json::from_str(text).map_err(|error| Kind::NotJson { line: error.line(), column: error.column() }.at(""))
    }

    /// Writes JSON on one line, numbers as Rust writes them: the fewest digits that read back the same.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    /// By hand: `serde_json`'s writer is a kilobyte of the page, and a test holds the two to the same words.
    fn write(&self, json: &mut String) {
        match self {
            Self::Bool(true) => json.push_str("true"),
            Self::Bool(false) => json.push_str("false"),
            Self::Number(number) if number.is_finite() => match whole(*number) {
                Some(whole) => json.push_str(&whole.to_string()),
                None => json.push_str(&written(*number)),
            },
            Self::Null | Self::Number(_) => json.push_str("null"),
            Self::Text(text) => quote(text, json),
            Self::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    json.push(if at == 0 { '[' } else { ',' });
                    item.write(json);
                }
                json.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Map(entries) => {
                for (at, (name, value)) in entries.iter().enumerate() {
                    json.push(if at == 0 { '{' } else { ',' });
                    quote(name, json);
                    json.push(':');
                    value.write(json);
                }
                json.push_str(if entries.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

/// A text between quotation marks, with what JSON may not hold written as it asks.
fn quote(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            c if c < ' ' => {
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                json.push_str("\\u00");
                json.extend([digit(u32::from(c) / 16), digit(u32::from(c) % 16)]);
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => match whole(*number) {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                map.end()
            }
        }
    }
}

/// A whole number that is written without a decimal point: `2019`, not `2019.0`.
#[expect(clippy::cast_possible_truncation, reason = "the magnitude is checked first")]
fn whole(number: f64) -> Option<i64> {
    (number.abs() < 9.0e15 && number.fract().abs() <= 0.0).then_some(number as i64)
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Within(DEEPEST).deserialize(deserializer)
    }
}

/// Reads a value in which only so many more may stand within one another.
#[derive(Clone, Copy)]
struct Within(u8);

impl Within {
    fn inner<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Within {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

#[expect(clippy::cast_precision_loss, reason = "every number of the contract is a binary floating-point one")]
impl<'de> Visitor<'de> for Within {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("data")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let (inner, mut items) = (self.inner()?, Vec::new());
        while let Some(item) = sequence.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (inner, mut entries) = (self.inner()?, Vec::new());
        while let Some(name) = map.next_key()? {
            entries.push((name, map.next_value_seed(inner)?));
        }
        Ok(Value::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::Value;
    use proptest::prelude::*;

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            (-1_000_000..1_000_000_i32).prop_map(|number| Value::Number(f64::from(number))),
            (-1e6..1e6_f64).prop_map(Value::Number),
            any::<String>().prop_map(Value::Text),
        ];
        leaf.prop_recursive(3, 24, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
                prop::collection::vec((any::<String>(), inner), 0..5).prop_map(Value::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn json_is_what_serde_json_writes(value in values()) {
            prop_assert_eq!(value.to_json(), serde_json::to_string(&value).expect("JSON"));
        }
    }

    #[test]
    fn what_json_cannot_hold_is_written_as_it_asks() {
        let text = "\u{0}\u{1f}\u{7f}\"\\\n\r\t\u{8}\u{c} ŵ £";
        assert_eq!(Value::Text(text.to_owned()).to_json(), serde_json::to_string(text).expect("JSON"));
        assert_eq!(Value::Number(f64::NAN).to_json(), "null");
    }
}
