//! Addresses to which mail fails: nothing more goes there, until their owner proves them anew.

use chrono::Duration;
use quarterdeck::domain::email::EmailAddress;

use crate::both_databases;
use crate::substitutes::House;
use crate::support::scene::Scene;

const AN: &str = "an@haven.example";

both_databases! {
    async fn a_dead_address_gets_an_address_proof_and_nothing_else(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here")).await else { return };
        house.enter(AN, "Haven NV").await;
        let mac = house.app.secrets.address_mac(&EmailAddress::parse(AN).expect("an address").key());
        let fails = |state: &str| {
            house.sql().run("DELETE FROM mail_address");
            house.sql().run(&format!(
                "INSERT INTO mail_address (address_mac, state, code, since, last_at, failures) \
                 VALUES ('{mac}', '{state}', '5.1.1', '2026-11-20 09:00:00.000000', '2026-11-20 09:00:00.000000', 1)"
            ));
        };
        for (state, mail, goes, becomes) in [
            ("hard", "registration_confirmed", 0, "failed"),
            ("hard", "prove_address", 1, "queued"),
            ("soft", "registration_confirmed", 1, "queued"),
            ("complaint", "registration_confirmed", 1, "queued"),
            ("complaint", "announcement", 0, "aborted"),
        ] {
            fails(state);
            house.sql().run(&format!("UPDATE outbox SET status = 'queued', lease_until = NULL, kind = '{mail}'"));
            let claimed = house.app.claim_mails(10, 60, house.now() + Duration::minutes(1)).await.expect("a claim");
            assert_eq!((claimed.len(), house.sql().words("SELECT status AS value FROM outbox")), (goes, vec![becomes.to_owned()]), "{state} {mail}");
        }
        assert_eq!(house.sql().words("SELECT last_code || ' ' || last_text AS value FROM outbox"), ["suppressed 5.1.1"]);
        // Who proves the address shows that mail arrives there.
        fails("hard");
        house.sql().run("UPDATE registration SET state = 'pending', proved_at = NULL, prove_before = '2026-11-22 09:00:00.000000', reason = NULL");
        house.sql().run("UPDATE seat_pool SET taken_academic = 0");
        let hash = house.told("page_hash", AN);
        house.app.prove_address(house.event, &hash, house.now()).await.expect("proven");
        assert_eq!(house.sql().count("mail_address", "1 = 1"), 0);
    }
}
