//! How platforms stand, in words and shapes.

use crate::app::dashboard::{Last, Next, Stand};
use crate::domain::cadence::Verdict;
use crate::domain::edition::Edition;
use crate::i18n::format;
use crate::web::extract::staff::Staff;
use crate::web::organiser::quarter;
use crate::web::view::staff::StandRow;

/// A row for each platform.
pub fn rows(staff: &Staff, stands: Vec<Stand>) -> Vec<StandRow> {
    stands.iter().map(|stand| row(staff, stand)).collect()
}

fn row(staff: &Staff, stand: &Stand) -> StandRow {
    let running = Edition::of(format::brussels(staff.now).0);
    let (shape, class) = match stand.verdict {
        Some(Verdict::Kept) => ("●", "confirmed"),
        Some(Verdict::Planned) => ("◐", ""),
        Some(Verdict::AtRisk) => ("▲", "waitlisted"),
        Some(Verdict::Missed) => ("✕", "rejected"),
        Some(Verdict::NotBegun | Verdict::NoDuty) | None => ("○", ""),
    };
    StandRow {
        name: stand.platform.name.get_or_any(staff.language).to_owned(),
        href: quarter::address(staff, &stand.platform, running, ""),
        shape,
        class,
        state: staff.word("quarter-verdict", stand.verdict.map_or("no_interval", Verdict::code)),
        last: stand.last.as_ref().map_or_else(|| staff.t("staff-dash-no-last"), |last| last_words(staff, last)),
        change: stand.last.as_ref().and_then(|last| change(staff, last)).unwrap_or_default(),
        next: stand.next.as_ref().map_or_else(|| staff.t("staff-dash-no-next"), |next| next_words(staff, next)),
    }
}

fn last_words(staff: &Staff, last: &Last) -> String {
    staff.t_with("staff-dash-last", &[("day", format::day_short(staff.language, last.day).into()), ("n", last.attended.into())])
}

/// Against the event before; `None` when there was none.
fn change(staff: &Staff, last: &Last) -> Option<String> {
    let before = last.before?;
    let key = match last.attended.cmp(&before) {
        std::cmp::Ordering::Greater => "staff-dash-more",
        std::cmp::Ordering::Less => "staff-dash-fewer",
        std::cmp::Ordering::Equal => "staff-dash-same",
    };
    Some(staff.t_with(key, &[("n", last.attended.abs_diff(before).into())]))
}

fn next_words(staff: &Staff, next: &Next) -> String {
    let number = |n: u64| format::number(staff.language, i64::try_from(n).unwrap_or(i64::MAX));
    let day = format::day_short(staff.language, next.day);
    match next.seats {
        Some(seats) => staff.t_with("staff-dash-next", &[("day", day.into()), ("taken", number(next.taken).into()), ("seats", number(seats).into())]),
        None => staff.t_with("staff-dash-next-open", &[("day", day.into()), ("taken", number(next.taken).into())]),
    }
}
