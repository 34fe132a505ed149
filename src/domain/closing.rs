//! Closing a quarter: when its figures can be frozen, and when no more.

use chrono::NaiveDate;

use super::edition::Edition;

crate::word! {
    /// Why a quarter cannot be closed, or not again. Its text is `staff-not-closable-CODE`.
    NotClosable {
        /// It still runs.
        NotOver = "not_over",
        /// An event of it is still to come.
        ToCome = "to_come",
        /// It is closed: what is corrected needs a reason.
        ReasonMissing = "reason_missing",
        /// Names went meanwhile: who came again, and who for the first time, can no longer be counted.
        NamesGone = "names_gone",
    }
}

impl NotClosable {
    /// What to do about it, in English.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::NotOver => "the quarter is not over; close it after its last day",
            Self::ToCome => "an event of the quarter is still to come; close the quarter once it is over or called off",
            Self::ReasonMissing => "the quarter is closed; say why its figures are made anew (--reason)",
            Self::NamesGone => {
                "names of the quarter went with the time to keep them, so that its figures cannot be made anew; what was frozen stays as it is"
            }
        }
    }
}

/// What is looked at before a quarter is closed.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Which.
    pub edition: Edition,
    /// The day in Brussels.
    pub today: NaiveDate,
    /// Whether a published event of it is not over.
    pub has_to_come: bool,
    /// Whether it is closed.
    pub is_closed: bool,
    /// Whether somebody says why.
    pub has_reason: bool,
    /// Whether the time to keep names is over, or was, for all of it.
    pub names_gone: bool,
}

impl Standing {
    /// Whether the quarter can be closed now, for the first time or again.
    ///
    /// # Errors
    /// Why not.
    pub fn closable(&self) -> Result<(), NotClosable> {
        let checks = [
            (self.today <= self.edition.last_day(), NotClosable::NotOver),
            (self.has_to_come, NotClosable::ToCome),
            // What was frozen first is the best there is: later counts know fewer people.
            (self.is_closed && self.names_gone, NotClosable::NamesGone),
            (self.is_closed && !self.has_reason, NotClosable::ReasonMissing),
        ];
        checks.into_iter().find(|(stands, _)| *stands).map_or(Ok(()), |(_, why)| Err(why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_closed_after_its_last_day_and_again_only_with_a_reason() {
        let standing = |today: &str| Standing {
            edition: "2026-Q1".parse().unwrap(),
            today: today.parse().unwrap(),
            has_to_come: false,
            is_closed: false,
            has_reason: false,
            names_gone: true,
        };
        let (over, closed) = (standing("2026-04-01"), Standing { is_closed: true, ..standing("2026-04-01") });
        let cases = [
            (standing("2026-03-31"), Err(NotClosable::NotOver)),
            (over, Ok(())),
            (Standing { has_to_come: true, ..over }, Err(NotClosable::ToCome)),
            (closed, Err(NotClosable::NamesGone)),
            (Standing { names_gone: false, ..closed }, Err(NotClosable::ReasonMissing)),
            (Standing { names_gone: false, has_reason: true, ..closed }, Ok(())),
        ];
        for (standing, expected) in cases {
            assert_eq!(standing.closable(), expected, "{standing:?}");
        }
    }
}
