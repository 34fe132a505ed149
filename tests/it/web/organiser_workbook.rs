//! The list of registrations as a workbook: the columns and the filter of the other file, each cell as what it is.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Visitor;
use crate::support::scene::Scene;

const LIST: &str = "/organiser/en/events/here/registrations";

async fn fetch(visitor: &Visitor, query: &str) -> (u16, String, Vec<u8>) {
    let url = visitor.base.join(&format!("{LIST}.xlsx{query}")).expect("an address");
    let answer = visitor.client.get(url).send().await.expect("an answer");
    let kind = answer.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    (answer.status().as_u16(), kind, answer.bytes().await.expect("bytes").to_vec())
}

fn rows(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    assert!(book.worksheet_formula("Sheet1").expect("formulas").is_empty(), "no text is a formula");
    book.worksheet_range("Sheet1").expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

both_databases! {
    async fn the_list_is_a_workbook_like_the_other_file(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(1));
        house.enter("here", &["=1+1 Peeters", "Zoë <Dupont> & Co"]).await;
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let list = visitor.get(&format!("{LIST}?state=waitlisted")).await;
        assert!(list.links().iter().any(|l| l.ends_with("registrations.xlsx?state=waitlisted")), "{:?}", list.links());
        let (status, kind, bytes) = fetch(&visitor, "").await;
        assert_eq!((status, kind.as_str()), (200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        let all = rows(bytes);
        let csv = visitor.get(&format!("{LIST}.csv")).await;
        let header: Vec<String> = csv.body.lines().next().expect("a heading").split(',').map(|c| c.trim_matches('"').to_owned()).collect();
        assert_eq!(all[0].iter().map(ToString::to_string).collect::<Vec<_>>(), header, "the same columns");
        assert_eq!(all.len(), 3);
        let column = |name: &str| header.iter().position(|c| c == name).expect("a column");
        assert_eq!(all[1][column("name")], Data::String("=1+1 Peeters".into()), "as it was typed, and no formula");
        assert_eq!(all[2][column("name")], Data::String("Zoë <Dupont> & Co".into()));
        assert_eq!((&all[1][column("waiting_place")], &all[2][column("waiting_place")]), (&Data::Empty, &Data::Float(1.0)));
        assert_eq!(all[1][column("present")], Data::Bool(false));
        assert!(matches!(all[1][column("registered_at")], Data::DateTime(_)), "{:?}", all[1][column("registered_at")]);
        let (_, _, some) = fetch(&visitor, "?state=waitlisted").await;
        let some = rows(some);
        assert_eq!((some.len(), &some[1][column("state")]), (2, &Data::String("waitlisted".into())), "the filter of the list");
        let deeds = house.sql().words("SELECT became AS value FROM journal WHERE deed = 'registrations_exported' ORDER BY number");
        assert_eq!(deeds.len(), 3, "each file is written down: {deeds:?}");
        assert!(deeds[2].contains("\"rows\":1") && deeds[2].contains("filtered"), "{deeds:?}");
        let desk = house.staff(Role::Desk, Some("qctr")).await;
        assert_eq!(fetch(&desk, "").await.0, 403);
    }
}
