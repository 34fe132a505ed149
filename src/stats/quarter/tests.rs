//! Reports of made-up quarters.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

use super::words::Words;
use super::*;
use crate::domain::cadence::Meeting;
use crate::domain::event::EventStatus;
use crate::domain::ids::PlatformId;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::mode::Mode;
use crate::domain::platform::{Audience, Platform, Visibility};
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::i18n::Catalogue;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn edition(text: &str) -> Edition {
    text.parse().unwrap()
}

fn facts() -> Facts {
    let platform = Platform {
        id: PlatformId(1),
        slug: "qctr".parse().unwrap(),
        name: Translated::same("Reports & <more>"),
        description: Translated::default(),
        members: Translated::default(),
        audience: Audience::Open,
        visibility: Visibility::Public,
        cadence: Cadence::Quarterly,
        reminder_minutes: Vec::new(),
        join_details_minutes: None,
        asks_holders: false,
        objection_days: 5,
        members_propose: false,
        allow_substitutes: true,
        presence_share: 50,
    };
    let group = |quarter: &str, sector, present, n| Group {
        edition: edition(quarter),
        sector,
        mode: Mode::OnSite,
        language: Language::Fr,
        sum: Sum::of(State::Confirmed, present, true, n),
    };
    let organisation = |name: Option<&str>, n, came_before| OrganisationFacts {
        name: name.map(str::to_owned),
        sum: Sum::of(State::Confirmed, true, true, n),
        came_before,
    };
    Facts {
        platform,
        founded: day("2020-01-01"),
        edition: edition("2026-Q1"),
        today: day("2026-05-01"),
        meetings: vec![Meeting { day: day("2026-03-31"), is_held: true }],
        events: vec![EventFacts {
            slug: "qctr-2026-q1".into(),
            day: day("2026-03-31"),
            status: EventStatus::Published,
            is_held: true,
            counts: Sum::of(State::Confirmed, true, true, 7).counts,
        }],
        groups: vec![
            group("2026-Q1", Sector::Public, true, 6),
            group("2026-Q1", Sector::Public, false, 1),
            group("2026-Q1", Sector::Private, true, 1),
            group("2025-Q4", Sector::Private, true, 3),
        ],
        invited: vec![
            Invited { sector: Some(Sector::Public), language: Language::Fr, count: 20 },
            Invited { sector: None, language: Language::Nl, count: 2 },
        ],
        organisations: vec![organisation(Some("=SUM(1)"), 5, true), organisation(Some("Zoo"), 1, false), organisation(None, 1, false)],
        earlier: Earlier { known_presences: 7, unknown_presences: 0, people: 6, returning: 2, unknown_before: 0 },
        lead_days: vec![0, 1, 8, 31],
        posts: None,
    }
}

fn figure(report: &QuarterReport, statistic: Statistic, of: &str, measure: Measure) -> Option<Cell> {
    let table = report.table(statistic)?;
    let column = table.columns.iter().position(|column| *column == measure)?;
    table.rows.iter().find(|row| row.of.code() == of)?.cells.get(column).cloned()
}

#[test]
fn figures_are_counted_by_their_definition() {
    let report = QuarterReport::of(&facts());
    let number = |statistic, of, measure| figure(&report, statistic, of, measure);
    assert_eq!((report.standing, report.held), (Some(Verdict::Kept), 1));
    assert_eq!(number(Statistic::Funnel, "2026-Q1", Measure::Invited), Some(Cell::Number(22)));
    assert_eq!(number(Statistic::Funnel, "2026-Q1", Measure::Attended), Some(Cell::Number(7)));
    assert_eq!(number(Statistic::Funnel, "2026-Q1", Measure::NoShowRate), Some(Cell::Share { part: 1, whole: 8 }));
    assert_eq!(number(Statistic::BySector, "academic", Measure::Registered), Some(Cell::Number(0)), "nobody has a row, too");
    assert_eq!(number(Statistic::BySector, "sector_unknown", Measure::Invited), Some(Cell::Number(2)));
    assert_eq!(number(Statistic::Mix, "public", Measure::Share), Some(Cell::Share { part: 6, whole: 7 }));
    assert_eq!(number(Statistic::Mix, "private", Measure::ShareBefore), Some(Cell::Share { part: 3, whole: 3 }));
    assert_eq!(number(Statistic::Mix, "private", Measure::ShareYearBefore).and_then(|cell| cell.thousandths()), None);
    assert_eq!(number(Statistic::People, "first_timers", Measure::Count), Some(Cell::Number(4)));
    assert_eq!(number(Statistic::Organisations, "new_organisations", Measure::Count), Some(Cell::Number(1)));
    assert_eq!(number(Statistic::Organisations, "presences_without_organisation", Measure::Count), Some(Cell::Number(1)));
    assert_eq!(number(Statistic::Lead, "lead_median", Measure::Days), Some(Cell::Halves(9)));
    assert_eq!(number(Statistic::Lead, "lead_longer", Measure::Count), Some(Cell::Number(1)));
    assert_eq!(report.table(Statistic::Coverage), None, "no roster, no coverage");
}

#[test]
fn an_edition_without_events_is_a_report_of_nothings() {
    let empty = Facts {
        meetings: Vec::new(),
        events: Vec::new(),
        groups: Vec::new(),
        invited: Vec::new(),
        organisations: Vec::new(),
        earlier: Earlier::default(),
        lead_days: Vec::new(),
        ..facts()
    };
    let report = QuarterReport::of(&empty);
    assert_eq!((report.standing, report.held), (Some(Verdict::Missed), 0));
    assert_eq!(figure(&report, Statistic::Lead, "lead_median", Measure::Days), Some(Cell::Nothing));
    let founded = QuarterReport::of(&Facts { founded: day("2026-02-10"), ..empty });
    assert_eq!(founded.standing, Some(Verdict::NoDuty));
}

/// Where earlier names are gone, nobody can say who came for the first time: the figures become bounds.
#[test]
fn who_came_before_is_a_bound_once_names_are_gone() {
    let report = QuarterReport::of(&Facts { earlier: Earlier { unknown_before: 9, ..facts().earlier }, ..facts() });
    let number = |of| figure(&report, Statistic::People, of, Measure::Count);
    assert_eq!((number("first_timers_at_most"), number("first_timers")), (Some(Cell::Number(4)), None));
    assert_eq!((number("returning_at_least"), number("unknown_before")), (Some(Cell::Number(2)), Some(Cell::Number(9))));
    let texts = Catalogue::load(None).unwrap();
    for language in Language::ALL {
        assert!(!text::written(&report, Words { texts: &texts, language: *language }).contains('⟦'), "{language}");
    }
}

#[test]
fn coverage_counts_functions_not_people() {
    let post = |function, is_held, has_deputy, was_represented| PostFacts { function, is_held, has_deputy, was_represented };
    let posts = vec![post(Function::Csi, true, true, true), post(Function::Csi, false, true, false), post(Function::Dpo, false, false, true)];
    let report = QuarterReport::of(&Facts { posts: Some(posts), ..facts() });
    let numbers =
        |of: &str| -> Vec<Cell> { report.table(Statistic::Coverage).unwrap().rows.iter().find(|row| row.of.code() == of).unwrap().cells.clone() };
    assert_eq!(numbers("csi"), [2, 1, 1, 0, 1].map(Cell::Number));
    assert_eq!(numbers("dpo"), [1, 0, 0, 1, 1].map(Cell::Number));
}

#[test]
fn a_share_is_rounded_half_up() {
    for (part, whole, thousandths) in [(1, 8, Some(125)), (1, 2000, Some(1)), (1, 2001, Some(0)), (2, 3, Some(667)), (0, 0, None), (7, 7, Some(1000))]
    {
        assert_eq!(Cell::Share { part, whole }.thousandths(), thousandths, "{part} of {whole}");
    }
}

/// Every table, column and row has its words in each language, and a report reads back as it was written.
#[test]
fn reports_are_said_in_each_language_and_in_each_file() {
    let texts = Catalogue::load(None).unwrap();
    let posts = vec![PostFacts { function: Function::Csi, is_held: true, has_deputy: false, was_represented: true }];
    let report = QuarterReport::of(&Facts { posts: Some(posts), ..facts() });
    let again: QuarterReport = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(again, report);
    for language in Language::ALL {
        let words = Words { texts: &texts, language: *language };
        for key in Statistic::ALL.iter().flat_map(|s| ["table", "what", "of"].map(|family| format!("quarter-{family}-{s}"))) {
            assert!(texts.has(*language, &key), "{language}: {key}");
        }
        for key in Measure::ALL.iter().map(|m| format!("quarter-measure-{m}")).chain(Verdict::ALL.iter().map(|v| format!("quarter-said-{v}"))) {
            assert!(texts.has(*language, &key), "{language}: {key}");
        }
        let (text, page) = (text::written(&report, words), html::file(&report, words));
        assert!(!text.contains('⟦') && !page.contains('⟦'), "{language}: {text}");
        assert!(page.contains("Reports &amp; &lt;more&gt;") && !page.contains("<more>"), "what is said is not markup");
        assert_eq!(page, html::file(&again, words));
        let file = xlsx::file(&report, words).unwrap();
        assert_eq!(file, xlsx::file(&again, words).unwrap(), "the same report is the same file");
        let paper = pdf::file(&report, words).unwrap();
        assert_eq!(paper, pdf::file(&again, words).unwrap(), "the same report is the same file");
        if let Some(folder) = std::env::var_os("QUARTERDECK_PAPER_DIR").map(std::path::PathBuf::from) {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("quarter.{language}.pdf")), &paper).unwrap();
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
        assert_eq!(book.sheet_names().len(), report.tables.len() + 2);
        let funnel = book.worksheet_range(&words.table(Statistic::Funnel)).unwrap();
        assert_eq!((funnel.get((1, 1)), funnel.get((1, 6))), (Some(&Data::Float(22.0)), Some(&Data::Float(0.125))), "{language}");
        let csv = String::from_utf8(csv::file(&report, words).unwrap()).unwrap();
        assert!(csv.contains("\"funnel\",\"2026-Q1\",\"no_show_rate\",\"0.125\",\"1\",\"8\""), "{csv}");
        assert!(csv.contains("\"'=SUM(1)\""), "a name is no formula");
    }
}

/// What the first release kept, as it is in the table.
const KEPT: &str = include_str!("../../../tests/fixtures/closings/form-1.json");

#[test]
fn what_earlier_releases_kept_is_read_and_what_later_ones_kept_is_not() {
    let group = |sector, present, count| {
        let (state, mode, language) = (State::Confirmed, Mode::OnSite, Language::Fr);
        frozen::Cells { state, sector, mode, language, present, count }
    };
    let groups = vec![group(Sector::Public, true, 6), group(Sector::Private, true, 1), group(Sector::Public, false, 1)];
    let events = vec![frozen::EventCells { event: "qctr-2026-q1".into(), is_held: true, modes: vec![Mode::OnSite], groups }];
    let kept = Frozen::new(QuarterReport::of(&facts()), events, vec![7, 3]);
    assert_eq!(Frozen::read(KEPT.trim_end()).unwrap(), kept);
    assert_eq!(kept.text().unwrap(), KEPT.trim_end(), "fingerprints are of the text: it stays as it is");
    // Before forms had numbers.
    assert_eq!(Frozen::read(&KEPT.replacen("\"form\":1,", "", 1)).unwrap(), kept);
    let later = Frozen::read(&KEPT.replacen("\"form\":1", "\"form\":2", 1)).unwrap_err().to_string();
    assert!(later.contains("form 2") && later.contains("form 1"), "{later}");
}
