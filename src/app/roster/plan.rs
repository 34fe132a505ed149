//! What a table would do to a roster: new, changed and unchanged mandates, doubtful ones, and rows that cannot be.
//!
//! Pure: the roster and the organisations are handed in, read once for the whole table.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::rows::{Draft, Fault, Wrong};
use crate::app::secrets::hash;
use crate::db::organisations::AnyName;
use crate::domain::ids::MemberId;
use crate::domain::member::{Member, Phase, Seat};
use crate::domain::organisation::{name_key, resembles};
use crate::domain::text::fold;

/// A mandate that stands on the roster.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its row.
    pub id: MemberId,
    /// As which revision it was seen.
    pub revision: i32,
    /// What it says.
    pub member: Member,
}

/// What becomes of one row.
#[derive(Clone, Debug)]
pub enum Step {
    /// A new mandate.
    Add(Member),
    /// A mandate that says something else from now on.
    Change {
        /// The one that stands.
        was: Box<Standing>,
        /// What it says then.
        becomes: Member,
    },
    /// Everything is so already.
    Same(MemberId),
}

/// Why a new mandate should be looked at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Somebody of this name is on the roster with this other address.
    SameName(String),
    /// An organisation with nearly this name is known.
    LikeOrganisation(String),
}

/// One row with what becomes of it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its line.
    pub line: u64,
    /// What becomes of it.
    pub step: Step,
    /// Why to look twice; of what stands already, never.
    pub doubts: Vec<Doubt>,
}

/// What a table would do.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Row by row, in the order of the table.
    pub rows: Vec<Planned>,
    /// Rows that cannot be taken, in the order of the table.
    pub wrong: Vec<Wrong>,
}

impl Plan {
    /// Of the rows that would change something: whether the roster is still what it was when this was made. What others changed on
    /// mandates that the table does not touch does not matter.
    pub fn fingerprint(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let step = match &row.step {
                Step::Add(member) => format!("add {}", words(member)),
                Step::Change { was, becomes } => format!("change {} {} {}", was.id, was.revision, words(becomes)),
                Step::Same(id) => format!("same {id}"),
            };
            text.push_str(&format!("{} {step} {}\n", row.line, row.doubts.len()));
        }
        for wrong in &self.wrong {
            text.push_str(&format!("{} {}\n", wrong.line, wrong.fault.key()));
        }
        hash(&text)
    }
}

fn words(member: &Member) -> String {
    serde_json::to_string(member).unwrap_or_default()
}

/// Looks at every row of a table against what stands.
pub fn plan(standing: &[Standing], organisations: &[AnyName], drafts: &[Draft], wrong: Vec<Wrong>, today: NaiveDate) -> Plan {
    let here = standing.iter().map(|one| name_key(one.member.organisation.as_str())).collect();
    let organisations = Known::of(organisations, &here);
    let mut by_seat: HashMap<Seat, Vec<&Standing>> = HashMap::new();
    for one in standing {
        by_seat.entry(organisations.seat(one.member.seat())).or_default().push(one);
    }
    let mut desk = Desk { names: names(standing, today), organisations, by_seat, taken: HashMap::new(), today };
    let mut plan = Plan { rows: Vec::with_capacity(drafts.len()), wrong };
    for draft in drafts {
        match desk.look(draft) {
            Ok(row) => plan.rows.push(row),
            Err(fault) => plan.wrong.push(Wrong { line: draft.line, fault }),
        }
    }
    plan.wrong.sort_by_key(|wrong| wrong.line);
    plan
}

/// Who is on the roster and not gone, by folded name.
fn names(standing: &[Standing], today: NaiveDate) -> HashMap<String, Vec<&Member>> {
    let mut names: HashMap<String, Vec<&Member>> = HashMap::new();
    for one in standing.iter().filter(|one| one.member.mandate.phase(today) != Phase::Ended) {
        names.entry(fold(one.member.name.as_str())).or_default().push(&one.member);
    }
    names
}

struct Desk<'a> {
    names: HashMap<String, Vec<&'a Member>>,
    organisations: Known<'a>,
    by_seat: HashMap<Seat, Vec<&'a Standing>>,
    /// What rows before this one make of a seat, with their lines and the mandate they are about.
    taken: HashMap<Seat, Vec<(u64, Option<MemberId>, Member)>>,
    today: NaiveDate,
}

impl<'a> Desk<'a> {
    fn look(&mut self, draft: &Draft) -> Result<Planned, Fault> {
        let said = Seat { email: draft.email.key(), function: draft.function, organisation: name_key(draft.organisation.as_str()) };
        let seat = self.organisations.seat(said);
        let here: &[&Standing] = self.by_seat.get(&seat).map_or(&[], Vec::as_slice);
        let meant = meant(here, draft, self.today);
        let becomes = draft.over(meant.map(|one| &one.member), self.today).map_err(Fault::Ends)?;
        let before = self.taken.get(&seat).map_or(&[][..], Vec::as_slice);
        let twice = before.iter().find(|(_, id, other)| (id.is_some() && *id == meant.map(|m| m.id)) || other.mandate.overlaps(&becomes.mandate));
        if let Some((line, ..)) = twice {
            return Err(Fault::Twice(*line));
        }
        let rewritten = |id: MemberId| before.iter().any(|(_, of, _)| *of == Some(id));
        let others = here.iter().filter(|one| Some(one.id) != meant.map(|m| m.id) && !rewritten(one.id));
        if others.into_iter().any(|one| one.member.mandate.overlaps(&becomes.mandate)) {
            return Err(Fault::Overlaps);
        }
        let (step, doubts) = match meant {
            Some(one) if one.member == becomes => (Step::Same(one.id), Vec::new()),
            // The next term of somebody is a mandate of its own: the running one would lose its past.
            Some(one) if one.member.mandate.start() <= self.today && self.today < becomes.mandate.start() => return Err(Fault::Overlaps),
            Some(one) => (Step::Change { was: Box::new(one.clone()), becomes: becomes.clone() }, Vec::new()),
            None => (Step::Add(becomes.clone()), self.doubts(&becomes)),
        };
        self.taken.entry(seat).or_default().push((draft.line, meant.map(|one| one.id), becomes));
        Ok(Planned { line: draft.line, step, doubts })
    }

    fn doubts(&mut self, member: &Member) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let namesakes = self.names.get(&fold(member.name.as_str())).map_or(&[][..], Vec::as_slice);
        if let Some(other) = namesakes.iter().find(|other| other.email.key() != member.email.key())
            && !namesakes.iter().any(|other| other.email.key() == member.email.key())
        {
            doubts.push(Doubt::SameName(other.email.to_string()));
        }
        doubts.extend(self.organisations.like(member.organisation.as_str()).map(Doubt::LikeOrganisation));
        doubts
    }
}

/// The mandate that a row is about: the one with its start; without a start the last that is not over, or that ends as the row says;
/// with another start one that it would hold beside.
fn meant<'a>(here: &[&'a Standing], draft: &Draft, today: NaiveDate) -> Option<&'a Standing> {
    let end = draft.end.flatten();
    match draft.start {
        Some(start) => {
            let same_start = here.iter().find(|one| one.member.mandate.start() == start);
            let beside = || {
                let made = draft.over(None, today).ok()?;
                let mut beside = here.iter().filter(|one| one.member.mandate.overlaps(&made.mandate));
                // Beside two of them it is neither.
                beside.next().filter(|_| beside.next().is_none())
            };
            same_start.or_else(beside).copied()
        }
        None => {
            let is_meant = |one: &&&Standing| one.member.mandate.phase(today) != Phase::Ended || (end.is_some() && one.member.mandate.end() == end);
            here.iter().filter(is_meant).max_by_key(|one| one.member.mandate.start()).copied()
        }
    }
}

/// Names of organisations, found by what they have in common with another.
struct Known<'a> {
    /// By each key the one of the name that lists show.
    keys: HashMap<&'a str, &'a str>,
    names: Vec<(&'a str, &'a str)>,
    by_word: HashMap<String, Vec<usize>>,
    /// What was answered before: a table names the same organisation many times.
    answered: BTreeMap<String, Option<String>>,
}

/// Words that stand in more names than this tell nothing.
const TOO_COMMON: usize = 50;

impl<'a> Known<'a> {
    /// `here` are the keys of the organisations on this roster.
    fn of(organisations: &'a [AnyName], here: &HashSet<String>) -> Self {
        // Others may have been named on a platform that whoever brings the table must not know of.
        let open = organisations.iter().filter(|name| name.is_open || here.contains(name.key.as_str()));
        let names: Vec<(&str, &str)> = open.map(|name| (name.key.as_str(), name.name.as_str())).collect();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, (key, _)) in names.iter().enumerate() {
            for word in hooks(key) {
                by_word.entry(word).or_default().push(place);
            }
        }
        let keys = organisations.iter().map(|name| (name.key.as_str(), name.main.as_str())).collect();
        Self { keys, names, by_word, answered: BTreeMap::new() }
    }

    /// A seat at an organisation, the same by whatever of its names it is meant.
    fn seat(&self, said: Seat) -> Seat {
        match self.keys.get(said.organisation.as_str()) {
            Some(main) => Seat { organisation: (*main).to_owned(), ..said },
            None => said,
        }
    }

    /// The name of a known organisation that this one resembles, when it is not known itself.
    fn like(&mut self, name: &str) -> Option<String> {
        let key = name_key(name);
        if self.keys.contains_key(key.as_str()) {
            return None;
        }
        if let Some(answer) = self.answered.get(&key) {
            return answer.clone();
        }
        let near: HashSet<usize> =
            hooks(&key).iter().filter_map(|word| self.by_word.get(word)).filter(|places| places.len() <= TOO_COMMON).flatten().copied().collect();
        let mut near: Vec<usize> = near.into_iter().filter(|place| resembles(&key, self.names[*place].0)).collect();
        near.sort_unstable();
        let answer = near.first().map(|place| self.names[*place].1.to_owned());
        self.answered.insert(key, answer.clone());
        answer
    }
}

/// What a name is found by: its words, and the consonants of the whole, in which a mistyped letter seldom shows.
fn hooks(key: &str) -> Vec<String> {
    let mut hooks: Vec<String> = key.split(' ').filter(|word| word.chars().count() > 2).map(str::to_owned).collect();
    let mut bones = String::from(" ");
    for c in key.chars().filter(|c| c.is_alphanumeric() && !"aeiouy".contains(*c)) {
        if !bones.ends_with(c) {
            bones.push(c);
        }
    }
    hooks.push(bones);
    hooks
}

#[cfg(test)]
mod tests;
