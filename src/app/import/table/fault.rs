//! Why a table cannot be read at all, each with a stable code and English words that name the way out.

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// Nothing in it.
    #[error("there is no table: the first line holds the names of the columns, one line follows for each row")]
    Empty,
    /// Names of columns, and nothing below.
    #[error("there is no row below the names of the columns")]
    NoRows,
    /// A workbook that cannot be read: of before 2007, locked with a password, or damaged.
    #[error("this workbook cannot be read; save the table as .xlsx without a password, or as CSV")]
    Workbook,
    /// Not text in an encoding we read.
    #[error("this is not text; save the table as CSV in UTF-8")]
    NotText,
    /// Too large a file.
    #[error("the table has {bytes} bytes; at most {} can be read at once, so split it", super::MAX_BYTES)]
    TooLarge {
        /// How large.
        bytes: usize,
    },
    /// Too many rows.
    #[error("the table has more than {} rows; split it", super::MAX_ROWS)]
    TooManyRows,
    /// Columns nobody asked for.
    #[error("unknown columns: {}; known are: {}", .names.join(", "), .known.join(", "))]
    UnknownColumns {
        /// As they stand in the first line.
        names: Vec<String>,
        /// The canonical names of those that can be read.
        known: Vec<&'static str>,
    },
    /// Columns that are needed and are not there.
    #[error("missing columns: {}; the first line holds the names of the columns", .0.join(", "))]
    MissingColumns(Vec<&'static str>),
    /// Two columns that mean the same.
    #[error("two columns are called {0}; leave one out")]
    TwiceColumn(&'static str),
    /// A quotation mark that is never closed.
    #[error("line {line}: a quotation mark is opened and never closed")]
    OpenQuote {
        /// Where its row begins.
        line: u64,
    },
}

impl TableFault {
    /// The stable code, the last part of its text's key.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoRows => "no-rows",
            Self::Workbook => "workbook",
            Self::NotText => "not-text",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyRows => "too-many-rows",
            Self::UnknownColumns { .. } => "unknown-columns",
            Self::MissingColumns(_) => "missing-columns",
            Self::TwiceColumn(_) => "twice-column",
            Self::OpenQuote { .. } => "open-quote",
        }
    }
}
