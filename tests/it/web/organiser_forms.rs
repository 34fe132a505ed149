//! The forms of an event say what the API says: the same limits, the same moments, nothing lost by saving.

use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const EVENT: &str = "/organiser/en/events/here";

both_databases! {
    /// The link to the meeting is for those who manage the event; the desk and the reporter see the rest.
    async fn a_join_link_is_shown_by_role(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").hybrid(None));
        for (role, sees) in [(Role::Admin, true), (Role::Organiser, true), (Role::Desk, false), (Role::Reporter, false)] {
            let visitor = house.staff(role, None).await;
            let page = visitor.get(EVENT).await;
            assert_eq!((page.status.as_u16(), page.body.contains("meet.example.be")), (200, sees), "{role}");
        }
    }
}
