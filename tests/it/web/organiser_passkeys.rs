//! Passkeys: made on the account, signed in with, and every answer that is not quite right refused.

use chrono::Duration;
use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::organiser_house::{House, PASSWORD};
use super::organiser_users::press;
use crate::both_databases;
use crate::support::authenticator::{Authenticator, PRESENT, Says, VERIFIED, text};
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::now;

/// Bends an answer, perhaps towards another's device.
type Bend = fn(&mut Value, &Authenticator);

const ACCOUNT: &str = "/organiser/en/account";
const AN: &str = "an@ccb.example.be";

/// The page that asks for a new passkey: the question, and the form for the answer.
async fn offered(visitor: &Visitor) -> (Value, Form) {
    let begin = visitor.get(ACCOUNT).await.form("/passkeys/begin").set("passkey_name", "Work laptop").set("passkey_password", PASSWORD);
    let page = visitor.send(&begin).await;
    let options = page.attribute("form[data-passkey=create]", "data-options").unwrap_or_else(|| panic!("{}", page.body));
    (serde_json::from_str(&options).expect("JSON"), page.form("/account/passkeys"))
}

/// Makes a passkey for who is signed in here.
async fn make(house: &House, visitor: &Visitor, id: &str) -> Authenticator {
    let (mut device, (options, form)) = (Authenticator::new(id), offered(visitor).await);
    let answer = device.create(&options, &Says::truth(&house.base));
    let done = visitor.send(&form.set("answer", &answer)).await;
    assert!(done.text(".notice.good").contains("passkey is added"), "{}", done.body);
    device.counter += 1;
    device
}

/// The question of a sign-in, and the form for the answer.
async fn asked(visitor: &Visitor) -> (Value, Form) {
    let page = visitor.get("/organiser/en/sign-in").await;
    let form = page.form("/sign-in/passkey");
    let begin = page.attribute("form[data-passkey=get]", "data-begin").expect("an address");
    let mut question = Form { fields: vec![("csrf".into(), form.value("csrf").expect("a token").to_owned())], ..form.clone() };
    question.action.set_path(&begin);
    let answer = visitor.send(&question).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type").as_str()), (200, "application/json"), "{}", answer.body);
    let answer: Value = serde_json::from_str(&answer.body).expect("JSON");
    (answer["options"].clone(), form.set("kept", answer["kept"].as_str().expect("what is given back")))
}

async fn sign_in(visitor: &Visitor, device: &Authenticator, says: &Says) -> Page {
    let (options, form) = asked(visitor).await;
    visitor.send(&form.set("answer", &device.get(&options, says).to_string())).await
}

both_databases! {
    async fn a_passkey_opens_without_password_or_code_until_it_is_removed(kind: Kind) {
        let Some(house) = House::open_named(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (here, _) = house.sign_in(AN).await;
        let begin = here.get(ACCOUNT).await.form("/passkeys/begin").set("passkey_name", "Work laptop");
        let stranger = here.send(&begin.clone().set("passkey_password", "guessed")).await;
        assert_eq!((stranger.status.as_u16(), stranger.count("[data-passkey]")), (422, 0), "an open browser alone leaves no key behind");
        let nameless = here.send(&begin.set("passkey_name", " ").set("passkey_password", PASSWORD)).await;
        assert_eq!((nameless.status.as_u16(), nameless.attribute("#passkey_name", "aria-invalid").as_deref()), (422, Some("true")));
        let mut device = make(&house, &here, "laptop").await;
        assert_eq!(here.get(ACCOUNT).await.texts("tbody th")[0], "Work laptop");

        let truth = Says::truth(&house.base);
        let browser = house.visitor();
        assert_eq!(sign_in(&browser, &device, &truth).await.url.path(), "/organiser/en/");
        assert!(browser.get(ACCOUNT).await.body.contains(AN), "as its owner");
        device.counter += 1;
        let remove = here.get(ACCOUNT).await.form("/passkeys/remove");
        let admin = house.staff(Role::Admin, None).await;
        let csrf = admin.get(ACCOUNT).await.form("/sign-out").value("csrf").expect("a token").to_owned();
        assert_eq!(admin.send(&remove.clone().set("csrf", &csrf)).await.status, 404, "nobody removes another's");
        let users = admin.get("/organiser/en/users").await;
        assert!(users.body.contains("With a second factor"));
        let removed = here.send(&remove).await;
        assert!(removed.text(".notice.good").contains("is removed"), "{}", removed.body);
        assert_eq!(sign_in(&house.visitor(), &device, &truth).await.status, 422);
        let deeds = admin.get(&format!("/organiser/en/journal?q={AN}")).await.texts("table.journal td:nth-of-type(2)");
        assert_eq!(deeds, ["Passkey removed", "Signed in", "Passkey added", "Signed in"]);

        let lost = make(&house, &here, "stolen").await;
        press(&admin, &admin.get("/organiser/en/users").await, "/users/second-factor-off", AN).await;
        assert_eq!(sign_in(&house.visitor(), &lost, &truth).await.status, 422, "an administrator took it off");
        house.assert_verified().await;
    }
}

both_databases! {
    /// Everything but the truth is refused and signs nobody in; then the truth does, once.
    async fn answers_that_are_not_quite_right_open_nothing(kind: Kind) {
        let Some(house) = House::open_named(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        house.add_user("bo@ccb.example.be", Role::Admin, None).await;
        let (an, bo) = (house.sign_in(AN).await.0, house.sign_in("bo@ccb.example.be").await.0);
        let (mut device, other) = (make(&house, &an, "laptop").await, make(&house, &bo, "phone").await);
        let before = house.sql().count("login", "1 = 1");
        let truth = Says::truth(&house.base);
        let lies = [
            ("another site", Says { origin: "https://localhost.example".into(), ..truth.clone() }),
            ("another port", Says { origin: "http://localhost:1".into(), ..truth.clone() }),
            ("another relying party", Says { party: "example.be".into(), ..truth.clone() }),
            ("a registration", Says { kind: "webauthn.create", ..truth.clone() }),
            ("the user not verified", Says { flags: PRESENT, ..truth.clone() }),
            ("the user not there", Says { flags: VERIFIED, ..truth.clone() }),
            ("another challenge", Says { challenge: Some(text(&[7; 32])), ..truth.clone() }),
            ("no challenge", Says { challenge: Some(String::new()), ..truth.clone() }),
        ];
        for (what, says) in lies {
            assert_eq!(sign_in(&house.visitor(), &device, &says).await.status, 422, "{what}");
        }
        let bent: [(&str, Bend); 8] = [
            ("another's handle", |answer, other| answer["response"]["userHandle"] = text(&other.handle).into()),
            ("no handle", |answer, _| answer["response"]["userHandle"] = Value::Null),
            ("another's credential", |answer, other| answer["rawId"] = text(&other.id).into()),
            ("another's credential and handle", |answer, other| {
                answer["rawId"] = text(&other.id).into();
                answer["response"]["userHandle"] = text(&other.handle).into();
            }),
            ("an unknown credential", |answer, _| answer["rawId"] = text(b"unknown").into()),
            ("no signature", |answer, _| answer["response"]["signature"] = "".into()),
            ("data cut short", |answer, _| answer["response"]["authenticatorData"] = text(&[0; 36]).into()),
            ("no client data", |answer, _| answer["response"]["clientDataJSON"] = text(b"{").into()),
        ];
        for (what, bend) in bent {
            let visitor = house.visitor();
            let (options, form) = asked(&visitor).await;
            let mut answer = device.get(&options, &truth);
            bend(&mut answer, &other);
            assert_eq!(visitor.send(&form.set("answer", &answer.to_string())).await.status, 422, "{what}");
        }
        let visitor = house.visitor();
        for odd in ["", "{}", "[]", "nonsense", "\u{0}", &json!({ "id": "x" }).to_string(), &"[".repeat(20_000)] {
            let (_, form) = asked(&visitor).await;
            assert_eq!(visitor.send(&form.set("answer", odd)).await.status, 422, "{:.20}", odd);
        }
        for kept in ["", "nonsense"] {
            let (options, form) = asked(&visitor).await;
            let answer = device.get(&options, &truth).to_string();
            assert_eq!(visitor.send(&form.set("kept", kept).set("answer", &answer)).await.status, 422, "kept: {kept}");
        }
        let (options, form) = asked(&visitor).await;
        let answer = device.get(&options, &truth).to_string();
        let elsewhere = asked(&house.visitor()).await.1;
        let carried = elsewhere.set("kept", form.value("kept").unwrap()).set("answer", &answer);
        assert_eq!(visitor.send(&carried).await.status, 422, "the answer to another page's question");
        let theirs = an.get(ACCOUNT).await.form("/passkeys/begin");
        let offer = an.send(&theirs.set("passkey_name", "x").set("passkey_password", PASSWORD)).await.form("/account/passkeys");
        assert_eq!(visitor.send(&form.clone().set("kept", offer.value("kept").unwrap()).set("answer", &answer)).await.status, 422, "of another kind");
        house.app.clock.set(house.app.now() + Duration::minutes(6));
        assert_eq!(visitor.send(&form.clone().set("answer", &answer)).await.status, 422, "too late");
        assert_eq!(house.sql().count("login", "1 = 1"), before, "nobody is in");
        assert_eq!(house.sql().count("passkey", "used_at IS NOT NULL"), 0);

        let (options, form) = asked(&visitor).await;
        let right = form.set("answer", &device.get(&options, &truth).to_string());
        assert_eq!(visitor.send(&right).await.url.path(), "/organiser/en/");
        assert_eq!(house.visitor().send(&right).await.status, 422, "once");
        assert_eq!(sign_in(&house.visitor(), &device, &truth).await.status, 422, "its counter did not rise: a copy, perhaps");
        device.counter = 0;
        assert_eq!(sign_in(&house.visitor(), &device, &truth).await.status, 422, "nor did it fall");
        press(&bo, &bo.get("/organiser/en/users").await, "/users/disable", AN).await;
        device.counter = 9;
        assert_eq!(sign_in(&house.visitor(), &device, &truth).await.status, 422, "shut out");
        house.assert_verified().await;
    }
}

both_databases! {
    /// A new one is taken from the sign-in that asked for it, of a verified user, once, and never twice.
    async fn new_passkeys_that_are_not_quite_right_are_refused(kind: Kind) {
        let Some(house) = House::open_named(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (an, other) = (house.sign_in(AN).await.0, house.staff(Role::Desk, None).await);
        let truth = Says::truth(&house.base);
        let lies = [
            ("another site", Says { origin: "https://localhost.example".into(), ..truth.clone() }),
            ("another relying party", Says { party: "example.be".into(), ..truth.clone() }),
            ("the user not verified", Says { flags: PRESENT, ..truth.clone() }),
            ("another challenge", Says { challenge: Some(text(&[7; 32])), ..truth.clone() }),
            ("another deed", Says { kind: "payment.get", ..truth.clone() }),
        ];
        for (what, says) in lies {
            let (options, form) = offered(&an).await;
            let answer = Authenticator::new("laptop").create(&options, &says);
            assert_eq!(an.send(&form.set("answer", &answer)).await.status, 422, "{what}");
        }
        for odd in ["", "{}", "nonsense", &"[".repeat(20_000)] {
            assert_eq!(an.send(&offered(&an).await.1.set("answer", odd)).await.status, 422, "{:.20}", odd);
        }
        let (options, form) = offered(&an).await;
        let answer = Authenticator::new("laptop").create(&options, &truth);
        let csrf = other.get(ACCOUNT).await.form("/sign-out").value("csrf").expect("a token").to_owned();
        assert_eq!(other.send(&form.clone().set("csrf", &csrf).set("answer", &answer)).await.status, 422, "another's offer");
        assert_eq!(house.sql().count("passkey", "1 = 1"), 0);
        let right = form.set("answer", &answer);
        assert_eq!(an.send(&right).await.status, 200);
        assert_eq!(an.send(&right).await.status, 422, "once");
        let (options, form) = offered(&other).await;
        let copied = Authenticator::new("laptop").create(&options, &truth);
        assert_eq!(other.send(&form.set("answer", &copied)).await.status, 422, "a credential is one person's");
        let (options, form) = offered(&an).await;
        assert_eq!(options["publicKey"]["excludeCredentials"][0]["id"], text(b"laptop"), "the device is told what it has");
        let late = form.set("answer", &Authenticator::new("late").create(&options, &truth));
        house.app.clock.set(house.app.now() + Duration::minutes(6));
        assert_eq!(an.send(&late).await.status, 422, "too late");
        assert_eq!(house.sql().count("passkey", "1 = 1"), 1);
        let stored = house.sql().words("SELECT credential AS value FROM passkey").join(" ");
        assert!(!stored.contains(AN), "the public half, and nothing of the person");
    }
}
