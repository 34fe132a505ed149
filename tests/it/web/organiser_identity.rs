//! Signing in at a provider of OpenID Connect: whose account it opens, which roles come and go with it, and connecting one's own.

use chrono::Duration;
use quarterdeck::app::identities::SignInService;
use quarterdeck::clock::Clock;
use quarterdeck::domain::staff::Role;
use reqwest::StatusCode;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};
use url::Url;

use super::organiser_house::{House, PASSWORD};
use super::organiser_users::press;
use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::html::{Page, Visitor};
use crate::support::provider::TestProvider;
use crate::support::provider_mock::ProviderMock;
use crate::support::scene::now;

const ACCOUNT: &str = "/organiser/en/account";
const USERS: &str = "/organiser/en/users";
const AN: &str = "an@ccb.example.be";

/// What the provider's values are good for here.
pub const RULES: &[(&str, Role, Option<&str>)] = &[
    ("events", Role::Organiser, None),
    ("door", Role::Desk, Some("qctr")),
    ("counts", Role::Reporter, None),
    ("lost", Role::Admin, Some("no-such")),
];

/// A house with our own provider.
pub async fn open(kind: Kind) -> Option<(House, TestProvider)> {
    let provider = TestProvider::start(now()).await;
    let make = |redirect: String| provider.service(redirect, RULES, |_| {});
    let house = House::open_identified(kind, Clock::fixed(now()), &make).await?;
    Some((house, provider))
}

/// Presses the button: the address at the provider.
pub async fn set_out(visitor: &Visitor) -> Url {
    let mut page = visitor.get("/organiser/en/sign-in").await;
    if let Some(out) = page.find_form("/sign-out") {
        page = visitor.send(&out).await;
    }
    address(&visitor.send(&page.form("/sign-in/oidc")).await)
}

/// Where a page goes on to, by itself and by its link alike.
pub fn address(page: &Page) -> Url {
    let link = page.attribute("main a.button", "href").unwrap_or_else(|| panic!("{}: {}", page.status, page.body));
    assert_eq!(page.header("refresh"), format!("0; url={link}"), "goes on by itself");
    page.url.join(&link).expect("an address")
}

/// Comes back with these fields.
pub async fn come_back(visitor: &Visitor, fields: &[(&str, &str)]) -> Page {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    visitor.get(&format!("/organiser/oidc/callback?{query}")).await
}

/// Goes to the provider, is this there, and comes back: the page that says how it went.
pub async fn visit(visitor: &Visitor, provider: &TestProvider, who: &Value) -> Page {
    let (code, state) = provider.grant(&set_out(visitor).await, who.clone());
    come_back(visitor, &[("code", &code), ("state", &state)]).await
}

pub fn person(subject: &str, email: &str, values: &[&str]) -> Value {
    json!({ "sub": subject, "email": email, "email_verified": true, "roles": values })
}

/// Whether a page let its visitor in.
async fn is_in(visitor: &Visitor, page: &Page) -> bool {
    page.status == StatusCode::OK && visitor.get(address(page).path()).await.find_form("/sign-out").is_some()
}

/// What a page says did not work; nobody is in.
async fn told(visitor: &Visitor, page: &Page) -> String {
    assert!(page.status.is_client_error() && page.header("refresh").is_empty(), "{}", page.status);
    assert_eq!(visitor.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in", "nobody is in");
    page.text(".lead")
}

/// What the journal says of a user, in order.
fn deeds(house: &House, email: &str) -> Vec<String> {
    let about = "SELECT j.deed AS value FROM journal j JOIN staff_user u ON j.subject = 'user:' || u.id";
    house.sql().words(&format!("{about} WHERE u.email = '{email}' ORDER BY j.number"))
}

both_databases! {
    async fn roles_come_and_go_with_the_provider_and_those_given_by_hand_stay(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let admin = house.staff(Role::Admin, None).await;
        let here = house.visitor();
        let nobody = visit(&here, &provider, &person("s-1", AN, &["unknown", "lost"])).await;
        assert_eq!(nobody.status, 403);
        assert!(told(&here, &nobody).await.contains("x@ccb.example.be"), "{}", nobody.body);
        assert_eq!(house.sql().count("staff_user", &format!("email = '{AN}'")), 0, "nobody is made without a role");

        let page = visit(&here, &provider, &person("s-1", AN, &["events", "door"])).await;
        assert!(is_in(&here, &page).await, "{}", page.body);
        assert!(page.header("set-cookie").contains("quarterdeck-oidc=;") && page.header("set-cookie").contains("Max-Age=0"), "the way is over");
        let mine = here.get(ACCOUNT).await;
        assert!(mine.body.contains(AN) && mine.body.contains("Test Login"));
        assert_eq!(mine.count("[type=password]"), 0, "what a password protects is not offered without one: {}", mine.body);
        assert_eq!(deeds(&house, AN), ["user_added", "identity_added", "role_given", "role_given", "signed_in"]);
        let users = admin.get(USERS).await;
        let roles = users.texts("tr").into_iter().find(|row| row.starts_with(AN)).expect("a row");
        assert_eq!(roles.matches("(by the connected account)").count(), 2, "{roles}");
        assert!(!users.links().iter().any(|link| link.contains("revoke") && link.contains("an%40")), "taken at the provider, not here");

        let by_hand = users.form("/users/add").set("email", AN).set("role", "reporter").set("platform", "");
        assert_eq!(admin.send(&by_hand).await.status, 200);
        // Another address changes nothing: the subject is the key.
        let page = visit(&here, &provider, &person("s-1", "other@ccb.example.be", &["door", "counts"])).await;
        assert!(is_in(&here, &page).await);
        let held = || house.sql().words("SELECT g.role || coalesce('@' || p.slug, '') || CASE WHEN g.identity_id IS NULL THEN '' ELSE '+' END AS value FROM staff_grant g JOIN staff_user u ON u.id = g.user_id LEFT JOIN platform p ON p.id = g.platform_id WHERE u.email = 'an@ccb.example.be' ORDER BY 1");
        assert_eq!(held(), ["desk@qctr+", "reporter", "reporter+"]);
        assert_eq!(here.get("/organiser/en/new").await.status, 403, "the organiser's role is gone");
        let page = visit(&here, &provider, &person("s-1", AN, &[])).await;
        assert!(is_in(&here, &page).await, "the role given by hand is enough");
        assert_eq!(held(), ["reporter"]);
        assert_eq!(house.sql().count("staff_user", "email LIKE 'other%'"), 0);

        let take = admin.get(&format!("{USERS}/revoke?email={AN}&role=reporter&platform=")).await.form("/users/revoke");
        assert_eq!(admin.send(&take).await.status, 200);
        let page = visit(&house.visitor(), &provider, &person("s-1", AN, &[])).await;
        assert_eq!(page.status, 403, "no role is left");
        assert_eq!(here.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in", "and earlier sign-ins end");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn who_was_shut_out_stays_out_whatever_the_provider_says(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let admin = house.staff(Role::Admin, None).await;
        let here = house.visitor();
        assert!(is_in(&here, &visit(&here, &provider, &person("s-1", AN, &["events"])).await).await);
        press(&admin, &admin.get(USERS).await, "/users/disable", AN).await;
        assert_eq!(here.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        for values in [&["events"][..], &["events", "counts"]] {
            let page = visit(&here, &provider, &person("s-1", AN, values)).await;
            assert!(told(&here, &page).await.contains("was ended"), "{}", page.body);
        }
        assert_eq!(house.sql().count("staff_grant", "identity_id IS NOT NULL"), 1, "and gets no roles meanwhile");
        let enable = admin.get(USERS).await.forms("/users/enable").into_iter().find(|form| form.value("email") == Some(AN)).expect("a form");
        assert_eq!(admin.send(&enable).await.status, 200);
        assert!(is_in(&here, &visit(&here, &provider, &person("s-1", AN, &["events"])).await).await);
        house.assert_verified().await;
    }
}

both_databases! {
    /// The same address is no proof: the account is connected from inside, with its password, and roles of the provider hold in
    /// sign-ins by it alone.
    async fn an_account_is_connected_from_inside_and_by_nothing_else(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        house.add_user(AN, Role::Reporter, None).await;
        house.add_user("bo@ccb.example.be", Role::Desk, None).await;
        let (an, bo) = (house.sign_in(AN).await.0, house.sign_in("bo@ccb.example.be").await.0);
        let (me, outside) = (person("s-1", AN, &["events"]), house.visitor());
        let page = visit(&outside, &provider, &me).await;
        assert!(told(&outside, &page).await.contains("account page"), "{}", page.body);
        assert_eq!(house.sql().count("staff_identity", "1 = 1"), 0);

        let begin = an.get(ACCOUNT).await.form("/account/oidc/begin");
        let wrong = an.send(&begin.clone().set("oidc_password", "guessed")).await;
        assert_eq!((wrong.status.as_u16(), wrong.attribute("#oidc_password", "aria-invalid").as_deref()), (422, Some("true")));
        let away = address(&an.send(&begin.clone().set("oidc_password", PASSWORD)).await);
        let (code, state) = provider.grant(&away, me.clone());
        let stolen = come_back(&bo, &[("code", &code), ("state", &state)]).await;
        assert_eq!(stolen.status, 422, "another browser's way: {}", stolen.body);
        let back = come_back(&an, &[("code", &code), ("state", &state)]).await;
        assert!(an.get(address(&back).as_str()).await.text(".notice.good").contains("is connected"), "{}", back.body);
        assert!(an.get(ACCOUNT).await.find_form("/account/oidc/begin").is_none(), "one at a provider");

        let theirs = bo.get(ACCOUNT).await.form("/account/oidc/begin").set("oidc_password", PASSWORD);
        let (code, state) = provider.grant(&address(&bo.send(&theirs).await), me.clone());
        let taken = come_back(&bo, &[("code", &code), ("state", &state)]).await;
        assert!(taken.status == 403 && taken.text(".lead").contains("another user"), "{}", taken.body);
        assert!(taken.links().iter().any(|link| link.ends_with("/account")), "back to where it began");

        assert!(is_in(&outside, &visit(&outside, &provider, &me).await).await, "the account of the connection");
        assert!(outside.get(ACCOUNT).await.body.contains(AN));
        assert_eq!(outside.get("/organiser/en/new").await.status, 200, "an organiser by the provider's word");
        assert_eq!(house.sign_in(AN).await.0.get("/organiser/en/new").await.status, 403, "and a reporter by the password");

        let removed = an.send(&an.get(ACCOUNT).await.form("/account/oidc/remove")).await;
        assert!(removed.text(".notice.good").contains("is removed"), "{}", removed.body);
        assert_eq!(outside.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in", "what came in by it is out");
        assert_eq!(visit(&outside, &provider, &me).await.status, 403);
        assert_eq!(house.sign_in(AN).await.1.url.path(), "/organiser/en/", "the password still opens");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn the_only_way_in_is_not_removed(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let admin = house.staff(Role::Admin, None).await;
        let (here, me) = (house.visitor(), person("s-1", AN, &["events"]));
        assert!(is_in(&here, &visit(&here, &provider, &me).await).await);
        let mine = here.get(ACCOUNT).await;
        assert!(mine.find_form("/account/oidc/remove").is_none());
        let id = house.sql().number("SELECT id AS value FROM staff_identity").to_string();
        let mut forced = mine.form("/sign-out").force("identity", &id);
        forced.action.set_path("/organiser/en/account/oidc/remove");
        assert_eq!(here.send(&forced).await.status, 409);
        for password in ["", PASSWORD, "$argon2id"] {
            let form = house.visitor().get("/organiser/en/sign-in").await.form("/sign-in").set("email", AN).set("password", password);
            assert_eq!(house.visitor().send(&form).await.status, 422, "there is no password");
        }
        let csrf = admin.get(ACCOUNT).await.form("/sign-out").value("csrf").expect("a token").to_owned();
        assert_eq!(admin.send(&forced.clone().set("csrf", &csrf)).await.status, 404, "nobody removes another's");

        // Taking off a second factor does not close it either: that is what shutting out is for.
        let users = admin.get(USERS).await;
        assert!(!users.links().iter().any(|link| link.contains("second-factor-off") && link.contains("an%40")));
        press(&admin, &users, "/users/password", AN).await;
        assert!(is_in(&here, &visit(&here, &provider, &me).await).await);
        press(&admin, &admin.get(USERS).await, "/users/second-factor-off", AN).await;
        assert_eq!(house.sql().count("staff_identity", "1 = 1"), 0, "with a password beside it, it is taken off");
        assert_eq!(here.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        assert_eq!(visit(&here, &provider, &me).await.status, 403);
        let deeds = deeds(&house, AN);
        assert!(deeds.ends_with(&["signed_in", "role_taken", "identity_removed"].map(str::to_owned)), "{deeds:?}");
        house.assert_verified().await;
    }
}

both_databases! {
    /// A connection replaces both factors, so it asks for both.
    async fn connecting_asks_for_a_code_where_there_is_a_second_factor(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let here = house.sign_in(AN).await.0;
        let page = here.send(&here.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await;
        let secret = page.text(".secret").replace(' ', "");
        let code = || {
            let app = Builder::new().with_secret(Secret::try_from_base32(&secret).expect("base32")).build().expect("an app");
            app.generate(u64::try_from(house.app.now().timestamp()).expect("a time")).to_string()
        };
        assert_eq!(here.send(&page.form("/account/second-factor").set("code", &code())).await.status, 200);
        house.app.clock.set(house.app.now() + Duration::seconds(31));
        let begin = here.get(ACCOUNT).await.form("/account/oidc/begin").set("oidc_password", PASSWORD);
        assert_eq!(here.send(&begin.clone().set("oidc_code", "000000")).await.status, 422);
        let away = address(&here.send(&begin.set("oidc_code", &code())).await);
        let (code, state) = provider.grant(&away, person("s-1", AN, &[]));
        assert_eq!(come_back(&here, &[("code", &code), ("state", &state)]).await.status, 200);
        let outside = house.visitor();
        assert!(is_in(&outside, &visit(&outside, &provider, &person("s-1", AN, &[])).await).await, "the provider vouches for both factors");
        // Whoever was signed out meanwhile connects nothing.
        let bo = house.staff(Role::Desk, None).await;
        let away = address(&bo.send(&bo.get(ACCOUNT).await.form("/account/oidc/begin").set("oidc_password", PASSWORD)).await);
        let (code, state) = provider.grant(&away, person("s-2", "bo@ccb.example.be", &[]));
        bo.send(&bo.get(ACCOUNT).await.form("/sign-out")).await;
        let late = come_back(&bo, &[("code", &code), ("state", &state)]).await;
        assert!(late.status == 422 && late.text(".lead").contains("no longer signed in"), "{}", late.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Without a provider there is no button, and no address answers.
    async fn where_there_is_no_provider_nothing_speaks_of_one(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (here, _) = house.sign_in(AN).await;
        let page = house.visitor().get("/organiser/en/sign-in").await;
        assert!(page.find_form("/sign-in/oidc").is_none());
        let mut form = page.form("/sign-in");
        form.action.set_path("/organiser/en/sign-in/oidc");
        assert_eq!(house.visitor().send(&form).await.status, 404);
        assert_eq!(come_back(&here, &[("code", "c"), ("state", "s")]).await.status, 404);
        let account = here.get(ACCOUNT).await;
        assert!(!account.body.contains("Connected accounts") && account.find_form("/account/oidc/begin").is_none());
    }
}

both_databases! {
    /// With a program that we did not write, from the button to the page inside, refusal included.
    async fn with_a_provider_that_we_did_not_write(kind: Kind) {
        let Some(mock) = ProviderMock::start().await else { return };
        let make = |redirect: String| mock_service(&mock, redirect);
        // It signs with the machine's time.
        let Some(house) = House::open_identified(kind, Clock::System, &make).await else { return };
        mock.know("s-1", json!({ "email": AN, "email_verified": true, "groups": { "of": ["events"] } })).await;
        let here = house.visitor();
        let at = here.get(set_out(&here).await.as_str()).await;
        let mut form = at.forms("/oauth2/authorize").into_iter().find(|form| form.value("sub").is_some()).expect("a form").set("sub", "s-1");
        form.action = at.url.clone();
        let back = here.send(&form).await;
        assert_eq!(back.url.path(), "/organiser/oidc/callback", "{}", back.body);
        assert!(is_in(&here, &back).await, "{}", back.body);
        assert!(here.get(ACCOUNT).await.body.contains(AN));
        let again = here.get(back.url.as_str()).await;
        assert_eq!(again.status, 422, "its answer is good once");

        let outside = house.visitor();
        let at = outside.get(set_out(&outside).await.as_str()).await;
        let mut deny = at.forms("/oauth2/authorize").remove(0).without("sub").force("action", "deny");
        deny.action = at.url.clone();
        let back = outside.send(&deny).await;
        assert_eq!((back.status.as_u16(), back.url.path()), (403, "/organiser/oidc/callback"));
        assert!(told(&outside, &back).await.contains("does not let your account"), "{}", back.body);
        house.assert_verified().await;
    }
}

/// The service's part for the program from PyPI, which takes any client.
pub fn mock_service(mock: &ProviderMock, redirect: String) -> SignInService {
    use quarterdeck::app::identities::Rule;
    use quarterdeck::app::provider::{Provider, ProviderSettings};
    let settings = ProviderSettings {
        issuer: mock.issuer.clone(),
        client_id: "quarterdeck".into(),
        client_secret: Some("hush".into()),
        redirect,
        scopes: vec!["openid".into(), "email".into()],
        role_claim: "groups.of".into(),
        required_acr: Vec::new(),
        required_amr: Vec::new(),
        trust_emails: false,
        roots: None,
        patience: std::time::Duration::from_secs(10),
        most_bytes: 262_144,
    };
    let rules = vec![Rule { value: "events".into(), role: Role::Organiser, platform: None }];
    SignInService { provider: Provider::new(settings).expect("a provider"), name: "Mock Login".into(), rules }
}
