//! What is published, attacked: a solver that we did not write takes every told figure of a made-up year as an equation and looks for
//! anybody that it can pin down. The same attack breaks the hiding of small figures alone.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use quarterdeck::stats::suppress::{BASES, Base, Cell, Measure, Plan, Table, kind, plan, told_sum};

use crate::both_databases;
use crate::support::absent;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};

pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub fn pick(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        0
    }
}

pub struct Shape {
    pub sectors: [u64; 3],
    pub modes: [u64; 2],
    pub languages: [u64; 4],
    pub kinds: [u64; 4],
}

pub const BELIEVABLE: Shape = Shape { sectors: [50, 15, 35], modes: [60, 40], languages: [50, 35, 4, 11], kinds: [70, 12, 3, 15] };
pub const ONE_SECTOR: Shape = Shape { sectors: [98, 1, 1], modes: [60, 40], languages: [50, 35, 4, 11], kinds: [70, 12, 3, 15] };
pub const ONE_LANGUAGE: Shape = Shape { sectors: [50, 15, 35], modes: [100, 0], languages: [97, 1, 1, 1], kinds: [80, 18, 1, 1] };
pub const EVEN: Shape = Shape { sectors: [1, 1, 1], modes: [1, 1], languages: [1, 1, 1, 1], kinds: [1, 1, 1, 1] };
pub const SHAPES: [&Shape; 4] = [&BELIEVABLE, &ONE_SECTOR, &ONE_LANGUAGE, &EVEN];

pub fn event(chance: &mut Chance, shape: &Shape, people: u64) -> Table {
    let mut table = Table::new(kind::ALL, shape.modes.map(|weight| weight > 0));
    for _ in 0..people {
        let base = Base { sector: chance.pick(&shape.sectors), mode: chance.pick(&shape.modes), language: chance.pick(&shape.languages) };
        assert!(table.add(base, chance.pick(&shape.kinds), 1));
    }
    table
}

pub const K: u32 = 5;

/// What is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// By plan.
    Plan,
    /// All but the small figures.
    Primary,
    /// The same, and the attacker knows it: what is hidden is small.
    Naive,
}

fn variables(offset: usize, cell: Cell, measure: Measure) -> Vec<usize> {
    let kinds = |place: usize| (0..kind::ALL).filter(move |kind| measure.counts(*kind)).map(move |kind| (offset * BASES + place) * kind::ALL + kind);
    Base::every().enumerate().filter(|(_, base)| cell.holds(*base)).flat_map(|(place, _)| kinds(place)).collect()
}

#[derive(Default)]
struct Document {
    told: Vec<String>,
    cells: Vec<String>,
    bounds: Vec<String>,
}

impl Document {
    fn figure(&mut self, sum: &[usize], value: u64, told: bool, rule: Rule) {
        let entry = format!("{{\"sum\":{sum:?},\"value\":{value}}}");
        if told {
            self.told.push(entry.clone());
        } else if rule == Rule::Naive {
            self.bounds.push(format!("{{\"sum\":{sum:?},\"min\":1,\"max\":{}}}", K - 1));
        }
        if (1..u64::from(K)).contains(&value) {
            self.cells.push(entry);
        }
    }

    /// Everybody knows that nobody attends in a way that is not offered.
    fn closed(&mut self, offset: usize, table: &Table) {
        for (place, _) in Base::every().enumerate().filter(|(_, base)| !table.open(base.mode)) {
            let sum: Vec<usize> = (0..kind::ALL).map(|kind| (offset * BASES + place) * kind::ALL + kind).collect();
            self.told.push(format!("{{\"sum\":{sum:?},\"value\":0}}"));
        }
    }

    fn text(&self, events: usize) -> String {
        let (variables, bounds) = (events * BASES * kind::ALL, self.bounds.join(","));
        let (told, cells) = (self.told.join(","), self.cells.join(","));
        format!("{{\"k\":{K},\"variables\":{variables},\"told\":[{told}],\"cells\":[{cells}],\"bounds\":[{bounds}]}}\n")
    }
}

/// Events of all sizes and shapes.
pub fn events(seed: u64, events: usize) -> Vec<Table> {
    let mut chance = Chance(seed);
    let people = |chance: &mut Chance| [0, 1, 3, 12, 30, 60, 120, 300][usize::try_from(chance.below(8)).unwrap_or(0)] + chance.below(5);
    (0..events)
        .map(|place| {
            let people = people(&mut chance);
            event(&mut chance, SHAPES[place % SHAPES.len()], people)
        })
        .collect()
}

/// One document an event.
pub fn singles(tables: &[Table], rule: Rule) -> String {
    let measures = Measure::held();
    let document = |table: &Table| {
        let mut document = Document::default();
        document.closed(0, table);
        let plan = plan(table, K, &measures);
        for (place, measure) in measures.iter().enumerate() {
            for cell in Cell::every() {
                let value = table.value(cell, *measure);
                let told = if rule == Rule::Plan { plan.is_told(cell, place) } else { value == 0 || value >= u64::from(K) };
                document.figure(&variables(0, cell, *measure), value, told, rule);
            }
        }
        document.text(1)
    };
    tables.iter().map(document).collect()
}

/// One document for all events and for their sums over quarters, platforms and the year: event n belongs to quarter n mod 4 and to
/// platform n / 4 mod 2.
pub fn year(tables: &[Table]) -> String {
    let (measures, events) = (Measure::held(), tables.len());
    let plans: Vec<Plan> = tables.iter().map(|table| plan(table, K, &measures)).collect();
    let mut document = Document::default();
    tables.iter().enumerate().for_each(|(offset, table)| document.closed(offset, table));
    let quarters = (0..4).map(|quarter| (0..events).filter(|n| n % 4 == quarter).collect());
    let platforms = (0..2).map(|platform| (0..events).filter(|n| n / 4 % 2 == platform).collect());
    let alone = (0..events).map(|n| vec![n]);
    let groups: Vec<Vec<usize>> = alone.chain(quarters).chain(platforms).chain([(0..events).collect()]).collect();
    for group in &groups {
        for (place, measure) in measures.iter().enumerate() {
            for cell in Cell::every() {
                let sum: Vec<usize> = group.iter().flat_map(|offset| variables(*offset, cell, *measure)).collect();
                let told = told_sum(group.iter().map(|n| plans[*n].figure(&tables[*n], cell, &measures, place)));
                let value = group.iter().map(|n| tables[*n].value(cell, *measure)).sum();
                assert!(told.is_none_or(|told| told == value));
                document.figure(&sum, value, told.is_some(), Rule::Plan);
            }
        }
    }
    document.text(events)
}

struct Findings {
    attacked: usize,
    pinned: usize,
    small: usize,
    undecided: usize,
}

/// What the attacker finds in the documents, added up; `None`, said loudly, where it is absent.
fn attack(documents: &str) -> Option<Findings> {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        absent::not_run("nobody attacks what is published (QUARTERDECK_TEST_PYTHON)");
        return None;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/attack_figures.py");
    let mut child = Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the attacker");
    child.stdin.take().expect("a pipe").write_all(documents.as_bytes()).expect("told");
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "what is told contradicts itself");
    let text = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), documents.lines().count());
    let sum = |part: &str| lines.iter().map(|line| line[part].as_array().expect(part).len()).sum();
    let attacked = lines.iter().map(|line| line["cells"].as_u64().expect("a number") as usize).sum();
    Some(Findings { attacked, pinned: sum("pinned"), small: sum("small"), undecided: sum("undecided") })
}

#[test]
fn no_small_figure_of_an_event_is_found() {
    let Some(findings) = attack(&(20..26).map(|seed| singles(&events(seed, 12), Rule::Plan)).collect::<String>()) else { return };
    assert!(findings.attacked > 2000);
    assert_eq!((findings.pinned, findings.small, findings.undecided), (0, 0, 0));
}

#[test]
fn no_small_figure_is_found_in_a_year_with_its_sums() {
    let Some(findings) = attack(&year(&events(4, 16))) else { return };
    assert!(findings.attacked > 500);
    assert_eq!((findings.pinned, findings.small, findings.undecided), (0, 0, 0));
}

#[test]
fn hiding_only_the_small_figures_is_broken_by_the_same_attack() {
    let tables = events(20, 12);
    let Some(primary) = attack(&singles(&tables, Rule::Primary)) else { return };
    assert!(primary.pinned * 10 > primary.attacked, "{} of {}", primary.pinned, primary.attacked);
    let Some(naive) = attack(&singles(&tables, Rule::Naive)) else { return };
    assert!(naive.pinned * 2 > naive.attacked, "{} of {}", naive.pinned, naive.attacked);
}

both_databases! {
    /// Of a past event with three people of one sector the file for publication tells neither them nor what would give them back; staff's
    /// own figures are exact, and the default is the setting's.
    async fn a_report_for_publication_hides_what_gives_people_away(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("PRIVACY__SUPPRESS_BELOW", "4")]).await else { return };
        past_event(&service).await;
        let report = |more: &[&str]| {
            let asked = [&["report", "attendance", "--from", "2026-Q1", "--to", "2026-Q1", "--format", "json"], more].concat();
            serde_json::from_str::<serde_json::Value>(&service.command(&asked)).expect("JSON")
        };
        let attended = |report: &serde_json::Value| {
            let rows = report["rows"].as_array().expect("rows").iter().map(|row| row["attended"].as_u64());
            rows.chain([report["total"]["attended"].as_u64()]).collect::<Vec<_>>()
        };
        assert_eq!(attended(&report(&[])), [Some(8), Some(3), Some(7), Some(18)], "staff sees what is");
        for asked in [&["--suppress"][..], &["--suppress", "5"]] {
            let told = attended(&report(asked));
            assert_eq!((told.len(), told[1], told[3]), (4, None, Some(18)), "{asked:?}: {told:?}");
            assert!(told[0].is_none() || told[2].is_none(), "{asked:?}: the total gives them back: {told:?}");
        }
        assert_eq!(attended(&report(&["--suppress", "3"])), [Some(8), Some(3), Some(7), Some(18)], "three are not fewer than three");
        let csv = service.command(&["report", "attendance", "--from", "2026-Q1", "--to", "2026-Q1", "--format", "csv", "--suppress", "5"]);
        assert!(csv.lines().any(|line| line.starts_with("\"academic\"") && line.contains("\":c\"")), "{csv}");
        let wrong = service.try_command(&["report", "attendance", "--from", "2026-Q1", "--to", "2026-Q1", "--suppress", "0"]);
        assert_eq!(wrong.status.code(), Some(2));
    }
}

/// Eight, three and seven people of the three sectors, all of whom came.
async fn past_event(service: &Service) {
    service.put(Scene::event("past"));
    for (sector, count) in [("private", 8), ("academic", 3), ("public", 7)] {
        for n in 0..count {
            service.join("past", &Guest::named(&format!("{sector} {n}")).sector(sector)).await;
        }
    }
    let mut sql = service.sql();
    sql.run("UPDATE event SET edition = '2026-Q1', starts_at = '2026-02-10 09:00:00.000000', ends_at = '2026-02-10 12:00:00.000000', closes_at = '2026-02-10 08:00:00.000000'");
    sql.run("UPDATE registration SET present = TRUE");
    let proofs = "SELECT id, id, event_id, 'hand', registered_at, registered_at, 'system' FROM registration";
    sql.run(&format!("INSERT INTO attendance_proof (id, registration_id, event_id, source, at, recorded_at, recorded_by) {proofs}"));
}
