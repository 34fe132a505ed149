//! Badges and the quarter report as a PDF: who gets them, what is in them, and that the same data give the same file.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quarterdeck::domain::staff::Role;
use serde_json::json;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Visitor;
use crate::support::interop::check_papers;
use crate::support::scene::Scene;

async fn file(visitor: &Visitor, address: &str) -> (u16, String, Vec<u8>) {
    let answer = visitor.client.get(visitor.base.join(address).expect("an address")).send().await.expect("an answer");
    let kind = answer.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    (answer.status().as_u16(), kind, answer.bytes().await.expect("bytes").to_vec())
}

both_databases! {
    async fn badges_are_of_those_with_a_seat_in_the_room(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(3).hybrid(None));
        house.enter("here", &["Zoë Ünal", "An Peeters", "Łukasz Ёлкин-Παππάς", "Cem Waiting"]).await;
        house.enter_online("here", "Oda Online").await;
        let desk = house.staff(Role::Desk, Some("qctr")).await;
        let address = "/organiser/fr/events/here/badges.pdf";
        let (status, kind, bytes) = file(&desk, address).await;
        assert_eq!((status, kind.as_str()), (200, "application/pdf"));
        assert_eq!(bytes, file(&desk, address).await.2, "the same people are the same file");
        assert!(desk.get("/organiser/en/events/here").await.links().iter().any(|link| link.ends_with("/badges.pdf")));
        let text = ["An Peeters", "Example NV", "Zoë Ünal", "Łukasz Ёлкин-Παππάς", "Private", "EN"];
        check_papers(&[(&bytes, json!({ "language": "fr", "title": "Badges", "pages": 1, "text": text, "not": ["Waiting", "Online"], "order": ["An Peeters", "Zoë"] }))]);
        assert_eq!(house.sql().count("journal", "deed = 'registrations_exported'"), 2, "who took names is written down");
        let reporter = house.staff(Role::Reporter, Some("qctr")).await;
        assert_eq!(file(&reporter, address).await.0, 403);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_quarter_is_a_document_with_a_signature_of_its_own(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Reporter, Some("qctr")).await;
        let key = house.visitor().get("/attestations/key.pem").await.body;
        let mut papers = Vec::new();
        for (language, text) in [("nl", "Exacte cijfers"), ("fr", "Chiffres exacts"), ("de", "Genaue Zahlen"), ("en", "Exact figures")] {
            let page = format!("/organiser/{language}/figures/quarter/qctr/2026-Q1");
            let shown = visitor.get(&page).await;
            for ending in ["/report.pdf", "/report.pdf.sig"] {
                assert!(shown.links().iter().any(|link| link.ends_with(ending)), "{ending}: {:?}", shown.links());
            }
            let (status, kind, bytes) = file(&visitor, &format!("{page}/report.pdf")).await;
            assert_eq!((status, kind.as_str()), (200, "application/pdf"));
            assert_eq!(bytes, file(&visitor, &format!("{page}/report.pdf")).await.2, "the same figures are the same file");
            let (_, _, signature) = file(&visitor, &format!("{page}/report.pdf.sig")).await;
            assert_eq!(signature.len(), 64);
            let signature = URL_SAFE_NO_PAD.encode(signature);
            let title = shown.text("h1");
            papers.push((bytes, json!({ "language": language, "title": title, "text": [text, "1 / "], "rows": 20, "key": key, "signature": signature })));
        }
        let papers: Vec<(&[u8], serde_json::Value)> = papers.iter().map(|(bytes, expected)| (bytes.as_slice(), expected.clone())).collect();
        check_papers(&papers);
    }
}
