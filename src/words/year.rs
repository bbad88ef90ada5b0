//! Financial years as they are written in both languages: `2019-20`, with a hyphen, never `2019 to 2020`.

/// The financial year that starts in April of `start`: 2019 is `2019-20`, 1999 is `1999-00`.
#[must_use]
pub fn financial(start: i32) -> String {
    format!("{start}-{:02}", (start.rem_euclid(100) + 1) % 100)
}

#[cfg(test)]
mod tests {
    use super::financial;

    #[test]
    fn the_second_year_has_two_digits() {
        assert_eq!(financial(2019), "2019-20");
        assert_eq!(financial(2008), "2008-09");
        assert_eq!(financial(1999), "1999-00");
        assert_eq!(financial(i32::MAX), "2147483647-48");
    }
}
