//! Coverage of the roster: for each function, at how many organisations it is held, stood in for, or vacant, and how many of them were
//! represented in the quarter.

use super::{Cell, Facts, Measure, Of, PostFacts, Row, Statistic, Table};
use crate::domain::member::Function;

/// The table; `None` where the platform has no roster.
pub fn table(facts: &Facts) -> Option<Table> {
    let posts = facts.posts.as_ref()?;
    let row = |function: &Function| {
        let count = |wanted: &dyn Fn(&PostFacts) -> bool| posts.iter().filter(|post| post.function == *function && wanted(post)).count() as u64;
        let figures = [
            count(&|_| true),
            count(&|post| post.is_held),
            count(&|post| !post.is_held && post.has_deputy),
            count(&|post| !post.is_held && !post.has_deputy),
            count(&|post| post.was_represented),
        ];
        (figures[0] > 0).then(|| Row { of: Of::word("function", function.code()), cells: figures.map(Cell::Number).into() })
    };
    let columns = vec![Measure::Organisations, Measure::FilledPosts, Measure::DeputyOnly, Measure::Vacant, Measure::Represented];
    Some(Table { statistic: Statistic::Coverage, columns, rows: Function::ALL.iter().filter_map(row).collect() })
}
