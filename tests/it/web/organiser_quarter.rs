//! The report of a quarter in the console and over the API: figures and their meaning for those who may see them, and nothing else.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

both_databases! {
    async fn a_quarter_is_shown_and_given_as_files(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let edition = house.event("here").await.edition;
        let visitor = house.staff(Role::Reporter, Some("qctr")).await;
        let figures = visitor.get(&format!("/organiser/en/figures?from={edition}&to={edition}")).await;
        assert!(figures.body.contains(&format!("/organiser/en/figures/quarter/qctr/{edition}")), "{}", figures.body);
        for language in ["nl", "fr", "de", "en"] {
            let base = format!("/organiser/{language}/figures/quarter/qctr/{edition}");
            let page = visitor.get(&base).await;
            assert_eq!(page.status, 200, "{}", page.body);
            assert!(!page.body.contains('⟦') && !page.body.contains("Peeters"), "{}", page.body);
            assert!(page.texts("h2").len() >= 11, "{:?}", page.texts("h2"));
            for (ending, begins) in [("html", "<!doctype html>"), ("csv", "\"platform\""), ("json", "{"), ("xlsx", "PK")] {
                let file = visitor.get(&format!("{base}/report.{ending}")).await;
                assert_eq!(file.status, 200, "{ending}");
                assert!(file.body.starts_with(begins), "{ending}: {}", file.body);
                assert!(!file.body.contains("Peeters"), "{ending}");
            }
        }
        let page = visitor.get(&format!("/organiser/en/figures/quarter/qctr/{edition}")).await;
        assert!(page.text("main").contains("From invited to attended"), "{}", page.text("main"));
        for wrong in ["qctr/2026-Q9", "qctr/now", "nothing/2026-Q4", "sit/2026-Q4", "qctr/2026-Q4/report.exe"] {
            assert_eq!(visitor.get(&format!("/organiser/en/figures/quarter/{wrong}")).await.status, 404, "{wrong}");
        }
        let desk = house.staff(Role::Desk, Some("qctr")).await;
        assert_eq!(desk.get(&format!("/organiser/en/figures/quarter/qctr/{edition}")).await.status, 403);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_workbook_has_a_sheet_for_each_statistic(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let edition: Edition = "2026-Q4".parse().expect("a quarter");
        let report = house.app.report_quarter(platform, edition, house.app.now()).await.expect("a report");
        let texts = quarterdeck::i18n::Catalogue::load(None).expect("texts");
        let words = quarterdeck::stats::quarter::words::Words { texts: &texts, language: quarterdeck::domain::language::Language::Nl };
        let file = quarterdeck::stats::quarter::xlsx::file(&report, words).expect("a file");
        let book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
        let names = book.sheet_names();
        assert_eq!(names.len(), 14, "twelve statistics, a summary, definitions: {names:?}");
        assert_eq!((names.first().map(String::as_str), names.last().map(String::as_str)), (Some("Samenvatting"), Some("Definities")));
    }
}
