//! Why a report cannot be read, and what is doubtful about one of its rows: codes and parameters, never words.

/// How much of a cell a doubt quotes, in characters.
const SHOWN: usize = 60;
/// Most doubts that are kept one by one; the others are counted.
pub const MAX_DOUBTS: usize = 1_000;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it.
    Empty,
    /// Not text in an encoding we read, or text with NULs in it.
    NotText,
    /// An archive or a workbook: it becomes text elsewhere (see [`super::is_workbook`]).
    Workbook,
    /// Too large a file or text, in bytes.
    TooLarge {
        /// How large it is.
        bytes: usize,
        /// How large it may be.
        most: usize,
    },
    /// Too many rows.
    TooManyRows {
        /// How many there may be.
        most: usize,
    },
    /// Too many separators for a table of people.
    TooManyCells {
        /// How many cells there may be.
        most: usize,
    },
    /// A quotation mark that is never closed.
    OpenQuote {
        /// The line its row begins on, from 1.
        line: u64,
    },
    /// No line names the columns that are needed.
    MissingColumns {
        /// The line that came nearest.
        line: u64,
        /// What stands there, each cut short; at most twenty.
        found: Vec<String>,
        /// Codes of the columns that it lacks (see `docs` of [`super::reports`]).
        wanted: Vec<&'static str>,
    },
    /// Names of columns, and nobody below.
    NoRows {
        /// The line that names them.
        line: u64,
    },
    /// One date can only be read day first, another only month first.
    MixedDates {
        /// A line whose date begins with the day.
        day_first: u64,
        /// A line whose date begins with the month.
        month_first: u64,
    },
}

impl Fault {
    /// The stable code, the last part of its text's key.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText => "not-text",
            Self::Workbook => "workbook",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::OpenQuote { .. } => "open-quote",
            Self::MissingColumns { .. } => "missing-columns",
            Self::NoRows { .. } => "no-rows",
            Self::MixedDates { .. } => "mixed-dates",
        }
    }
}

/// What may be wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Neither a name nor an address: nobody can be recognised. The row is left out.
    Nobody,
    /// A formula stands where a value should. The cell counts as empty.
    Formula,
    /// No moment can be read there. The row gives no time.
    Time,
    /// No joining: the row gives no time.
    NoJoin,
    /// No leaving: taken to last until the end of the meeting, as far as that is known.
    OpenEnd,
    /// Left before joining. The row gives no time.
    LeaveBeforeJoin,
    /// Left without having joined. The row gives no time.
    LeaveWithoutJoin,
    /// Neither joining nor leaving, but a word that is not known. The row is left out.
    Action,
    /// An hour that summer time leaves out; taken as if the clock had not been put forward.
    NoSuchHour,
    /// Only first joining and last leaving are known, and less was spent in the meeting than lies between. What was spent caps the minutes.
    Gaps,
    /// What stands in the column of addresses is none. It is not used.
    Address,
}

impl Code {
    /// The stable code, the last part of its text's key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Formula => "formula",
            Self::Time => "time",
            Self::NoJoin => "no-join",
            Self::OpenEnd => "open-end",
            Self::LeaveBeforeJoin => "leave-before-join",
            Self::LeaveWithoutJoin => "leave-without-join",
            Self::Action => "action",
            Self::NoSuchHour => "no-such-hour",
            Self::Gaps => "gaps",
            Self::Address => "address",
        }
    }
}

/// One row about which somebody should think.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where it begins in the file, from 1.
    pub line: u64,
    /// The code of the column, as in [`Fault::MissingColumns`].
    pub column: &'static str,
    /// What is doubtful.
    pub code: Code,
    /// What stands there, cut short.
    pub found: String,
}

/// The doubts about a file, the first thousand of them one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// In the order in which they were found.
    pub kept: Vec<Doubt>,
    /// How many more there were.
    pub beyond: u64,
}

impl Doubts {
    /// Adds one.
    pub(super) fn push(&mut self, line: u64, column: &'static str, code: Code, found: &str) {
        if self.kept.len() < MAX_DOUBTS {
            self.kept.push(Doubt { line, column, code, found: quoted(found) });
        } else {
            self.beyond += 1;
        }
    }
}

/// A cell cut to what a refusal can quote, without control characters.
pub(super) fn quoted(cell: &str) -> String {
    let mut shown: String = cell.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if cell.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
