//! The files under `tests/fixtures/meetings`, each named after its quirk, and what they must say.

use super::*;

/// The event of most of them: 10 December 2026, 14:00 to 16:00 in Brussels.
pub fn setting() -> Setting {
    let window = Window { start: "2026-12-10T13:00:00Z".parse().unwrap(), end: "2026-12-10T15:00:00Z".parse().unwrap() };
    Setting { window: Some(window), ..Setting::default() }
}

macro_rules! files {
    ($($name:literal)*) => {
        /// Every file with its name.
        pub const FILES: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../tests/fixtures/meetings/", $name)))),*];
    };
}

files! {
    "mixed-day-and-month-first.csv" "plain-bad-rows.csv" "plain-dst-changes.csv" "plain-iso-with-zones.csv" "plain-windows-1252.csv"
    "teams-de-sections-dotted-dates.csv" "teams-en-meeting-summary-2021.csv" "teams-en-sections-two-digit-year.csv"
    "teams-fr-joined-left-list.csv" "teams-it-sections-read-by-place.csv" "teams-nl-sections-slashed-dates.csv"
    "webex-comma-zone-in-header.csv" "webex-event-quoted-formula-dates.csv" "zoom-meeting-header-renamed.csv"
    "zoom-no-header-24-hours-europe.csv" "zoom-unique-users-without-times.csv" "zoom-webinar-sections-absent.csv"
}

fn file(name: &str) -> &'static [u8] {
    FILES.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name}")).1
}

fn report(name: &str) -> Report {
    read(file(name), &setting()).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// A person as `name | address | first joining | seconds inside the event`.
fn summary(report: &Report) -> Vec<String> {
    let window = setting().window.unwrap();
    let of = |person: &Sighting| {
        let first = person.intervals.first().map_or("-".into(), |(from, _)| from.format("%d %H:%M:%S").to_string());
        let seconds = Presence::of([person], window).seconds;
        format!("{} | {} | {first} | {seconds}", person.name, person.email.as_deref().unwrap_or("-"))
    };
    report.people.iter().map(of).collect()
}

#[test]
fn every_layout_says_who_was_there_and_how_long() {
    use Decided::*;
    use Provider::*;
    for (name, provider, title, decided, people) in [
        (
            "teams-en-sections-two-digit-year.csv",
            Teams,
            Some("Quarterly briefing, fourth quarter"),
            ByEvent,
            &[
                "Nora Janssens | nora.janssens@example.be | 10 12:55:10 | 7200",
                "Dupont, Zoé | zoe.dupont@example.org | 10 13:01:00 | 4800",
                "Lukas Maes (Guest) | lukas.maes@example.net | 10 13:03:30 | 6870",
                "Anna Visitor (Unverified) | - | 10 13:10:00 | 1200",
                "+32 2 555 01 00 | - | 10 13:15:00 | 3600",
            ][..],
        ),
        (
            "teams-de-sections-dotted-dates.csv",
            Teams,
            Some("Quartalsbriefing"),
            NotNeeded,
            &["Jörg Groß | joerg.gross@example.de | 10 13:00:00 | 3600", "Gast | gast@partner.example | 10 13:05:00 | 900"],
        ),
        (
            "teams-nl-sections-slashed-dates.csv",
            Teams,
            Some("Kwartaalbriefing"),
            ByEvent,
            &["Joris Van den Broeck | joris@example.be | 10 13:00:00 | 3720"],
        ),
        (
            "teams-it-sections-read-by-place.csv",
            Teams,
            Some("Riunione trimestrale"),
            ByEvent,
            &["Giulia Esempio | giulia@example.it | 10 13:00:00 | 2400"],
        ),
        ("teams-en-meeting-summary-2021.csv", Teams, Some("Briefing"), ByEvent, &["Nora Janssens | nora.janssens@example.be | 10 13:00:00 | 2700"]),
        (
            "teams-fr-joined-left-list.csv",
            Teams,
            None,
            ByEvent,
            &["Chloé Lambert | - | 10 13:00:00 | 3600", "Hugo Petit | - | 10 13:10:00 | 6600", "Inès Morel | - | - | 0"],
        ),
        (
            "zoom-meeting-header-renamed.csv",
            Zoom,
            Some("Briefing, Q4"),
            ByEvent,
            &[
                "Nora Janssens | host@example.be | 10 12:55:00 | 7200",
                "Anna (Jan Peeters) | - | 10 13:00:00 | 5400",
                "Zoé Dupont | zoe.dupont@example.org | 10 12:58:00 | 5400",
            ],
        ),
        (
            "zoom-no-header-24-hours-europe.csv",
            Zoom,
            None,
            ByNumber,
            &["Nora Janssens | host@example.be | 10 12:55:00 | 7200", "Jan Peeters | - | 12 23:10:00 | 0"],
        ),
        (
            "zoom-webinar-sections-absent.csv",
            Zoom,
            Some("Briefing Q4"),
            NotNeeded,
            &["Nora Janssens | host@example.be | 10 12:55:00 | 7200", "Jan Peeters | jan.peeters@example.be | 10 13:00:00 | 6600"],
        ),
        (
            "webex-event-quoted-formula-dates.csv",
            Webex,
            Some("Briefing Q4"),
            NotNeeded,
            &["Nora Janssens | host@example.be | 10 12:55:00 | 7200", "Jan Peeters | jan.peeters@example.be | 10 13:02:22 | 3600"],
        ),
        (
            "plain-iso-with-zones.csv",
            Plain,
            None,
            NotNeeded,
            &[
                "Jan Peeters | jan.peeters@example.be | 10 13:00:00 | 3600",
                "Nora Janssens | nora.janssens@example.be | 10 13:00:00 | 5400",
                "Zoé Dupont | zoe.dupont@example.org | 10 13:00:00 | 3600",
            ],
        ),
        ("plain-windows-1252.csv", Plain, None, ByEvent, &["Zoë Müller | zoe@example.be | 10 13:00:00 | 3600"]),
    ] {
        let got = report(name);
        assert_eq!(summary(&got), people, "{name}");
        assert_eq!((got.provider, got.title.as_deref(), got.order.1), (provider, title, decided), "{name}");
    }
}

#[test]
fn what_stands_around_the_tables_is_kept() {
    let teams = report("teams-it-sections-read-by-place.csv");
    assert_eq!(teams.started, Some("2026-12-10T12:58:00Z".parse().unwrap()));
    assert_eq!(teams.ended, Some("2026-12-10T15:02:00Z".parse().unwrap()));
    assert_eq!(teams.people[0].rows, [9, 13, 14]);
    let english = report("teams-en-sections-two-digit-year.csv");
    assert_eq!((english.ended, english.people[0].role.as_deref()), (Some("2026-12-10T15:05:00Z".parse().unwrap()), Some("Organizer")));
    let zoom = report("zoom-meeting-header-renamed.csv");
    assert_eq!((zoom.absent, zoom.started), (1, Some("2026-12-10T12:55:00Z".parse().unwrap())));
    assert_eq!(zoom.people[2].other_names, ["iPad de Zoé"]);
    assert_eq!(report("zoom-webinar-sections-absent.csv").absent, 1);
    assert_eq!(report("zoom-no-header-24-hours-europe.csv").outside, 1);
    let webex = report("webex-event-quoted-formula-dates.csv");
    assert_eq!((webex.started, webex.zone_in_file), (Some("2026-12-10T13:00:00Z".parse().unwrap()), false));
    // In July New York is four hours behind UTC, whatever the five beside its name say.
    let zone = report("webex-comma-zone-in-header.csv");
    assert_eq!((zone.zone.name().as_str(), zone.zone_in_file), ("America/New_York", true));
    assert_eq!(zone.people[0].intervals, [("2026-07-09T12:00:00Z".parse().unwrap(), "2026-07-09T13:00:00Z".parse().unwrap())]);
}

#[test]
fn doubts_name_their_row_and_column() {
    for (name, expected) in [
        (
            "plain-bad-rows.csv",
            &[
                (2, "to", "leave-before-join", "2026-12-10 14:00"),
                (3, "name", "formula", "=HYPERLINK(\"https://evil.example\",\"Nora\")"),
                (4, "email", "address", "not an address"),
                (4, "leave", "open-end", ""),
                (5, "join", "time", "yesterday"),
                (6, "name", "nobody", ""),
            ][..],
        ),
        (
            "teams-fr-joined-left-list.csv",
            &[(6, "action", "open-end", "Hugo Petit"), (7, "action", "leave-without-join", "Inès Morel"), (8, "action", "action", "Applaudit")],
        ),
        ("teams-de-sections-dotted-dates.csv", &[(11, "duration", "gaps", "900")]),
        ("plain-dst-changes.csv", &[(5, "join", "no-such-hour", "")]),
    ] {
        let got = report(name);
        let doubts: Vec<_> = got.doubts.kept.iter().map(|d| (d.line, d.column, d.code.code(), d.found.as_str())).collect();
        let expected: Vec<_> =
            expected.iter().map(|(line, column, code, found)| (*line, if *column == "to" { "leave" } else { column }, *code, *found)).collect();
        assert_eq!(doubts, expected, "{name}");
        assert_eq!(got.doubts.beyond, 0);
    }
    let bad = report("plain-bad-rows.csv");
    assert_eq!((bad.repeated, bad.outside, bad.rows), (1, 1, 8));
    let people: Vec<_> = bad.people.iter().map(|person| (person.name.as_str(), person.intervals.len())).collect();
    assert_eq!(people, [("Jan Peeters", 0), ("", 1), ("Zoé Dupont", 1), ("Léa Simon", 0), ("Hugo Petit", 1), ("Night Owl", 1)]);
    assert_eq!(bad.people[2].intervals[0].1, setting().window.unwrap().end, "who never left stayed until the end");
}

#[test]
fn hours_that_are_repeated_or_left_out_are_read_as_documented() {
    let lengths: Vec<_> = report("plain-dst-changes.csv").people.iter().map(|p| (p.intervals[0].1 - p.intervals[0].0).num_minutes()).collect();
    assert_eq!(lengths, [180, 70, 20, 30, 60]);
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let missing = read(file("zoom-unique-users-without-times.csv"), &setting()).unwrap_err();
    let found = ["Name (original name)", "Email", "Total duration (minutes)", "Guest"].map(str::to_owned).to_vec();
    assert_eq!(missing, Fault::MissingColumns { line: 4, found, wanted: vec!["join", "leave"] });
    assert_eq!(read(file("mixed-day-and-month-first.csv"), &setting()).unwrap_err(), Fault::MixedDates { day_first: 2, month_first: 3 });
    assert_eq!(read_text("name,from,to\n", &setting()).unwrap_err(), Fault::NoRows { line: 1 });
    assert_eq!(read_text("lorem ipsum\n", &setting()).unwrap_err().code(), "missing-columns");
    assert_eq!(read_text("", &setting()).unwrap_err(), Fault::Empty);
    assert_eq!(read_text("name,from,to\na,\0,\n", &setting()).unwrap_err(), Fault::NotText);
}

#[test]
fn what_a_spreadsheet_makes_of_a_report_is_read() {
    // As `app::import::table::text_of` writes a workbook: semicolons, dates of the year first, without seconds.
    let text = "1. Summary;;\nMeeting title;Briefing;\n;;\n2. Participants;;;;;;\nName;First Join;Last Leave;In-Meeting Duration;Email;Participant ID (UPN);Role\n\
                \"Peeters; Jan\";2026-12-10 14:00;2026-12-10 15:00;1h;jan@example.be;;Attendee\n";
    let got = read_text(text, &setting()).unwrap();
    assert_eq!((got.provider, summary(&got)), (Provider::Teams, vec!["Peeters; Jan | jan@example.be | 10 13:00:00 | 3600".to_owned()]));
    assert_eq!(read(b"PK\x03\x04", &setting()), Err(Fault::Workbook));
}

#[test]
fn one_large_row_makes_no_other_large() {
    let text = format!("name,from,to\n{},x,y\n{}", "a".repeat(1 << 20), "b,2026-12-10 14:00,2026-12-10 15:00\n".repeat(20_000));
    let got = read_text(&text, &setting()).unwrap();
    assert_eq!((got.people.len(), got.people[0].name.len(), got.repeated), (2, 400, 19_999));
}
