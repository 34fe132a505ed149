//! What both databases must have in common, read from the databases themselves.

use crate::support::databases::Kind;
use crate::support::sql::Sql;

#[test]
fn both_databases_have_the_same_columns() {
    let (Some(sqlite), Some(postgres)) = (Kind::Sqlite.fresh(), Kind::Postgres.fresh()) else { return };
    sqlite.migrate();
    postgres.migrate();
    let of_sqlite = Sql::open(&sqlite.url).words(
        "SELECT m.name || '.' || p.name || CASE WHEN p.\"notnull\" = 1 THEN '' ELSE '?' END AS value \
         FROM sqlite_master m JOIN pragma_table_info(m.name) p \
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' ORDER BY 1",
    );
    let of_postgres = Sql::open(&postgres.url).words(
        "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END AS value \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%' ORDER BY 1",
    );
    let sorted = |mut columns: Vec<String>| {
        columns.sort();
        columns
    };
    assert_eq!(sorted(of_sqlite), sorted(of_postgres));
}

#[test]
fn migrating_twice_changes_nothing() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let Some(database) = kind.fresh() else { continue };
        database.migrate();
        database.migrate();
        assert_eq!(Sql::open(&database.url).count("platform", "1 = 1"), 0);
    }
}
