//! What is published of one event: its people by sector, way of attending, language and kind, and the figures told of them.
//!
//! Responsible for the words of the cube (cells, kinds, measures) and the counts in it. Must not know what is hidden or why.

use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;

/// How many sectors there are.
pub const SECTORS: usize = Sector::ALL.len();
/// How many ways of attending there are.
pub const MODES: usize = Mode::ALL.len();
/// How many languages there are.
pub const LANGUAGES: usize = Language::ALL.len();
/// How many finest cells there are.
pub const BASES: usize = SECTORS * MODES * LANGUAGES;
/// How many cells all splits have together: each dimension has one value more, "all".
pub const CELLS: usize = (SECTORS + 1) * (MODES + 1) * (LANGUAGES + 1);

/// Kinds of people at a held event; each person is of exactly one.
pub mod kind {
    /// Had a seat and was present.
    pub const SEAT_PRESENT: usize = 0;
    /// Had a seat and did not come.
    pub const SEAT_ABSENT: usize = 1;
    /// Was present without a seat.
    pub const ONLY_PRESENT: usize = 2;
    /// Registered, had no seat in the end and was not present.
    pub const ONLY_REGISTERED: usize = 3;
    /// How many kinds there are.
    pub const ALL: usize = 4;
}

/// One cell of one split: a value for each dimension that is split by, `None` where all are taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// Place of the sector in its vocabulary.
    pub sector: Option<usize>,
    /// Place of the way of attending in its vocabulary.
    pub mode: Option<usize>,
    /// Place of the language in its vocabulary.
    pub language: Option<usize>,
}

impl Cell {
    /// Everybody at the event.
    pub const TOTAL: Self = Self { sector: None, mode: None, language: None };

    /// Every cell of every split, in the order of [`Cell::place`].
    pub fn every() -> impl Iterator<Item = Self> {
        let of = |value: usize, size: usize| (value < size).then_some(value);
        (0..CELLS).map(move |place| Self {
            sector: of(place / ((MODES + 1) * (LANGUAGES + 1)), SECTORS),
            mode: of(place / (LANGUAGES + 1) % (MODES + 1), MODES),
            language: of(place % (LANGUAGES + 1), LANGUAGES),
        })
    }

    /// Where the cell stands among all; `None` when a value is none of its vocabulary.
    pub fn place(self) -> Option<usize> {
        let of = |value: Option<usize>, size: usize| match value {
            Some(value) if value >= size => None,
            Some(value) => Some(value),
            None => Some(size),
        };
        let (sector, mode, language) = (of(self.sector, SECTORS)?, of(self.mode, MODES)?, of(self.language, LANGUAGES)?);
        Some((sector * (MODES + 1) + mode) * (LANGUAGES + 1) + language)
    }

    /// By how many dimensions the cell's split splits: 0 for the total.
    pub fn depth(self) -> usize {
        [self.sector, self.mode, self.language].iter().flatten().count()
    }

    /// Whether the people of a finest cell are counted in this one.
    pub fn holds(self, base: Base) -> bool {
        let within = |value: Option<usize>, of: usize| value.is_none_or(|value| value == of);
        within(self.sector, base.sector) && within(self.mode, base.mode) && within(self.language, base.language)
    }
}

/// One of the finest cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// Place of the sector in its vocabulary.
    pub sector: usize,
    /// Place of the way of attending in its vocabulary.
    pub mode: usize,
    /// Place of the language in its vocabulary.
    pub language: usize,
}

impl Base {
    /// Every finest cell, in the order of [`Base::place`].
    pub fn every() -> impl Iterator<Item = Self> {
        (0..BASES).map(|place| Self { sector: place / (MODES * LANGUAGES), mode: place / LANGUAGES % MODES, language: place % LANGUAGES })
    }

    /// Where it stands among all; `None` when a value is none of its vocabulary.
    pub fn place(self) -> Option<usize> {
        (self.sector < SECTORS && self.mode < MODES && self.language < LANGUAGES)
            .then_some((self.sector * MODES + self.mode) * LANGUAGES + self.language)
    }
}

/// A figure: which kinds of people it counts, and how much its loss would hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// One bit per kind.
    kinds: u32,
    /// Weight in the choice of what is hidden besides; at least 1.
    worth: u32,
    /// Whether the figure is told at all.
    published: bool,
}

impl Measure {
    /// A figure that counts these kinds.
    pub fn of(kinds: &[usize], worth: u32) -> Self {
        let kinds = kinds.iter().filter(|kind| **kind < 32).fold(0, |mask, kind| mask | 1 << kind);
        Self { kinds, worth: worth.clamp(1, 1000), published: true }
    }

    /// The same figure, never told itself, but not to be derived from the others either while it is small.
    #[must_use]
    pub fn guarded(self) -> Self {
        Self { published: false, ..self }
    }

    /// Whether people of a kind are counted.
    pub fn counts(self, kind: usize) -> bool {
        kind < 32 && self.kinds >> kind & 1 == 1
    }

    /// How much its loss would hurt.
    pub fn worth(self) -> u32 {
        self.worth
    }

    /// Whether the figure is told at all.
    pub fn published(self) -> bool {
        self.published
    }

    /// Registered, confirmed, attended, no-show: the figures of a held event.
    pub fn held() -> [Self; 4] {
        use kind::{ONLY_PRESENT, ONLY_REGISTERED, SEAT_ABSENT, SEAT_PRESENT};
        [
            Self::of(&[SEAT_PRESENT, SEAT_ABSENT, ONLY_PRESENT, ONLY_REGISTERED], 3),
            Self::of(&[SEAT_PRESENT, SEAT_ABSENT], 3),
            Self::of(&[SEAT_PRESENT, ONLY_PRESENT], 20),
            Self::of(&[SEAT_ABSENT], 1),
        ]
    }

    /// Registered and confirmed: the figures of an event to come.
    pub fn to_come() -> [Self; 2] {
        let [registered, confirmed, ..] = Self::held();
        [registered, confirmed]
    }
}

/// The people of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    kinds: usize,
    offered: [bool; MODES],
    counts: Vec<u32>,
}

impl Table {
    /// An event without people. Everybody knows that nobody attends in a way that is not offered, so nothing can be veiled by it.
    pub fn new(kinds: usize, offered: [bool; MODES]) -> Self {
        let kinds = kinds.clamp(1, 32);
        Self { kinds, offered, counts: vec![0; BASES * kinds] }
    }

    /// Adds people of one kind. False, and nothing is added, when there is no such cell or kind.
    #[must_use]
    pub fn add(&mut self, base: Base, kind: usize, people: u32) -> bool {
        let place = base.place().filter(|_| kind < self.kinds).map(|place| place * self.kinds + kind);
        match place.and_then(|place| self.counts.get_mut(place)) {
            Some(count) => *count = count.saturating_add(people),
            None => return false,
        }
        true
    }

    /// How many kinds of people are told apart.
    pub fn kinds(&self) -> usize {
        self.kinds
    }

    /// People of one kind in a finest cell.
    pub fn count(&self, base: Base, kind: usize) -> u64 {
        let place = base.place().filter(|_| kind < self.kinds);
        place.and_then(|place| self.counts.get(place * self.kinds + kind)).map_or(0, |count| u64::from(*count))
    }

    /// The true value of a figure in a cell.
    pub fn value(&self, cell: Cell, measure: Measure) -> u64 {
        let kinds = |base| (0..self.kinds).filter(|kind| measure.counts(*kind)).map(move |kind| self.count(base, kind)).sum::<u64>();
        Base::every().filter(|base| cell.holds(*base)).map(kinds).sum()
    }

    /// Whether a way of attending can have people for all that outsiders know: it is offered, or was once and has some.
    pub fn open(&self, mode: usize) -> bool {
        let some = || Base::every().any(|base| base.mode == mode && (0..self.kinds).any(|kind| self.count(base, kind) > 0));
        self.offered.get(mode).is_some_and(|offered| *offered || some())
    }
}
