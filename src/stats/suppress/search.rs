//! The search for another table of people that fits everything told and in which a given small figure is not small.
//!
//! Best first, over the steps of `moves`, with a bounded number of looks and no chance in it. Responsible for finding; what is found is
//! believed only after `prove` has recomputed it. Must not know why a figure is told.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::steps::{Goal, Ground, Other, Wish};

/// How many found tables are mended, how often each, and how many figures are tried each time.
const GOALS: usize = 2;
const MENDS: usize = 24;
const WISHES: usize = 4;

/// A search and how much it has done.
pub struct Search<'a> {
    /// Where it searches.
    pub ground: Ground<'a>,
    /// Tables looked at so far.
    pub looked: usize,
}

impl Search<'_> {
    /// The cheapest table found in which the figure is at least k; `None` when there is none within the limit and the looks.
    pub fn find(&mut self, goal: &Goal) -> Option<Other> {
        let truth = Other::truth(self.ground.system);
        let mut seen = BTreeSet::from([mark(&truth.people)]);
        let mut queue = BinaryHeap::from([Reverse((0, self.ground.need(&truth, goal), 0_usize))]);
        let mut nodes = vec![truth];
        let mut goals: Vec<Other> = Vec::new();
        for _ in 0..goal.looks {
            let Some(Reverse((_, need, place))) = queue.pop() else { break };
            self.looked += 1;
            for step in self.ground.steps(&nodes[place], goal, &Wish { figure: goal.figure, sign: 1, amount: need }) {
                let next = self.ground.taken(&nodes[place], &step);
                if !seen.insert(mark(&next.people)) {
                    continue;
                }
                let need = self.ground.need(&next, goal);
                if need > 0 {
                    queue.push(Reverse((next.strain, need, nodes.len())));
                    nodes.push(next);
                } else if next.loss == 0 {
                    return Some(next);
                } else {
                    goals.push(next);
                }
            }
        }
        goals.sort_by_key(|other| other.strain);
        goals.truncate(GOALS);
        goals.into_iter().map(|other| self.mended(other, goal)).min_by_key(|other| other.loss)
    }

    /// The table after steps that bring told figures nearer to the truth, the dearest first.
    fn mended(&mut self, other: Other, goal: &Goal) -> Other {
        let (mut best, mut last) = (other.clone(), other);
        for _ in 0..MENDS {
            self.looked += 1;
            let nearer = |wish: Wish| self.ground.steps(&last, goal, &wish).first().copied().filter(|step| step.strain < last.strain);
            let Some(step) = self.untrue(&last).into_iter().find_map(nearer) else { break };
            last = self.ground.taken(&last, &step);
            if last.loss < best.loss {
                best = last.clone();
            }
        }
        best
    }

    /// What would bring the dearest told figures that are not true back to the truth.
    fn untrue(&self, node: &Other) -> Vec<Wish> {
        let prices = self.ground.prices;
        let mut figures: Vec<usize> = (0..prices.len()).filter(|figure| prices[*figure] > 0 && node.change[*figure] != 0).collect();
        figures.sort_by_key(|figure| (-prices[*figure], *figure));
        figures.truncate(WISHES);
        let back = |figure: usize| Wish { figure, sign: -node.change[figure].signum(), amount: node.change[figure].abs() };
        figures.into_iter().map(back).collect()
    }
}

/// A table in one number, to meet none twice; two that happen to share it cost a way, never a wrong result.
fn mark(people: &[i64]) -> u64 {
    people.iter().fold(0xcbf2_9ce4_8422_2325, |mark: u64, count| (mark ^ count.unsigned_abs()).wrapping_mul(0x0100_0000_01b3).rotate_left(23))
}
