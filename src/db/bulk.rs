//! Many rows at once, the fastest way of each database: one statement on PostgreSQL, one cached statement run for each
//! row on SQLite, where a statement costs no round trip.

/// Inserts a slice of rows.
#[macro_export]
macro_rules! insert_all {
    ($tx:expr, $table:ident, $rows:expr) => {{
        let rows = $rows;
        match &mut **$tx {
            $crate::db::AnyConn::Pg(c) => {
                for chunk in rows.chunks(1000) {
                    diesel::insert_into($table::table).values(chunk).execute(c)?;
                }
            }
            $crate::db::AnyConn::Sqlite(c) => {
                for row in rows {
                    diesel::insert_into($table::table).values(row).execute(c)?;
                }
            }
        }
    }};
}

/// Writes the named columns of rows that exist, found by `id`.
#[macro_export]
macro_rules! update_all {
    ($tx:expr, $table:ident, $rows:expr, $($column:ident),+ $(,)?) => {{
        let rows = $rows;
        match &mut **$tx {
            $crate::db::AnyConn::Pg(c) => {
                for chunk in rows.chunks(1000) {
                    diesel::insert_into($table::table)
                        .values(chunk)
                        .on_conflict($table::id)
                        .do_update()
                        .set(($($table::$column.eq(diesel::upsert::excluded($table::$column)),)+))
                        .execute(c)?;
                }
            }
            $crate::db::AnyConn::Sqlite(c) => {
                for row in rows {
                    diesel::update($table::table.find(&row.id)).set(($($table::$column.eq(&row.$column),)+)).execute(c)?;
                }
            }
        }
    }};
}
