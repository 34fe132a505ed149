//! Presence: what the proofs of it come to, and what one registration counts as in the figures.

use super::registration::State;
use crate::clock::Instant;

/// Longest reason for a correction, in characters.
pub const REASON_LENGTH: usize = 300;
/// So long after it, whoever marked somebody at the door takes the mark back without a reason, in seconds: a slip of the finger.
pub const SLIP_SECONDS: i64 = 60;

crate::word! {
    /// Where a proof of presence comes from.
    ProofSource {
        /// Checked in at the door.
        Door = "door",
        /// The personal join link was used.
        Link = "link",
        /// A meeting provider's report.
        Report = "report",
        /// Entered by hand by staff.
        Hand = "hand",
    }
}

crate::word! {
    /// What a proof comes to beside the others.
    Weight {
        /// It makes somebody present.
        Counts = "counts",
        /// Staff says that they were not there: no other proof counts beside it.
        Denies = "denies",
        /// It would count, if staff did not say otherwise.
        Outweighed = "outweighed",
        /// The minutes are too few.
        TooShort = "too_short",
        /// Somebody left for the meeting; for how long they were there, its report says, and that is too short.
        ReportDecides = "report_decides",
        /// It was taken back.
        TakenBack = "taken_back",
    }
}

crate::word! {
    /// What became of somebody whom an attendance report saw.
    SightingState {
        /// It waits for somebody to say who it is.
        Open = "open",
        /// It is a registration's.
        Taken = "taken",
        /// It is nobody's who is registered.
        Dismissed = "dismissed",
    }
}

crate::word! {
    /// Why a sighting waits.
    Unsure {
        /// More than one registration has that name.
        SameName = "same_name",
        /// The one registration of that name was recognised by its address already, or two sightings claim it.
        Claimed = "claimed",
        /// No registration has that name, some have nearly that name.
        Near = "near",
        /// The address is of one registration, the name only of another.
        AddressOfAnother = "address_of_another",
        /// More than one registration has that address.
        SameAddress = "same_address",
        /// Neither the address nor the name is registered.
        Unknown = "unknown",
        /// It is known who it is, and not when they were there.
        NoTime = "no_time",
        /// Staff put it back.
        PutBack = "put_back",
    }
}

/// A proof, as the rule looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Where it comes from.
    pub source: ProofSource,
    /// Whether it says that somebody was not there.
    pub denies: bool,
    /// When they were there, or came.
    pub at: Instant,
    /// When they left, where that is known.
    pub left_at: Option<Instant>,
    /// The share of the event, in per cent, that was asked when it was written. Asked of minutes only.
    pub share: Option<u32>,
    /// How many seconds it is worth at most, where only first joining and last leaving are known. Two that overlap are the same meeting told
    /// twice, and worth no more than the longer.
    pub at_most: Option<i64>,
    /// Whether nobody took it back.
    pub stands: bool,
}

/// What the proofs of one person come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether they count as present.
    pub present: bool,
    /// What each proof comes to, in their order.
    pub weights: Vec<Weight>,
    /// Minutes inside the event, and how many are asked; `None` where no proof has any.
    pub minutes: Option<(i64, i64)>,
}

/// Merges the proofs of one person, oldest first, at an event from `starts_at` to `ends_at`.
///
/// The door and staff's word count by themselves, as does a link that was used while nothing more is known. Minutes count together, each
/// one once, from the share of the event that the newest of them was written under. Staff's word that somebody was not there stands
/// against everything.
pub fn merge(proofs: &[Proof], starts_at: Instant, ends_at: Instant) -> Finding {
    let standing = || proofs.iter().filter(|proof| proof.stands);
    let is_denied = standing().any(|proof| proof.denies);
    let inside = |proof: &Proof| Some((proof.at.max(starts_at), proof.left_at?.min(ends_at))).filter(|(from, to)| from < to);
    let all: Vec<(Instant, Instant)> = standing().filter_map(inside).collect();
    let exact: Vec<(Instant, Instant)> = standing().filter(|proof| proof.at_most.is_none()).filter_map(inside).collect();
    let rough = standing().filter_map(|proof| Some((inside(proof)?, proof.at_most?.max(0)))).collect();
    let share = standing().filter(|proof| proof.left_at.is_some()).filter_map(|proof| proof.share).next_back().unwrap_or(1);
    let seconds = union_seconds(all).min(union_seconds(exact).saturating_add(most_seconds(rough)));
    let event = (ends_at - starts_at).num_seconds();
    let needed = (event * i64::from(share) + 99) / 100;
    let is_timed = standing().any(|proof| proof.left_at.is_some());
    let is_enough = seconds > 0 && seconds >= needed;
    let weigh = |proof: &Proof| match proof {
        proof if !proof.stands => Weight::TakenBack,
        proof if proof.denies => Weight::Denies,
        proof if proof.left_at.is_some() && !is_enough => Weight::TooShort,
        proof if proof.source == ProofSource::Link && is_timed && !is_enough => Weight::ReportDecides,
        _ if is_denied => Weight::Outweighed,
        _ => Weight::Counts,
    };
    let weights: Vec<Weight> = proofs.iter().map(weigh).collect();
    // Said in whole minutes; what is asked is rounded up, so that nobody reads "45 of 45" and is told that it is too short.
    let minutes = is_timed.then_some((seconds / 60, (needed + 59) / 60));
    Finding { present: weights.contains(&Weight::Counts), weights, minutes }
}

/// How long spans are together, each second counted once.
fn union_seconds(mut spans: Vec<(Instant, Instant)>) -> i64 {
    spans.sort_unstable();
    let mut total = 0;
    let mut reached: Option<Instant> = None;
    for (from, to) in spans {
        let from = reached.map_or(from, |reached| from.max(reached));
        total += (to - from).num_seconds().max(0);
        reached = Some(reached.map_or(to, |reached| reached.max(to)));
    }
    total
}

/// How long people were there at most within spans of which only that is known: each run of overlapping ones counts as the longest of them,
/// and as no more than it lasts.
fn most_seconds(mut rough: Vec<((Instant, Instant), i64)>) -> i64 {
    rough.sort_unstable();
    let mut runs: Vec<(Instant, Instant, i64)> = Vec::new();
    for ((from, to), most) in rough {
        match runs.last_mut().filter(|(_, reached, _)| from < *reached) {
            Some((_, reached, longest)) => (*reached, *longest) = (to.max(*reached), most.max(*longest)),
            None => runs.push((from, to, most)),
        }
    }
    runs.into_iter().fold(0, |total, (from, to, most)| total.saturating_add(most.min((to - from).num_seconds())))
}

/// What one registration adds to the figures of a held event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The address was proven or staff entered it: everybody but pending and expired.
    pub registered: bool,
    /// Had a seat at the end.
    pub confirmed: bool,
    /// The proofs of presence come to it.
    pub attended: bool,
    /// Had a seat at the end of a held event and the proofs do not come to presence.
    pub no_show: bool,
}

/// Counts one registration. `held` is whether the event is over and was not called off.
pub fn tally(state: State, present: bool, held: bool) -> Tally {
    let confirmed = state == State::Confirmed;
    Tally { registered: !matches!(state, State::Pending | State::Expired), confirmed, attended: present, no_show: held && confirmed && !present }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_show_needs_a_seat_and_a_past() {
        assert!(tally(State::Confirmed, false, true).no_show);
        assert!(!tally(State::Confirmed, false, false).no_show);
        assert!(!tally(State::Confirmed, true, true).no_show);
        assert!(!tally(State::Waitlisted, false, true).no_show);
        assert!(!tally(State::Pending, false, true).registered);
        assert!(tally(State::Withdrawn, false, true).registered);
    }

    fn at(minute: i64) -> Instant {
        chrono::DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).expect("a moment")
    }

    /// One letter each: door, link, report without minutes, hand, and staff's no.
    fn proof(kind: char) -> Proof {
        let source = match kind {
            'd' => ProofSource::Door,
            'l' => ProofSource::Link,
            'r' => ProofSource::Report,
            _ => ProofSource::Hand,
        };
        Proof { source, denies: kind == 'n', at: at(1), left_at: None, share: None, at_most: None, stands: true }
    }

    fn minutes(from: i64, to: i64) -> Proof {
        Proof { at: at(from), left_at: Some(at(to)), share: Some(50), ..proof('r') }
    }

    fn found(proofs: &[Proof]) -> (bool, Vec<&'static str>, Option<(i64, i64)>) {
        let finding = merge(proofs, at(0), at(100));
        (finding.present, finding.weights.iter().map(|weight| weight.code()).collect(), finding.minutes)
    }

    #[test]
    fn proofs_come_to_one_presence() {
        let back = |proof: Proof| Proof { stands: false, ..proof };
        let cases = [
            (vec![], false, vec![]),
            (vec![proof('d')], true, vec!["counts"]),
            (vec![proof('l')], true, vec!["counts"]),
            (vec![proof('h'), proof('r')], true, vec!["counts", "counts"]),
            (vec![back(proof('d'))], false, vec!["taken_back"]),
            (vec![proof('d'), proof('n')], false, vec!["outweighed", "denies"]),
            (vec![proof('n'), proof('d')], false, vec!["denies", "outweighed"]),
            (vec![proof('d'), back(proof('n'))], true, vec!["counts", "taken_back"]),
            (vec![proof('l'), minutes(0, 10)], false, vec!["report_decides", "too_short"]),
            (vec![proof('l'), minutes(0, 60)], true, vec!["counts", "counts"]),
            (vec![proof('d'), minutes(0, 10)], true, vec!["counts", "too_short"]),
            (vec![minutes(0, 60), proof('n')], false, vec!["outweighed", "denies"]),
            (vec![proof('l'), back(minutes(0, 10))], true, vec!["counts", "taken_back"]),
        ];
        for (proofs, present, weights) in cases {
            let (is, came_to, _) = found(&proofs);
            assert_eq!((is, came_to), (present, weights), "{proofs:?}");
        }
    }

    #[test]
    fn every_minute_inside_the_event_counts_once() {
        let cases = [
            (vec![(0, 50)], true, 50),
            (vec![(0, 49)], false, 49),
            (vec![(-60, 50)], true, 50),
            (vec![(50, 400)], true, 50),
            (vec![(-60, -5)], false, 0),
            (vec![(110, 190)], false, 0),
            (vec![(0, 30), (10, 40)], false, 40),
            (vec![(0, 30), (10, 40), (70, 80)], true, 50),
            (vec![(60, 90), (0, 20), (5, 10)], true, 50),
            (vec![(40, 30)], false, 0),
        ];
        for (spans, present, inside) in cases {
            let proofs: Vec<Proof> = spans.iter().map(|(from, to)| minutes(*from, *to)).collect();
            let (is, _, counted) = found(&proofs);
            assert_eq!((is, counted), (present, Some((inside, 50))), "{spans:?}");
        }
    }

    #[test]
    fn what_was_spent_caps_what_lies_between() {
        let rough = |from, to, most: i64| Proof { at_most: Some(most * 60), ..minutes(from, to) };
        let cases = [
            (vec![rough(0, 100, 20)], 20),
            (vec![rough(0, 10, 20)], 10),
            (vec![rough(0, 100, 20), minutes(0, 30)], 50),
            (vec![rough(0, 100, -5)], 0),
            // Two files of one meeting, and files of two meetings.
            (vec![rough(0, 100, 20), rough(0, 100, 20)], 20),
            (vec![rough(10, 90, 20), rough(0, 50, 30), rough(60, 100, 25)], 30),
            (vec![rough(0, 40, 20), rough(40, 100, 25)], 45),
            // One of them began before the event.
            (vec![rough(-60, 10, 60), rough(50, 100, 30)], 40),
        ];
        for (proofs, inside) in cases {
            assert_eq!(found(&proofs).2, Some((inside, 50)), "{proofs:?}");
        }
    }

    #[test]
    fn the_newest_minutes_say_what_is_asked() {
        let older = Proof { share: Some(90), ..minutes(0, 60) };
        assert!(found(&[older, minutes(0, 5)]).0);
        assert!(!found(&[minutes(0, 5), older]).0);
        assert!(found(&[Proof { share: Some(100), ..minutes(0, 100) }]).0);
    }
}
