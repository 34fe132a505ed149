//! The proof: every claim of a plan recomputed from the definitions, in whole numbers, with nothing taken over from the search.
//!
//! Responsible for saying whether a set of told figures is safe, given tables that are said to show it. Must not know how they were found.

use super::table::{Base, Cell, Measure, Table};

/// The true table, what is small, and which figures are counted.
pub struct Claim<'a> {
    /// The true table.
    pub table: &'a Table,
    /// Below this a figure is sensitive unless it is zero.
    pub k: u64,
    /// The figures.
    pub measures: &'a [Measure],
    /// Which are told: `told(measure, cell)`.
    pub told: &'a dyn Fn(usize, usize) -> bool,
}

impl Claim<'_> {
    /// Whether no sensitive figure is told, and for each some witness fits all that is told while that figure is at least k in it.
    pub fn holds(&self, witnesses: &[Table]) -> bool {
        let Some(values) = witnesses.iter().map(|witness| self.fitting(witness)).collect::<Option<Vec<_>>>() else { return false };
        let safe = |measure: usize, place: usize, cell: Cell| {
            let truth = self.table.value(cell, self.measures[measure]);
            let small = truth > 0 && truth < self.k;
            !small || !(self.told)(measure, place) && values.iter().any(|values| values[measure][place] >= self.k)
        };
        (0..self.measures.len()).all(|measure| Cell::every().enumerate().all(|(place, cell)| safe(measure, place, cell)))
    }

    /// The figures of a witness by measure and cell, if it fits what is told and what everybody knows.
    fn fitting(&self, witness: &Table) -> Option<Vec<Vec<u64>>> {
        let people = |base| (0..witness.kinds()).any(|kind| witness.count(base, kind) > 0);
        let possible = witness.kinds() == self.table.kinds() && Base::every().all(|base| self.table.open(base.mode) || !people(base));
        let of = |measure: &Measure| Cell::every().map(|cell| witness.value(cell, *measure)).collect::<Vec<u64>>();
        let values: Vec<Vec<u64>> = self.measures.iter().map(of).collect();
        let same = |measure: usize, place: usize, cell: Cell| {
            !(self.told)(measure, place) || values[measure][place] == self.table.value(cell, self.measures[measure])
        };
        let fits = (0..self.measures.len()).all(|measure| Cell::every().enumerate().all(|(place, cell)| same(measure, place, cell)));
        (possible && fits).then_some(values)
    }
}
