//! Which figures of an event can be published without giving anybody away.
//!
//! A figure from 1 to k-1 is sensitive and never told. Further figures are hidden until, for every sensitive one, there is another table of
//! people that agrees with everything told and in which that figure is at least k: whoever knows all told figures, their definitions and
//! that small figures are hidden cannot even conclude that it is small. Each such table is recomputed from the definitions before a plan is
//! handed out. Not warded off is who argues from the choice itself ("these two sectors are hidden, so one of them is small") or from two
//! tellings of one event whose counts changed in between: of each event one plan is told, once its figures are frozen.
//! Figures over several events are told only as sums of told figures of single events ([`told_sum`]), so that no choice of events, dates or
//! filters tells more than the single events do. A plan depends on the event's counts, its offered modes, k and the measures only.
//!
//! Responsible for the choice and its proof. Must not know people, databases, or how figures are shown.

mod moves;
mod prove;
mod search;
mod steps;
mod system;
mod table;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use moves::Moves;
use prove::Claim;
use search::Search;
use steps::{Goal, Ground, Other};
use system::{Figure, System};
pub use table::{BASES, Base, CELLS, Cell, LANGUAGES, MODES, Measure, SECTORS, Table, kind};

/// How many tables are looked at for one sensitive figure.
const LOOKS: usize = 10;
/// How many tables are looked at, all in all, to tell again what was hidden too hastily.
const SECOND_LOOKS: usize = 60;

/// Which figures of an event are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    told: Vec<bool>,
}

impl Plan {
    /// Whether a figure is told; a cell or measure that does not exist is not.
    pub fn is_told(&self, cell: Cell, measure: usize) -> bool {
        cell.place().and_then(|place| self.told.get(measure.checked_mul(CELLS)?.checked_add(place)?)).copied().unwrap_or(false)
    }

    /// The value of a figure if it is told.
    pub fn figure(&self, table: &Table, cell: Cell, measures: &[Measure], measure: usize) -> Option<u64> {
        measures.get(measure).filter(|_| self.is_told(cell, measure)).map(|counts| table.value(cell, *counts))
    }
}

/// The sum of figures of single events: told only if each of them is.
pub fn told_sum(parts: impl IntoIterator<Item = Option<u64>>) -> Option<u64> {
    parts.into_iter().try_fold(0_u64, |sum, part| sum.checked_add(part?))
}

/// Chooses what is told of an event. Fewer than `k` people are few; with 1 nothing is hidden. Without a proof nothing is told at all.
pub fn plan(table: &Table, k: u32, measures: &[Measure]) -> Plan {
    proven(table, k, measures).unwrap_or_else(|| Plan { told: vec![false; measures.len() * CELLS] })
}

/// The plan, if its proof holds.
fn proven(table: &Table, k: u32, measures: &[Measure]) -> Option<Plan> {
    let system = System::new(table, k, measures);
    let mut planner = Planner::new(&system);
    planner.hide();
    planner.tell_again();
    let witnesses: Vec<Table> = planner.needed().into_iter().map(|other| witness(table, &system, other)).collect();
    let told: Vec<bool> = planner.prices.iter().map(|price| *price > 0).collect();
    let claim = Claim { table, k: u64::from(k.max(1)), measures, told: &|measure, cell| told[measure * CELLS + cell] };
    claim.holds(&witnesses).then_some(Plan { told })
}

/// A found table of people in the words of the true one.
fn witness(table: &Table, system: &System, other: &Other) -> Table {
    let mut witness = Table::new(table.kinds(), [true; MODES]);
    for (place, base) in Base::every().enumerate() {
        for (unknown, kind) in system.kinds.iter().enumerate() {
            let people = other.people[place * system.kinds.len() + unknown];
            let _ = witness.add(base, *kind, u32::try_from(people).unwrap_or(u32::MAX));
        }
    }
    witness
}

/// What is told so far, and the tables that show it to be safe.
struct Planner<'a> {
    system: &'a System,
    moves: Moves,
    sensitive: Vec<usize>,
    /// The price of each told figure, 0 for a hidden one.
    prices: Vec<i64>,
    pool: Vec<Rc<Other>>,
}

impl<'a> Planner<'a> {
    fn new(system: &'a System) -> Self {
        let price = |figure: &Figure| if figure.published && !figure.sensitive { figure.price } else { 0 };
        let prices = system.figures.iter().map(price).collect();
        Self { system, moves: Moves::of(system), sensitive: system.sensitive(), prices, pool: Vec::new() }
    }

    fn covers(&self, other: &Other, figure: usize) -> bool {
        self.system.figures[figure].truth + other.change[figure] >= self.system.k
    }

    /// Of the tables found, as many as the proof needs.
    fn needed(&self) -> Vec<&Other> {
        let mut needed: Vec<&Other> = Vec::new();
        for figure in &self.sensitive {
            if !needed.iter().any(|other| self.covers(other, *figure)) {
                needed.extend(self.pool.iter().map(Rc::as_ref).find(|other| self.covers(other, *figure)));
            }
        }
        needed
    }

    /// For each sensitive figure a table in which it is not small; what is told and differs in that table is hidden.
    fn hide(&mut self) {
        for figure in self.sensitive.clone() {
            if self.pool.iter().any(|other| self.covers(other, figure)) {
                continue;
            }
            let mut search = Search { ground: Ground { system: self.system, moves: &self.moves, prices: &self.prices }, looked: 0 };
            let Some(other) = search.find(&Goal { figure, looks: LOOKS, limit: i64::MAX }) else { continue };
            for (price, _) in self.prices.iter_mut().zip(&other.change).filter(|(_, change)| **change != 0) {
                *price = 0;
            }
            self.pool.push(Rc::new(other));
        }
    }

    /// Tells again what later findings made safe to tell, the dearest first.
    fn tell_again(&mut self) {
        let figures = &self.system.figures;
        let lost = |place: &usize| figures[*place].published && !figures[*place].sensitive && self.prices[*place] == 0;
        let mut lost: Vec<usize> = (0..figures.len()).filter(lost).collect();
        lost.sort_by_key(|place| (-figures[*place].price, *place));
        let mut looks = SECOND_LOOKS;
        for place in lost {
            self.prices[place] = figures[place].price;
            let mut pool: Vec<Rc<Other>> = self.pool.iter().filter(|other| other.change[place] == 0).cloned().collect();
            let safe = self.sensitive.iter().all(|figure| {
                if pool.iter().any(|other| self.covers(other, *figure)) {
                    return true;
                }
                let mut search = Search { ground: Ground { system: self.system, moves: &self.moves, prices: &self.prices }, looked: 0 };
                let found = search.find(&Goal { figure: *figure, looks: LOOKS.min(looks), limit: 0 });
                looks = looks.saturating_sub(search.looked);
                pool.extend(found.map(Rc::new));
                pool.last().is_some_and(|other| self.covers(other, *figure))
            });
            if safe {
                self.pool = pool;
            } else {
                self.prices[place] = 0;
            }
        }
    }
}
