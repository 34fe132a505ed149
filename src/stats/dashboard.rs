//! The figures of several quarters beside each other: what charts are drawn from. Every number is taken out of what a quarter's report is
//! made of, closed or not, so that no rule stands here a second time. Must not know where it was read, or how it is drawn.

use std::collections::BTreeMap;

use super::quarter::{Cell, Frozen, Measure, Statistic, Sum, Table};
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;

crate::word! {
    /// A page of the dashboard. Its name is the text `staff-dash-part-CODE`.
    Part {
        /// How platforms stand, who attended, from invited to attended.
        Overview = "overview",
        /// People and organisations, each once, and how early they register.
        People = "people",
        /// Ways of attending, languages, coverage of the roster.
        Ways = "ways",
    }
}

impl Part {
    /// Which tables of a quarter's report it looks into.
    pub const fn statistics(self) -> &'static [Statistic] {
        match self {
            Self::Overview => &[Statistic::Funnel, Statistic::BySector],
            Self::People => &[Statistic::People, Statistic::Organisations, Statistic::Lead],
            Self::Ways => &[Statistic::Coverage],
        }
    }
}

/// Most quarters beside each other.
pub const MOST_QUARTERS: usize = 8;

/// A platform's quarter as it was read.
#[derive(Clone, Debug)]
pub struct Quarter {
    /// Which.
    pub edition: Edition,
    /// What its figures are made of.
    pub frozen: Frozen,
    /// Whether it is closed: then these are the frozen figures.
    pub is_closed: bool,
}

/// How many came, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// For the first time; where names are gone, at most.
    pub first: u64,
    /// Again; where names are gone, at least.
    pub again: u64,
    /// Whether these two are bounds, because names of earlier quarters are gone.
    pub is_bound: bool,
}

/// The columns of [`Figures::coverage`].
pub const COVERAGE: [Measure; 5] = [Measure::Organisations, Measure::FilledPosts, Measure::DeputyOnly, Measure::Vacant, Measure::Represented];

/// The figures of a quarter, of one platform or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Events that count; without one there is no figure.
    pub events: u64,
    /// Those of them that are over; without one nobody attended or stayed away.
    pub held: u64,
    /// Attended, in the order of [`Sector::ALL`].
    pub sectors: [u64; 3],
    /// Attended, in the order of [`Mode::ALL`].
    pub modes: [u64; 2],
    /// Attended, in the order of [`Language::ALL`].
    pub languages: [u64; 4],
    /// Invitations.
    pub invited: u64,
    /// Registrations.
    pub sum: Sum,
    /// People, once for each platform.
    pub people: Came,
    /// Organisations, once for each platform.
    pub organisations: Came,
    /// Registrations by how long before the event, in the order of the report's rows: from the day itself to more than a month.
    pub lead: [u64; 5],
    /// The roster by function, in the order of [`COVERAGE`].
    pub coverage: BTreeMap<Function, [u64; 5]>,
    /// Whether all of it is closed, as far as there is something to count.
    pub is_closed: bool,
}

impl Figures {
    /// The figures of a platform's quarter; with a sector those of its registrations and invitations alone. People, organisations, lead time
    /// and coverage are never split: of a closed quarter they are not known by sector.
    pub fn of(quarter: &Quarter, sector: Option<Sector>) -> Self {
        let mut figures = Self { is_closed: quarter.is_closed, ..Self::default() };
        for event in &quarter.frozen.events {
            figures.events += 1;
            figures.held += u64::from(event.is_held);
            for (cells, sum) in event.sums().filter(|(cells, _)| sector.is_none_or(|wanted| cells.sector == wanted)) {
                figures.sum.add(&sum);
                let attended = sum.counts.attended;
                figures.sectors[place(Sector::ALL, cells.sector)] += attended;
                figures.modes[place(Mode::ALL, cells.mode)] += attended;
                figures.languages[place(Language::ALL, cells.language)] += attended;
            }
        }
        let report = &quarter.frozen.report;
        let invited = match sector {
            None => report.table(Statistic::Funnel).and_then(|table| table.rows.first().map(|row| (table, row.of.code()))),
            Some(sector) => report.table(Statistic::BySector).map(|table| (table, sector.code().to_owned())),
        };
        figures.invited = invited.map_or(0, |(table, row)| number(table, &row, Measure::Invited));
        if let Some(table) = report.table(Statistic::People) {
            figures.people = came(table, ["first_timers", "first_timers_at_most"], ["returning", "returning_at_least"]);
        }
        if let Some(table) = report.table(Statistic::Organisations) {
            figures.organisations = came(table, ["new_organisations", ""], ["returning_organisations", ""]);
        }
        if let Some(table) = report.table(Statistic::Lead) {
            let counted = table.rows.iter().filter(|row| row.of.code() != "lead_median");
            figures.lead.iter_mut().zip(counted).for_each(|(lead, row)| *lead = number(table, &row.of.code(), Measure::Count));
        }
        if let Some(table) = report.table(Statistic::Coverage) {
            let row = |function: &Function| table.rows.iter().any(|row| row.of.code() == function.code());
            let figures_of = |function: &Function| (*function, COVERAGE.map(|measure| number(table, function.code(), measure)));
            figures.coverage = Function::ALL.iter().filter(|function| row(function)).map(figures_of).collect();
        }
        figures
    }

    /// Several platforms together. What has nothing to count does not keep a quarter from being closed as a whole.
    pub fn together<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        let (mut counted, mut open) = (false, false);
        for each in all {
            let counts = each.events > 0 || !each.coverage.is_empty();
            counted |= counts;
            open |= counts && !each.is_closed;
            sum.events += each.events;
            sum.held += each.held;
            add(&mut sum.sectors, &each.sectors);
            add(&mut sum.modes, &each.modes);
            add(&mut sum.languages, &each.languages);
            add(&mut sum.lead, &each.lead);
            sum.invited += each.invited;
            sum.sum.add(&each.sum);
            sum.people.add(each.people);
            sum.organisations.add(each.organisations);
            each.coverage.iter().for_each(|(function, figures)| add(sum.coverage.entry(*function).or_default(), figures));
        }
        sum.is_closed = counted && !open;
        sum
    }

    /// Share of those with a seat at an event that is over who did not come: part and whole.
    pub fn no_show(&self) -> (u64, u64) {
        (self.sum.counts.no_show, self.sum.due)
    }
}

impl Came {
    fn add(&mut self, other: Self) {
        self.first += other.first;
        self.again += other.again;
        self.is_bound |= other.is_bound;
    }
}

fn add<const N: usize>(all: &mut [u64; N], more: &[u64; N]) {
    all.iter_mut().zip(more).for_each(|(all, more)| *all += more);
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|each| *each == one).unwrap_or_default()
}

/// A number in a table; nought where there is none.
fn number(table: &Table, of: &str, measure: Measure) -> u64 {
    let place = table.columns.iter().position(|column| *column == measure);
    let row = table.rows.iter().find(|row| row.of.code() == of);
    match place.zip(row).and_then(|(place, row)| row.cells.get(place)) {
        Some(Cell::Number(n)) => *n,
        _ => 0,
    }
}

/// First and again, each under the name of a figure or of a bound.
fn came(table: &Table, first: [&str; 2], again: [&str; 2]) -> Came {
    let is_bound = table.rows.iter().any(|row| row.of.code() == first[1]);
    let of = |names: [&str; 2]| number(table, names[usize::from(is_bound)], Measure::Count);
    Came { first: of(first), again: of(again), is_bound }
}
