//! Who is let in on a platform for members: whoever holds a mandate there that is in force, and whoever was called personally.
//!
//! The rule, in one place. Whoever holds a mandate on the day they are called (invited, or entered by hand) is called as a member,
//! whatever list the address was on: the call and the place it leads to rest on the mandate, and fall with its last day unless another
//! mandate there is in force. Whoever holds none on that day is called as a guest: that stands, whatever becomes of any mandate.
//! Which day it is, and which mandates there are, is handed in.

use chrono::NaiveDate;

use super::ids::OrganisationId;
use super::member::Mandate;
use super::platform::Audience;

crate::word! {
    /// What an invitation or a registration rests on.
    Basis {
        /// Somebody of the staff asked for this person, or anybody may come.
        Personal = "personal",
        /// A mandate on the platform's roster.
        Mandate = "mandate",
    }
}

/// Why a door is shut: what the roster says of the mandates that are not in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shut {
    /// The last day of the mandate that ended last; `None` when the roster knows of none.
    pub ended: Option<NaiveDate>,
    /// The first day of the next mandate, where one is known.
    pub begins: Option<NaiveDate>,
}

/// On what a call to somebody with these mandates rests, made on this day.
pub fn basis(audience: Audience, mandates: &[Mandate], day: NaiveDate) -> Basis {
    if audience == Audience::Members && mandates.iter().any(|mandate| mandate.is_current(day)) { Basis::Mandate } else { Basis::Personal }
}

/// What keeps somebody with these mandates out on this day; `None` when the door is open.
pub fn shut(audience: Audience, basis: Basis, mandates: &[Mandate], day: NaiveDate) -> Option<Shut> {
    if audience != Audience::Members || basis == Basis::Personal || mandates.iter().any(|mandate| mandate.is_current(day)) {
        return None;
    }
    let ended = mandates.iter().filter_map(Mandate::end).filter(|end| *end < day).max();
    let begins = mandates.iter().map(Mandate::start).filter(|start| *start > day).min();
    Some(Shut { ended, begins })
}

/// Whether somebody with these mandates may take over a seat of one of these organisations on this day. Where mandates let people in, only
/// whoever holds one that is in force for the same organisation: the named deputy, or a colleague in any function.
pub fn may_stand_in(audience: Audience, mandates: &[(Mandate, OrganisationId)], seat_of: &[OrganisationId], day: NaiveDate) -> bool {
    audience != Audience::Members || mandates.iter().any(|(mandate, of)| mandate.is_current(day) && seat_of.contains(of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::parse_day;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn mandate(start: &str, end: &str) -> Mandate {
        Mandate::new(day(start), parse_day(end)).unwrap()
    }

    #[test]
    fn whoever_holds_a_mandate_when_called_is_called_as_a_member() {
        let held = [mandate("2026-01-01", "2026-11-30")];
        for (audience, mandates, on, expected) in [
            (Audience::Members, &held[..], "2026-11-30", Basis::Mandate),
            (Audience::Members, &held[..], "2026-12-01", Basis::Personal),
            (Audience::Members, &held[..], "2025-12-31", Basis::Personal),
            (Audience::Members, &[], "2026-11-30", Basis::Personal),
            (Audience::Open, &held[..], "2026-11-30", Basis::Personal),
            (Audience::Approval, &held[..], "2026-11-30", Basis::Personal),
        ] {
            assert_eq!(basis(audience, mandates, day(on)), expected, "{audience} {mandates:?} {on}");
        }
    }

    #[test]
    fn whoever_stands_in_holds_a_mandate_for_the_same_organisation() {
        let [ours, theirs] = [7, 8].map(OrganisationId);
        let held = mandate("2026-01-01", "2026-11-30");
        for (mandates, on, expected) in [
            (vec![(held, ours)], "2026-11-30", true),
            (vec![(held, theirs), (held, ours)], "2026-11-30", true),
            (vec![(held, ours)], "2026-12-01", false),
            (vec![(held, ours)], "2025-12-31", false),
            (vec![(held, theirs)], "2026-11-30", false),
            (vec![], "2026-11-30", false),
        ] {
            assert_eq!(may_stand_in(Audience::Members, &mandates, &[ours], day(on)), expected, "{mandates:?} {on}");
            assert!(!may_stand_in(Audience::Members, &mandates, &[], day(on)), "whose seat it is nobody knows");
            assert!(may_stand_in(Audience::Open, &mandates, &[ours], day(on)) && may_stand_in(Audience::Approval, &[], &[], day(on)));
        }
    }

    #[test]
    fn a_door_closes_with_the_last_day_of_the_last_mandate() {
        let (old, new) = (mandate("2026-01-01", "2026-11-30"), mandate("2027-01-01", ""));
        let other = mandate("2026-06-01", "2026-12-31");
        let closed = |ended: &str, begins: &str| Some(Shut { ended: parse_day(ended), begins: parse_day(begins) });
        for (basis, mandates, on, expected) in [
            (Basis::Mandate, vec![old], "2026-11-30", None),
            (Basis::Mandate, vec![old], "2026-12-01", closed("2026-11-30", "")),
            // Another function, or for another organisation: still a member.
            (Basis::Mandate, vec![old, other], "2026-12-01", None),
            (Basis::Mandate, vec![old, other], "2027-01-01", closed("2026-12-31", "")),
            // Renewed after a gap: closed in the gap, open again from its first day.
            (Basis::Mandate, vec![old, new], "2026-12-31", closed("2026-11-30", "2027-01-01")),
            (Basis::Mandate, vec![old, new], "2027-01-01", None),
            // Taken off the roster, or moved to another address.
            (Basis::Mandate, vec![], "2026-11-30", closed("", "")),
            (Basis::Mandate, vec![new], "2026-11-30", closed("", "2027-01-01")),
            // A guest stays a guest.
            (Basis::Personal, vec![old], "2026-12-01", None),
            (Basis::Personal, vec![], "2026-12-01", None),
        ] {
            assert_eq!(shut(Audience::Members, basis, &mandates, day(on)), expected, "{basis} {mandates:?} {on}");
            assert_eq!(shut(Audience::Open, basis, &mandates, day(on)), None, "where anybody may come no mandate is asked for");
            assert_eq!(shut(Audience::Approval, basis, &mandates, day(on)), None);
        }
    }
}
