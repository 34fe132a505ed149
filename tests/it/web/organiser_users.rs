//! Users and tokens on their page: made, given roles, shut out, and what is refused.

use quarterdeck::domain::staff::Role;

use url::Url;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::Scene;

const USERS: &str = "/organiser/en/users";

/// The button of a kind that is about this user or token.
fn button(page: &Page, action: &str, field: &str, about: &str) -> Form {
    let forms = page.forms(action);
    forms.into_iter().find(|form| form.value(field) == Some(about)).unwrap_or_else(|| panic!("no {action} for {about}: {}", page.body))
}

/// Follows the link of a kind that is about this user, and says yes.
pub async fn press(visitor: &Visitor, page: &Page, action: &str, email: &str) -> Page {
    visitor.send(&asked(visitor, page, action, email).await).await
}

/// Follows the link of a kind that is about this user: the form that asks whether it is meant.
async fn asked(visitor: &Visitor, page: &Page, action: &str, email: &str) -> Form {
    let about = |href: &String| {
        Url::parse("http://h")
            .unwrap()
            .join(href)
            .is_ok_and(|url| url.path().ends_with(action) && url.query_pairs().any(|(n, v)| n == "email" && v == email))
    };
    let link = page.links().into_iter().find(about).unwrap_or_else(|| panic!("no {action} for {email}: {}", page.body));
    let page = visitor.get(&link).await;
    assert!(page.status == 200 && page.text("main").contains(email), "{}", page.body);
    page.form(action)
}

async fn sign_in(house: &House, email: &str, password: &str) -> (Visitor, Page) {
    let visitor = house.visitor();
    let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", email).set("password", password);
    let page = visitor.send(&form).await;
    (visitor, page)
}

both_databases! {
    async fn users_come_and_go_by_their_page(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let admin = house.staff(Role::Admin, None).await;
        let form = admin.get(USERS).await.form("/users/add").set("email", "an@ccb.example.be").set("role", "organiser").set("platform", "csi-dpo");
        let added = admin.send(&form).await;
        let password = added.text(".secret");
        assert!(added.status == 200 && password.len() > 20, "{}", added.body);
        assert!(!admin.get(USERS).await.body.contains(&password), "it is shown once");
        let (an, home) = sign_in(&house, "an@ccb.example.be", &password).await;
        assert_eq!(home.url.path(), "/organiser/en/");
        assert_eq!(an.get("/organiser/en/events/here").await.status, 404, "another platform's event");

        let given = admin.send(&form.clone().set("platform", "qctr")).await;
        assert!(given.text(".notice.good").contains("has the role now") && given.count(".secret") == 0, "{}", given.body);
        assert_eq!(an.get("/organiser/en/events/here").await.status, 200, "from the next click on");
        let take = given.links().into_iter().find(|href| href.contains("/users/revoke?") && href.contains("platform=qctr")).expect("a link");
        let asked = admin.get(&take).await;
        assert!(asked.text(".lead").contains("Quarterly Cyber Threat Report"), "what is taken is named: {}", asked.body);
        assert_eq!(an.get("/organiser/en/events/here").await.status, 200, "asking changes nothing");
        admin.send(&asked.form("/users/revoke")).await;
        assert_eq!(an.get("/organiser/en/events/here").await.status, 404);

        let page = press(&admin, &admin.get(USERS).await, "/users/password", "an@ccb.example.be").await;
        let second = page.text(".secret");
        assert_eq!(an.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in", "a new password ends what was opened with the old");
        assert_eq!(sign_in(&house, "an@ccb.example.be", &password).await.1.status, 422);
        let (an, _) = sign_in(&house, "an@ccb.example.be", &second).await;
        let page = press(&admin, &admin.get(USERS).await, "/users/disable", "an@ccb.example.be").await;
        assert_eq!(an.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        assert_eq!(sign_in(&house, "an@ccb.example.be", &second).await.1.status, 422);
        admin.send(&button(&page, "/users/enable", "email", "an@ccb.example.be")).await;
        assert_eq!(sign_in(&house, "an@ccb.example.be", &second).await.1.url.path(), "/organiser/en/");

        let deeds = admin.get("/organiser/en/journal?q=admin.all@ccb.example.be").await.texts("table.journal td:nth-of-type(2)");
        let expected = ["User let in again", "User shut out", "Password set", "Role taken", "Role given", "Role given", "User added", "Signed in"];
        assert_eq!(deeds, expected);
    }
}

both_databases! {
    async fn a_token_is_shown_once_and_opens_until_it_is_shut_out(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let admin = house.staff(Role::Admin, None).await;
        let form = admin.get(USERS).await.form("/tokens/add");
        let nameless = admin.send(&form.clone().set("name", " ")).await;
        assert_eq!((nameless.status.as_u16(), nameless.attribute("#name", "aria-invalid").as_deref()), (422, Some("true")));
        let made = admin.send(&form.clone().set("name", "door scanner").set("token_role", "desk").set("token_platform", "qctr")).await;
        let token = made.text(".secret");
        assert!(token.starts_with("qd_"), "{}", made.body);
        let call = || async {
            let request = reqwest::Client::new().get(format!("{}/api/v1/events", house.base)).bearer_auth(&token);
            request.send().await.expect("an answer").status().as_u16()
        };
        assert_eq!(call().await, 200);
        assert_eq!(admin.send(&form.set("name", "door scanner")).await.status, 422, "the name is taken");
        let shut = admin.send(&button(&admin.get(USERS).await, "/tokens/disable", "name", "door scanner")).await;
        assert!(shut.text(".notice.good").contains("opens nothing"), "{}", shut.body);
        assert_eq!(call().await, 401);
    }
}

both_databases! {
    /// Whoever may not, those who administer one platform only, and administrators with a mind to shut themselves out.
    async fn nobody_gives_themselves_more_and_nobody_shuts_themselves_out(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let admin = house.staff(Role::Admin, None).await;
        let page = admin.get(USERS).await;
        let form = page.form("/users/add").set("email", "me@ccb.example.be").set("role", "admin");
        for (role, platform) in [(Role::Organiser, None), (Role::Desk, None), (Role::Reporter, None), (Role::Admin, Some("qctr"))] {
            let visitor = house.staff(role, platform).await;
            assert_eq!(visitor.get(USERS).await.status, 403, "{role} {platform:?}");
            assert!(!visitor.get("/organiser/en/").await.links().iter().any(|href| href.ends_with("/users")), "{role}: no way there");
            let own = visitor.get("/organiser/en/").await.form("/sign-out").value("csrf").expect("a token").to_owned();
            for path in ["/users/add", "/users/revoke", "/users/disable", "/users/enable", "/users/password", "/tokens/add", "/tokens/disable"] {
                let mut bent = form.clone().set("csrf", &own);
                bent.action.set_path(&format!("/organiser/en{path}"));
                assert_eq!(visitor.send(&bent).await.status, 403, "{role} at {path}");
            }
        }
        for path in ["/users/disable", "/users/password", "/users/revoke"] {
            let mut bent = form.clone().set("email", "Admin.All@ccb.example.be");
            bent.action.set_path(&format!("/organiser/en{path}"));
            assert_eq!(admin.send(&bent).await.status, 409, "{path}");
        }
        assert_eq!(house.sql().count("staff_user", "disabled_at IS NOT NULL"), 0);
        assert_eq!(house.sql().count("staff_user", "email_key LIKE 'me@%'"), 0);
        let faulty = admin.send(&form.clone().set("email", "no address")).await;
        assert_eq!((faulty.status.as_u16(), faulty.attribute("#email", "value").as_deref()), (422, Some("no address")), "what was typed is kept");
        assert_eq!(admin.send(&form.set("role", "emperor")).await.status, 422);
        for odd in ["%00", "%FF", "x'--", "event:here"] {
            assert_eq!(admin.get(&format!("/organiser/en/journal?q={odd}")).await.status, 200, "{odd}");
        }
        let mut bent = page.form("/tokens/add").set("name", "\0");
        bent.action.set_path("/organiser/en/tokens/disable");
        assert_eq!(admin.send(&bent).await.status, 404);
    }
}

both_databases! {
    /// What ends somebody's sign-ins or roles is asked once more, on a page that says of whom and what follows.
    async fn what_cannot_be_undone_is_asked_first(kind: Kind) {
        let Some(house) = House::open_at(kind, crate::support::scene::now()).await else { return };
        let admin = house.staff(Role::Admin, None).await;
        let an = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let email = "organiser.csi-dpo@ccb.example.be";
        let page = admin.get(USERS).await;
        assert!(page.texts("td .role").iter().any(|role| role.contains("CSI/DPO platform")), "platforms by their names: {:?}", page.texts("td .role"));
        let before = house.sql().words("SELECT password_hash AS value FROM staff_user ORDER BY id");
        for action in ["/users/password", "/users/disable"] {
            asked(&admin, &page, action, email).await;
        }
        assert_eq!(an.get("/organiser/en/").await.status, 200, "asked, and nothing done");
        assert_eq!(an.get("/organiser/en/").await.url.path(), "/organiser/en/");
        assert_eq!(house.sql().words("SELECT password_hash AS value FROM staff_user ORDER BY id"), before);
        for path in ["/users/password", "/users/disable", "/users/second-factor-off", "/users/revoke"] {
            let ask = |query: &str| { let (admin, to) = (admin.clone(), format!("/organiser/en{path}?{query}")); async move { admin.get(&to).await.status.as_u16() } };
            assert_eq!(ask("email=nobody@ccb.example.be&role=desk").await, 404, "{path}");
            assert_eq!(ask("email=nonsense&role=desk").await, 400, "{path}");
            assert_eq!(ask("email=admin.all@ccb.example.be&role=admin").await, 409, "{path}: oneself");
        }
        let off = admin.get(&format!("/organiser/en/users/second-factor-off?email={email}")).await;
        assert_eq!(off.status, 409, "there is none to take off");
        let none = admin.get(&format!("/organiser/en/users/revoke?email={email}&role=admin")).await;
        assert_eq!(none.status, 404, "a role they do not have");
        assert_eq!(press(&admin, &page, "/users/disable", email).await.url.query(), Some("done=user-disabled"));
        assert_eq!(an.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
    }
}
