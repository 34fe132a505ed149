//! Statements written out, so that the database prepares each of them once: many rows in one statement on PostgreSQL, one
//! statement run for each row on SQLite, where a statement costs no round trip.
//!
//! diesel prepares its own updates, upserts and inserts of several rows anew at every run (their text may differ from run to
//! run). Why that matters: docs/decisions/0011. Only statements that
//! run for every registration or mail are written here; all others stay diesel's.

use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{Array, HasSqlType};
use diesel::{PgConnection, QueryResult, RunQueryDsl};

/// A statement: text, values, text, values, text. Its text is what the connection finds its prepared form by.
#[derive(Debug)]
pub struct Statement<V, W = ()> {
    /// Up to the first value.
    pub head: &'static str,
    /// Values, with commas between them.
    pub values: V,
    /// What follows them.
    pub tail: &'static str,
    /// More values.
    pub last: W,
    /// What ends it.
    pub end: &'static str,
}

impl<DB: Backend, V: QueryFragment<DB>, W: QueryFragment<DB>> QueryFragment<DB> for Statement<V, W> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql(self.head);
        self.values.walk_ast(out.reborrow())?;
        out.push_sql(self.tail);
        self.last.walk_ast(out.reborrow())?;
        out.push_sql(self.end);
        Ok(())
    }
}

impl<V, W> QueryId for Statement<V, W> {
    type QueryId = ();
    // Two statements may have values of the same types.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<V, W, C> RunQueryDsl<C> for Statement<V, W> {}

/// A value of a column of SQL type `ST`.
#[derive(Debug)]
pub struct Value<'a, ST, T: ?Sized>(&'a T, PhantomData<ST>);

impl<'a, ST, T: ?Sized> Value<'a, ST, T> {
    /// Binds a value.
    pub fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<DB: Backend + HasSqlType<ST>, ST, T: ToSql<ST, DB> + ?Sized> QueryFragment<DB> for Value<'_, ST, T> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_bind_param(self.0)
    }
}

/// The values of several rows in a column of SQL type `ST`, as one array.
#[derive(Debug)]
pub struct Values<'a, ST, T>(Vec<&'a T>, PhantomData<ST>);

impl<'a, ST, T> Values<'a, ST, T> {
    /// Binds the value that each row has in this column.
    pub fn of<R>(rows: &'a [R], column: impl Fn(&'a R) -> &'a T) -> Self {
        Self(rows.iter().map(column).collect(), PhantomData)
    }
}

impl<'v, ST: 'static, T: std::fmt::Debug> QueryFragment<Pg> for Values<'v, ST, T>
where
    Pg: HasSqlType<ST> + HasSqlType<Array<ST>>,
    &'v T: ToSql<ST, Pg>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_bind_param::<Array<ST>, Vec<&'v T>>(&self.0)
    }
}

/// A statement that PostgreSQL can run.
pub trait OnPostgres: QueryFragment<Pg> + QueryId + RunQueryDsl<PgConnection> {}

impl<V: QueryFragment<Pg>, W: QueryFragment<Pg>> OnPostgres for Statement<V, W> {}

/// Rows of which many are added at once.
pub trait Bulk: Sized {
    /// Adds these rows.
    fn insert_all(conn: &mut super::AnyConn, rows: &[Self]) -> Result<(), super::DbError>;
}

/// The names of columns, quoted, with commas between them.
#[macro_export]
macro_rules! column_names {
    (@of $table:ident, $first:ident $(, $column:ident)*) => {
        concat!(stringify!($table), ".\"", stringify!($first), "\"" $(, ", ", stringify!($table), ".\"", stringify!($column), "\"")*)
    };
    ($first:ident $(, $column:ident)*) => {
        concat!("\"", stringify!($first), "\"" $(, ", \"", stringify!($column), "\"")*)
    };
}

/// Makes a row one of which many are added at once. All its fields are named: a forgotten one does not compile.
#[macro_export]
macro_rules! bulk {
    ($table:ident, $row:ident { $($column:ident),+ $(,)? }) => {
        impl $row {
            /// The statement on PostgreSQL: an array for each column.
            fn unnest<'a>(rows: &'a [Self], tail: &'static str) -> impl $crate::db::bulk::OnPostgres + 'a {
                $crate::db::bulk::Statement {
                    head: concat!("INSERT INTO ", stringify!($table), " (", $crate::column_names!($($column),+), ") SELECT * FROM unnest("),
                    values: ($($crate::db::bulk::Values::<<$table::$column as diesel::Expression>::SqlType, _>::of(rows, |row| &row.$column),)+),
                    tail,
                    last: (),
                    end: "",
                }
            }
        }

        impl $crate::db::bulk::Bulk for $row {
            fn insert_all(conn: &mut $crate::db::AnyConn, rows: &[Self]) -> Result<(), $crate::db::DbError> {
                if let Some($row { $($column: _),+ }) = rows.first() {
                    match conn {
                        $crate::db::AnyConn::Pg(c) => {
                            diesel::RunQueryDsl::execute(Self::unnest(rows, ")"), c)?;
                        }
                        $crate::db::AnyConn::Sqlite(c) => {
                            for row in rows {
                                diesel::RunQueryDsl::execute(diesel::insert_into($table::table).values(row), c)?;
                            }
                        }
                    }
                }
                Ok(())
            }
        }
    };
}

/// Writes the named columns of rows that exist, found by `id`.
#[macro_export]
macro_rules! update_all {
    ($conn:expr, $table:ident, $rows:expr, $($column:ident),+ $(,)?) => {{
        let rows = $rows;
        if !rows.is_empty() {
            match $conn {
                $crate::db::AnyConn::Pg(c) => {
                    let statement = $crate::db::bulk::Statement {
                        head: concat!(
                            "UPDATE ", stringify!($table), " AS t SET (", $crate::column_names!($($column),+), ") = ROW(",
                            $crate::column_names!(@of v, $($column),+), ") FROM unnest("
                        ),
                        values: (
                            $crate::db::bulk::Values::<diesel::sql_types::BigInt, _>::of(rows, |row| &row.id),
                            $($crate::db::bulk::Values::<<$table::$column as diesel::Expression>::SqlType, _>::of(rows, |row| &row.$column),)+
                        ),
                        tail: concat!(") AS v (id, ", $crate::column_names!($($column),+), ") WHERE t.id = v.id"),
                        last: (),
                        end: "",
                    };
                    diesel::RunQueryDsl::execute(statement, c)?;
                }
                $crate::db::AnyConn::Sqlite(c) => {
                    for row in rows {
                        let statement = $crate::db::bulk::Statement {
                            head: concat!("UPDATE ", stringify!($table), " SET (", $crate::column_names!($($column),+), ") = ("),
                            values: ($($crate::db::bulk::Value::<<$table::$column as diesel::Expression>::SqlType, _>::new(&row.$column),)+),
                            tail: ") WHERE id = ",
                            last: $crate::db::bulk::Value::<diesel::sql_types::BigInt, _>::new(&row.id),
                            end: "",
                        };
                        diesel::RunQueryDsl::execute(statement, c)?;
                    }
                }
            }
        }
    }};
}
