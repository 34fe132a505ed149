//! The event as a system of equations: unknown people on one side, figures on the other.
//!
//! Responsible for numbering unknowns and figures, for their true values and for what the loss of a figure costs. Must not know how
//! alternatives are found.

use super::table::{BASES, Base, CELLS, Cell, Measure, Table};

/// One figure: a measure in a cell.
pub struct Figure {
    /// Its true value.
    pub truth: i64,
    /// What hiding it costs when it could be told.
    pub price: i64,
    /// Whether it is told at all.
    pub published: bool,
    /// Whether it is small enough to give somebody away.
    pub sensitive: bool,
    /// By how many dimensions its cell is split.
    pub depth: usize,
}

/// The system of one event. Kinds that no figure tells apart are one unknown; kinds that no figure counts are none.
pub struct System {
    /// Below this a figure is sensitive unless it is zero.
    pub k: i64,
    /// For each unknown of a finest cell: a kind that stands for it.
    pub kinds: Vec<usize>,
    /// For each unknown of a finest cell and each measure: whether it is counted.
    pub counted: Vec<Vec<bool>>,
    /// How many measures there are.
    pub measures: usize,
    /// True people: `people[base * kinds.len() + unknown]`.
    pub people: Vec<i64>,
    /// Which finest cells can have people.
    pub open: Vec<bool>,
    /// All figures: `figures[measure * CELLS + cell]`.
    pub figures: Vec<Figure>,
}

impl System {
    /// The system of an event.
    pub fn new(table: &Table, k: u32, measures: &[Measure]) -> Self {
        let k = i64::from(k.max(1));
        let mut kinds: Vec<usize> = Vec::new();
        let mut counted: Vec<Vec<bool>> = Vec::new();
        let mut stands_for: Vec<Option<usize>> = Vec::new();
        for kind in 0..table.kinds() {
            let signature: Vec<bool> = measures.iter().map(|measure| measure.counts(kind)).collect();
            let known = counted.iter().position(|other| *other == signature);
            if known.is_none() && signature.contains(&true) {
                kinds.push(kind);
                counted.push(signature);
                stands_for.push(Some(kinds.len() - 1));
            } else {
                stands_for.push(known);
            }
        }
        let mut people = vec![0; BASES * kinds.len()];
        for (place, base) in Base::every().enumerate() {
            for (kind, unknown) in stands_for.iter().enumerate().filter_map(|(kind, unknown)| Some((kind, (*unknown)?))) {
                people[place * kinds.len() + unknown] += signed(table.count(base, kind));
            }
        }
        let open = Base::every().map(|base| table.open(base.mode)).collect();
        let figure = |cell: Cell, measure: &Measure| {
            let truth = signed(table.value(cell, *measure));
            Figure {
                truth,
                price: price(cell, measure, truth),
                published: measure.published(),
                sensitive: (1..k).contains(&truth),
                depth: cell.depth(),
            }
        };
        let figures = measures.iter().flat_map(|measure| Cell::every().map(move |cell| figure(cell, measure))).collect();
        Self { k, kinds, counted, measures: measures.len(), people, open, figures }
    }

    /// The figures that must not be given away, the coarse ones first: what protects them mostly protects their parts as well.
    pub fn sensitive(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.figures.len()).filter(|place| self.figures[*place].sensitive).collect();
        places.sort_by_key(|place| (self.figures[*place].depth, self.figures[*place].truth, *place));
        places
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Totals cost more than their parts, sectors more than other splits, large figures a little more than small ones.
fn price(cell: Cell, measure: &Measure, truth: i64) -> i64 {
    let level = match (cell.depth(), cell.sector.is_some()) {
        (0, _) => 400,
        (1, true) => 120,
        (1, false) => 30,
        (2, true) => 6,
        (2, false) => 4,
        _ => 1,
    };
    level * i64::from(measure.worth()) * i64::from(4 + truth.saturating_add(1).max(1).ilog2())
}

/// The measure and the cell of a figure.
pub fn split(figure: usize) -> (usize, usize) {
    (figure / CELLS, figure % CELLS)
}
