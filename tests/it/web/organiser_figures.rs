//! The figures page: what its filter takes, and what it refuses.

use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

both_databases! {
    /// A split says each dimension once; a list without end is refused instead of counted.
    async fn a_split_names_each_dimension_once(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Reporter, None).await;
        let page = |by: &str| format!("/organiser/en/figures?from=2020-Q1&to=2999-Q4&by={by}");
        let once = visitor.get(&page("sector,edition")).await;
        let twice = visitor.get(&page("sector,edition,sector,edition,sector")).await;
        assert_eq!((twice.status.as_u16(), twice.texts("th")), (200, once.texts("th")));
        assert_eq!(twice.texts("td"), once.texts("td"), "each column once");
        let file = visitor.get(&page("sector,edition,sector").replace("/figures", "/figures.csv")).await;
        assert_eq!(file.body.lines().next().map(|line| line.matches("sector").count()), Some(1), "{}", file.body);

        let six = visitor.get(&page("sector,platform,edition,mode,language,event")).await;
        assert_eq!(six.status, 200);
        let endless = page(&"sector,".repeat(500));
        let refused = visitor.get(&endless).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text(".errors").contains("Choose one of the answers"), "{}", refused.text(".errors"));
        for file in ["/figures.csv", "/figures.json"] {
            assert_eq!(visitor.get(&endless.replace("/figures", file)).await.status, 400, "{file}");
        }
    }
}
