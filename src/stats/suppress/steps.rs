//! What one step from a table of people would bring and cost.
//!
//! Responsible for weighing steps and taking them. Must not know in which order tables are tried.

use super::moves::{Moves, Pattern, Turn};
use super::system::{System, split};
use super::table::CELLS;

/// How many continuations of one table are followed.
const WIDTH: usize = 4;
/// A figure that is far from the truth is dearer than one that is near it, up to this distance: that leads back step by step.
const FAR: i64 = 8;
/// Changes below this are weighed once a pattern.
const SMALL: usize = 32;
/// A step changes a figure by no more people than this at a time.
const MOST: usize = 4;

/// Another table of people and how its figures differ from the truth.
#[derive(Clone)]
pub struct Other {
    /// What hiding the told figures that differ costs.
    pub loss: i64,
    /// The same, weighted by how much they differ.
    pub strain: i64,
    /// People per unknown.
    pub people: Vec<i64>,
    /// Difference of each figure.
    pub change: Vec<i64>,
}

impl Other {
    /// The true table.
    pub fn truth(system: &System) -> Self {
        Self { loss: 0, strain: 0, people: system.people.clone(), change: vec![0; system.figures.len()] }
    }
}

/// What a search is after.
pub struct Goal {
    /// The figure that must become at least k.
    pub figure: usize,
    /// How many tables are looked at.
    pub looks: usize,
    /// What may be hidden for it at most.
    pub limit: i64,
}

/// What a figure should change by, next.
pub struct Wish {
    /// Which figure.
    pub figure: usize,
    /// Up or down.
    pub sign: i64,
    /// By how much; at least 1.
    pub amount: i64,
}

/// A step under consideration, in the order of liking.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// Strain after it.
    pub strain: i64,
    left: i64,
    pattern: usize,
    turn: usize,
    times: i64,
    loss: i64,
}

/// The ground on which steps are weighed.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The event.
    pub system: &'a System,
    /// The steps.
    pub moves: &'a Moves,
    /// The price of each told figure, 0 for the others.
    pub prices: &'a [i64],
}

impl Ground<'_> {
    /// By how much a figure is still too small.
    pub fn need(&self, other: &Other, goal: &Goal) -> i64 {
        self.system.k - self.system.figures[goal.figure].truth - other.change[goal.figure]
    }

    /// The best steps towards the wish that do not spoil what is reached; among them always the best one that fulfils it at once.
    pub fn steps(&self, node: &Other, goal: &Goal, wish: &Wish) -> Vec<Step> {
        let spare = -self.need(node, goal);
        let (measure, cell) = split(wish.figure);
        let (goal_measure, goal_cell) = split(goal.figure);
        let mut steps: Vec<Step> = Vec::new();
        let mut scale = Scale::new(self, node);
        let often: [i64; MOST + 1] =
            std::array::from_fn(|gain| wish.amount.div_euclid(gain.max(1) as i64) + i64::from(wish.amount % gain.max(1) as i64 != 0));
        for (place, sign) in &self.moves.by_cell[cell] {
            let pattern = &self.moves.patterns[*place];
            scale.lay(pattern);
            let felt = pattern.cells.iter().find(|(felt, _)| *felt == goal_cell).map_or(0, |(_, sign)| *sign);
            for turn_place in self.moves.turning(measure, sign * wish.sign) {
                let turn = &self.moves.turns[*turn_place];
                let gain = turn.effect[measure].abs();
                let times = scale.room(turn, often[usize::try_from(gain).unwrap_or(0).min(MOST)]);
                if times == 0 || spare >= 0 && spare + felt * turn.effect[goal_measure] * times < 0 {
                    continue;
                }
                let (loss, strain) = scale.weigh(*place, turn, times);
                if loss <= goal.limit {
                    steps.push(Step { strain, left: wish.amount - gain * times, pattern: *place, turn: *turn_place, times, loss });
                }
            }
        }
        best(steps)
    }

    /// The table after a step.
    pub fn taken(&self, node: &Other, step: &Step) -> Other {
        let (pattern, turn) = (&self.moves.patterns[step.pattern], &self.moves.turns[step.turn]);
        let mut next = Other { loss: step.loss, strain: step.strain, ..node.clone() };
        for (base, corner) in &pattern.corners {
            for (kind, sign) in &turn.kinds {
                next.people[base * self.system.kinds.len() + kind] += corner * sign * step.times;
            }
        }
        for (measure, effect) in &turn.felt {
            for (cell, corner) in &pattern.cells {
                next.change[measure * CELLS + cell] += corner * effect * step.times;
            }
        }
        next
    }
}

fn best(mut steps: Vec<Step>) -> Vec<Step> {
    let enough = steps.iter().filter(|step| step.left <= 0).min().copied();
    if steps.len() > WIDTH {
        steps.select_nth_unstable(WIDTH);
        steps.truncate(WIDTH);
    }
    steps.extend(enough.filter(|enough| !steps.contains(enough)));
    steps.sort_unstable();
    steps
}

/// Weighs the turns of one pattern after another; what several turns have in common is weighed once.
struct Scale<'a> {
    ground: &'a Ground<'a>,
    node: &'a Other,
    /// How many of each unknown the gaining and the losing corners can spare.
    spare: Vec<[i64; 2]>,
    /// For each measure and small change: the pattern for which it was weighed, with loss and strain.
    known: Vec<(usize, i64, i64)>,
}

impl<'a> Scale<'a> {
    fn new(ground: &'a Ground<'a>, node: &'a Other) -> Self {
        let known = vec![(usize::MAX, 0, 0); ground.system.measures * SMALL * 2];
        Self { ground, node, spare: vec![[0; 2]; ground.system.kinds.len()], known }
    }

    fn lay(&mut self, pattern: &Pattern) {
        let unknowns = self.spare.len();
        self.spare.fill([i64::MAX; 2]);
        for (base, corner) in &pattern.corners {
            let side = usize::from(*corner < 0);
            for (spare, people) in self.spare.iter_mut().zip(&self.node.people[base * unknowns..]) {
                spare[side] = spare[side].min(*people);
            }
        }
    }

    /// How often a turn can be taken before somebody is missing, at most `times`.
    fn room(&self, turn: &Turn, times: i64) -> i64 {
        turn.kinds.iter().fold(times, |room, (kind, sign)| room.min(self.spare[*kind][usize::from(*sign > 0)]))
    }

    /// Loss and strain after a turn.
    fn weigh(&mut self, place: usize, turn: &Turn, times: i64) -> (i64, i64) {
        let (mut loss, mut strain) = (self.node.loss, self.node.strain);
        for (measure, effect) in &turn.felt {
            let change = effect * times;
            let small = usize::try_from(change + SMALL as i64).ok().filter(|small| *small < 2 * SMALL);
            let slot = small.map(|small| measure * 2 * SMALL + small);
            let (more, strained) = match slot.map(|slot| self.known[slot]) {
                Some((of, more, strained)) if of == place => (more, strained),
                _ => self.added(&self.ground.moves.patterns[place], *measure, change),
            };
            if let Some(slot) = slot {
                self.known[slot] = (place, more, strained);
            }
            loss += more;
            strain += strained;
        }
        (loss, strain)
    }

    fn added(&self, pattern: &Pattern, measure: usize, change: i64) -> (i64, i64) {
        let (mut loss, mut strain) = (0, 0);
        for (cell, corner) in &pattern.cells {
            let figure = measure * CELLS + cell;
            let price = self.ground.prices[figure];
            if price > 0 {
                let before = self.node.change[figure];
                let after = before + corner * change;
                loss += (i64::from(after != 0) - i64::from(before != 0)) * price;
                strain += (distance(after) - distance(before)) * price;
            }
        }
        (loss, strain)
    }
}

fn distance(change: i64) -> i64 {
    if change == 0 { 0 } else { 1 + change.abs().min(FAR) }
}
