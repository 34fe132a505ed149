//! Lists in pages: a cursor is the public name of the last thing seen, so that nothing inside shows and nothing is skipped
//! when rows come or go.

use serde::Serialize;
use utoipa::ToSchema;

use super::query::Query;

/// Most things on one page.
pub const MAX: u32 = 500;
/// Things on a page when nothing is asked.
pub const DEFAULT: u32 = 100;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The things.
    pub items: Vec<T>,
    /// The cursor of the next page, for `after`; null on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page out of rows of which one more than `limit` was asked for.
    pub fn of<R>(mut rows: Vec<R>, limit: u32, name: impl Fn(&R) -> String, show: impl FnMut(R) -> T) -> Self {
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| more).map(name);
        Self { items: rows.into_iter().map(show).collect(), next }
    }
}

/// The parameter `limit`, 1 to [`MAX`].
pub fn limit(query: &mut Query) -> u32 {
    match query.parsed::<u32>("limit") {
        None => DEFAULT,
        Some(n) if (1..=MAX).contains(&n) => n,
        Some(n) => {
            query.refuse("limit", "out_of_range", format!("{n} is not between 1 and {MAX}"));
            DEFAULT
        }
    }
}
