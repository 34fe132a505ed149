//! What a program may no longer change, and what two who change at once are told.

use quarterdeck::domain::staff::Role;

use super::api_flow::draft;
use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::Scene;
use crate::support::sql::Sql;

both_databases! {
    /// Another process takes the address part after this one has looked and before it has written.
    async fn two_processes_want_the_same_address_part(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let mut other = Sql::open(&api.database.url);
        other.run("BEGIN");
        Scene::event("wanted").put(&mut other);
        let create = api.call(&token, "POST", "/events", Some(draft("wanted")));
        let commit = async {
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            other.run("COMMIT");
        };
        let (refused, ()) = tokio::join!(create, commit);
        assert_eq!((refused.status.as_u16(), refused.code()), (409, "taken"), "{refused:?}");
    }
}
