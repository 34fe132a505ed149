//! Tables brought as files: workbooks and text, through the forms that take them, and what people try instead.

use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::Scene;

const WORKBOOK: &[u8] = include_bytes!("../../fixtures/tables/members.xlsx");
const IMPORT: &str = "/organiser/en/rosters/csi-dpo/import";
const BOUNDARY: &str = "----a-line-between-parts";

/// A form as a browser sends it together with a file.
pub(super) async fn send_with(visitor: &Visitor, form: &Form, field: &str, name: &str, bytes: &[u8]) -> Page {
    let mut body = Vec::new();
    for (name, value) in form.fields.iter().filter(|(name, _)| name != field) {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend(
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes(),
    );
    body.extend(bytes);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
    send_parts(visitor, form, body).await
}

async fn send_parts(visitor: &Visitor, form: &Form, body: Vec<u8>) -> Page {
    let request = visitor.client.post(form.action.clone()).header("Sec-Fetch-Site", "same-origin");
    visitor.page(request.header("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}")).body(body)).await
}

both_databases! {
    /// The table of a spreadsheet program, as it is: hidden sheets and empty rows do not matter, lines are those of the sheet.
    async fn a_workbook_becomes_a_roster(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let form = visitor.get(IMPORT).await.form("/import");
        let looked = send_with(&visitor, &form, "table_file", "leden.xlsx", WORKBOOK).await;
        assert_eq!(looked.status, 200, "{}", looked.text(".errors"));
        assert!(looked.body.contains("Zoë Dupont") && looked.body.contains("An &quot;de&quot; Maes") && !looked.body.contains("niet dit"), "{}", looked.body);
        assert!(looked.texts("tbody th").contains(&"5".to_owned()), "Jan stands in row 5: {:?}", looked.texts("tbody tr"));
        assert_eq!(visitor.send(&looked.form("/import/apply")).await.status, 200);
        let names = house.sql().words("SELECT name || ', ' || organisation_name || ', ' || COALESCE(CAST(ends_on AS TEXT), 'open') AS value FROM member ORDER BY name");
        assert_eq!(names, ["An \"de\" Maes, FOD Voorbeeld Sluizen, open", "Jan Peeters, 2026, open", "Zoë Dupont, FOD Voorbeeld; Bruggen, 2027-12-31"]);
        house.assert_verified().await;
    }
}

both_databases! {
    /// A list to invite, as text in an old encoding; and what is no table.
    async fn a_file_takes_the_place_of_what_is_typed(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(10));
        let visitor = house.staff(Role::Organiser, None).await;
        let form = visitor.get("/organiser/en/events/here/invitations/new").await.form("/check").set("list", "typed@x.be");
        let checked = send_with(&visitor, &form, "list_file", "list.csv", b"naam;e-mail\r\nZo\xeb Dupont;zoe@x.be\r\n").await;
        assert!(checked.body.contains("Zoë Dupont") && !checked.body.contains("typed@x.be"), "{}", checked.body);
        let typed = send_with(&visitor, &form, "list_file", "", b"").await;
        assert!(typed.body.contains("typed@x.be"), "an empty file field changes nothing: {}", typed.body);
        for (what, bytes) in [("old", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 locked".as_slice()), ("cut", &WORKBOOK[..4000]), ("half", b"\xFF\xFEa")] {
            let refused = send_with(&visitor, &form, "list_file", "list.xlsx", bytes).await;
            assert_eq!((refused.status.as_u16(), refused.attribute("#list_file", "aria-invalid").as_deref()), (422, Some("true")), "{what}");
            assert!(refused.body.contains("typed@x.be"), "nothing typed is lost");
        }
        let stranger = Form { fields: form.fields.iter().map(|(n, v)| (n.clone(), if n == "csrf" { "x".into() } else { v.clone() })).collect(), ..form.clone() };
        assert_eq!(send_with(&visitor, &stranger, "list_file", "list.csv", b"a@x.be").await.status, 422, "the token counts here, too");
        assert_eq!(send_with(&visitor, &form, "list_file", "list.csv", &vec![b'a'; 9 * 1024 * 1024]).await.status, 413);
        for body in [b"".as_slice(), b"nonsense", b"------a-line-between-parts\r\nContent-Disposition: form-data; name=\"csrf\""] {
            assert_eq!(send_parts(&visitor, &form, body.to_vec()).await.status, 400, "{body:?}");
        }
        // A form that takes no file reads none.
        let other = visitor.get("/organiser/en/events/here/texts").await.form("/texts");
        assert!(send_with(&visitor, &other, "file", "x", b"y").await.status.is_client_error());
    }
}
