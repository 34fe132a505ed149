//! The steps by which one table of people becomes another: small exchanges that leave most figures as they are.
//!
//! A step is a pattern of finest cells (one cell, two that differ in one dimension, the corners of a rectangle, of a block) times a change
//! of kinds within each of them. Responsible for listing the steps and what each changes. Must not know which are worth taking.

use super::system::System;
use super::table::{BASES, Base, CELLS, Cell, LANGUAGES, MODES, SECTORS};

/// Finest cells with a sign each, and the cells of all splits that feel it.
pub struct Pattern {
    /// Finest cells and their signs.
    pub corners: Vec<(usize, i64)>,
    /// Cells that change, and their signs.
    pub cells: Vec<(usize, i64)>,
}

/// What changes among the unknowns of a finest cell.
pub struct Turn {
    /// Unknowns and their signs.
    pub kinds: Vec<(usize, i64)>,
    /// Change of each measure.
    pub effect: Vec<i64>,
    /// The measures that change, and by how much.
    pub felt: Vec<(usize, i64)>,
}

/// All steps that an event's tables can take.
pub struct Moves {
    /// Patterns over open cells.
    pub patterns: Vec<Pattern>,
    /// Changes of kinds; with each also its opposite.
    pub turns: Vec<Turn>,
    /// For each cell: the patterns that change it, with the sign.
    pub by_cell: Vec<Vec<(usize, i64)>>,
    /// For each measure: the turns that lower it and those that raise it.
    turning: Vec<[Vec<usize>; 2]>,
}

/// One value, or one that gains and one that loses.
fn ends(size: usize) -> Vec<Vec<(usize, i64)>> {
    let single = (0..size).map(|value| vec![(value, 1)]);
    let pairs = (0..size).flat_map(|gains| (gains + 1..size).map(move |loses| vec![(gains, 1), (loses, -1)]));
    single.chain(pairs).collect()
}

impl Moves {
    /// The steps of an event.
    pub fn of(system: &System) -> Self {
        let mut patterns = Vec::new();
        for sectors in ends(SECTORS) {
            for modes in ends(MODES) {
                for languages in ends(LANGUAGES) {
                    patterns.push(Pattern { corners: corners(&sectors, &modes, &languages), cells: cells(&sectors, &modes, &languages) });
                }
            }
        }
        patterns.retain(|pattern| pattern.corners.iter().all(|(base, _)| system.open[*base]));
        let mut by_cell = vec![Vec::new(); CELLS];
        for (place, pattern) in patterns.iter().enumerate() {
            for (cell, sign) in &pattern.cells {
                by_cell[*cell].push((place, *sign));
            }
        }
        let turns = turns(system);
        let turning = |measure: usize| {
            [-1, 1].map(|sign| (0..turns.len()).filter(|turn| turns[*turn].effect[measure].signum() == sign).collect::<Vec<usize>>())
        };
        Self { turning: (0..system.measures).map(turning).collect(), patterns, turns, by_cell }
    }

    /// The turns that change a measure in the direction of the sign.
    pub fn turning(&self, measure: usize, sign: i64) -> &[usize] {
        &self.turning[measure][usize::from(sign > 0)]
    }
}

fn corners(sectors: &[(usize, i64)], modes: &[(usize, i64)], languages: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let mut corners = Vec::with_capacity(8);
    for (sector, s) in sectors {
        for (mode, m) in modes {
            for (language, l) in languages {
                let base = Base { sector: *sector, mode: *mode, language: *language };
                corners.extend(base.place().filter(|place| *place < BASES).map(|place| (place, s * m * l)));
            }
        }
    }
    corners
}

/// A dimension in which one gains and another loses is not felt where its values are taken together.
fn cells(sectors: &[(usize, i64)], modes: &[(usize, i64)], languages: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let felt = |ends: &[(usize, i64)]| -> Vec<(Option<usize>, i64)> {
        let all = (ends.len() == 1).then_some((None, 1));
        ends.iter().map(|(value, sign)| (Some(*value), *sign)).chain(all).collect()
    };
    let mut cells = Vec::with_capacity(8);
    for (sector, s) in felt(sectors) {
        for (mode, m) in felt(modes) {
            for (language, l) in felt(languages) {
                cells.extend(Cell { sector, mode, language }.place().map(|place| (place, s * m * l)));
            }
        }
    }
    cells
}

/// All changes of up to four unknowns by one; with more than four unknowns only the short ones and those that change hardly any figure.
fn turns(system: &System) -> Vec<Turn> {
    let size = system.kinds.len();
    let mut found: Vec<Turn> = Vec::new();
    let mut open: Vec<(usize, Vec<(usize, i64)>)> = vec![(0, Vec::new())];
    while let Some((next, kinds)) = open.pop() {
        if next == size || kinds.len() == 4 {
            let effect: Vec<i64> = (0..system.measures)
                .map(|measure| kinds.iter().filter(|(kind, _)| system.counted[*kind][measure]).map(|(_, sign)| sign).sum())
                .collect();
            let felt: Vec<(usize, i64)> = effect.iter().copied().enumerate().filter(|(_, change)| *change != 0).collect();
            if !felt.is_empty() && (kinds.len() <= 2 || felt.len() == 1) {
                found.push(Turn { kinds, effect, felt });
            }
            continue;
        }
        for sign in [-1, 1, 0] {
            let mut longer = kinds.clone();
            longer.extend((sign != 0).then_some((next, sign)));
            open.push((next + 1, longer));
        }
    }
    found.sort_by_key(|turn| (turn.felt.len(), turn.kinds.len()));
    found
}
