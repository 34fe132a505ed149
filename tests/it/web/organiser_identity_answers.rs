//! Everything that can be wrong with what comes back from a provider: it opens nothing, says so in the reader's language, and is
//! never a fault of ours.

use std::time::Duration as Wait;

use chrono::Duration;
use quarterdeck::clock::Clock;
use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::organiser_house::House;
use super::organiser_identity::{RULES, address, come_back, open, person, set_out, visit};
use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::provider::{Bend, Signing, TestProvider};
use crate::support::scene::now;

const AN: &str = "an@ccb.example.be";

fn an() -> Value {
    person("s-1", AN, &["events"])
}

fn bend(change: impl Fn(&mut Value, &mut Value) + Send + Sync + 'static) -> Bend {
    std::sync::Arc::new(change)
}

/// Nobody came in.
fn assert_nobody(house: &House, what: &str) {
    assert_eq!(house.sql().count("login", "1 = 1"), 0, "{what}");
    assert_eq!(house.sql().count("staff_identity", "1 = 1"), 0, "{what}");
}

/// The truth still opens.
async fn assert_opens(house: &House, provider: &TestProvider) {
    provider.behave();
    let visitor = house.visitor();
    let page = visit(&visitor, provider, &an()).await;
    assert_eq!(address(&page).path(), "/organiser/en/", "{}", page.body);
}

both_databases! {
    async fn a_token_that_is_not_quite_right_opens_nothing(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let at = provider.now().timestamp();
        let set = |name: &'static str, value: Value| bend(move |_, claims| claims[name] = value.clone());
        let drop = |name: &'static str| bend(move |_, claims| drop(claims.as_object_mut().expect("claims").remove(name)));
        let lies: Vec<(&str, Bend)> = vec![
            ("another nonce", set("nonce", "guessed".into())),
            ("no nonce", drop("nonce")),
            ("another issuer", set("iss", "https://login.example".into())),
            ("no issuer", drop("iss")),
            ("another audience", set("aud", "another".into())),
            ("no audience", drop("aud")),
            ("an audience beside us", set("aud", json!(["quarterdeck", "another"]))),
            ("another party", set("azp", "another".into())),
            ("over", set("exp", at.into())),
            ("without an end", drop("exp")),
            ("of the future", set("iat", (at + 120).into())),
            ("of long ago", set("iat", (at - 1200).into())),
            ("no moment", drop("iat")),
            ("no subject", drop("sub")),
            ("an empty subject", set("sub", "".into())),
            ("a long subject", set("sub", "s".repeat(300).into())),
            ("another access token's", set("at_hash", "AAAAAAAAAAAAAAAAAAAAAA".into())),
            ("odd claims", set("exp", "tomorrow".into())),
            ("an unknown key", bend(|header, _| header["kid"] = "two".into())),
            ("a key of its own", bend(|header, _| header["jwk"] = json!({ "kty": "oct", "k": "AAAA" }))),
            ("another algorithm", bend(|header, _| header["alg"] = "ES384".into())),
            ("what we must understand", bend(|header, _| header["crit"] = json!(["exp"]))),
            ("another kind", bend(|header, _| header["typ"] = "logout+jwt".into())),
        ];
        for (what, lie) in lies {
            // A header may name a key that is not used: that alone is no lie.
            let harmless = what == "a key of its own";
            provider.behave();
            provider.bend(move |header, claims| lie(header, claims));
            if harmless {
                provider.sign(Signing::Forged);
            }
            let page = visit(&house.visitor(), &provider, &an()).await;
            assert!(page.status.is_client_error() || page.status == 503, "{what}: {}", page.status);
            assert!(page.text(".lead").len() > 20 && page.header("refresh").is_empty(), "{what}: {}", page.body);
            assert_nobody(&house, what);
        }
        for signing in [Signing::Forged, Signing::Without, Signing::Shared] {
            provider.behave();
            provider.sign(signing);
            assert_eq!(visit(&house.visitor(), &provider, &an()).await.status, 403, "{signing:?}");
            assert_nobody(&house, "signed by nobody");
        }
        provider.behave();
        for (email, verified) in [("", json!(true)), ("no address", json!(true)), (AN, json!(false)), (AN, json!(null))] {
            let mut who = json!({ "sub": "s-1", "email": email, "email_verified": verified, "roles": "events" });
            if verified.is_null() {
                // Said neither way: at some providers anybody can write any address.
                who.as_object_mut().expect("claims").remove("email_verified");
            }
            let page = visit(&house.visitor(), &provider, &who).await;
            assert!(page.status == 403 && page.text(".lead").contains("no confirmed e-mail address"), "{email}: {}", page.body);
            assert_nobody(&house, "no address");
        }
        assert_opens(&house, &provider).await;
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_way_back_that_is_not_quite_right_opens_nothing(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let (here, other) = (house.visitor(), house.visitor());
        let unknown = |page: &Page| (page.status.as_u16(), page.text(".lead").contains("did not begin this sign-in"));
        assert_eq!(unknown(&come_back(&here, &[]).await), (422, true));
        let (code, state) = provider.grant(&set_out(&here).await, an());
        for fields in [&[("code", code.as_str())][..], &[("code", &code), ("state", "guessed")], &[("state", &state)], &[("code", ""), ("state", &state)]] {
            assert_eq!(unknown(&come_back(&here, fields).await), (422, true), "{fields:?}");
        }
        assert_eq!(unknown(&come_back(&other, &[("code", &code), ("state", &state)]).await), (422, true), "a browser that was not sent");
        let (_, theirs) = provider.grant(&set_out(&other).await, an());
        assert_eq!(unknown(&come_back(&here, &[("code", &code), ("state", &theirs)]).await), (422, true), "another browser's state");
        let mixed = come_back(&here, &[("code", &code), ("state", &state), ("iss", "https://login.example")]).await;
        assert_eq!(mixed.status, 403, "the answer of another provider (RFC 9207)");
        assert_nobody(&house, "not quite right");

        let french = here.get_in("/organiser/oidc/callback?error=access_denied", "fr").await;
        assert!(french.status == 403 && french.text(".lead").contains("mot de passe"), "in the reader's language: {}", french.body);
        for (error, status) in [("access_denied", 403), ("login_required", 403), ("server_error", 503), ("temporarily_unavailable", 503), ("<b>\r\nodd", 403)] {
            let page = come_back(&here, &[("error", error), ("error_description", "<script>"), ("state", &state)]).await;
            assert_eq!(page.status, status, "{error}");
            assert!(!page.body.contains("<b>") && !page.body.contains("<script>"), "nothing of it is shown");
        }
        assert_eq!(here.client.post(format!("{}/organiser/oidc/callback", house.base)).send().await.expect("an answer").status(), 405);

        let (code, state) = provider.grant(&set_out(&here).await, an());
        house.app.clock.set(house.app.now() + Duration::minutes(10) + Duration::seconds(1));
        let late = come_back(&here, &[("code", &code), ("state", &state)]).await;
        assert!(late.status == 422 && late.text(".lead").contains("ten minutes"), "{}", late.body);
        house.app.clock.set(now());
        assert_nobody(&house, "late");

        let (code, state) = provider.grant(&set_out(&here).await, an());
        // The code of somebody else's sign-in, put into ours, fails at its hash (PKCE).
        let (stolen, _) = provider.grant(&set_out(&other).await, an());
        assert_eq!(come_back(&here, &[("code", &stolen), ("state", &state)]).await.status, 403, "another's code");
        assert_eq!(come_back(&here, &[("code", &code), ("state", &state)]).await.status, 422, "and its way is used up");
        assert_nobody(&house, "another's code");
        assert_opens(&house, &provider).await;
        house.assert_verified().await;
    }
}

both_databases! {
    /// Several processes share the database and the secret: an answer goes to any of them, and is good once for all.
    async fn an_answer_is_good_once_for_all_processes(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let make = |redirect: String| provider.service(redirect, RULES, |_| {});
        let twin = house.twin(&make);
        let (here, mut copy) = (house.visitor(), twin.visitor());
        let page = here.get("/organiser/en/sign-in").await;
        let begun = here.send(&page.form("/sign-in/oidc")).await;
        let cookie = begun.header("set-cookie");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let pair = cookie.split(';').next().expect("a pair").to_owned();
        let (code, state) = provider.grant(&address(&begun), an());
        let query = format!("/organiser/oidc/callback?code={code}&state={state}");
        let ask = async |visitor: &Visitor| visitor.page(visitor.client.get(visitor.base.join(&query).expect("a path")).header("Cookie", &pair)).await;
        copy.client = reqwest::Client::builder().no_proxy().build().expect("a client");
        assert_eq!(address(&ask(&copy).await).path(), "/organiser/en/", "the other process knows the way");
        let again = ask(&house_without_cookies(&house)).await;
        assert!(again.status == 422 && again.text(".lead").contains("used before"), "{}", again.body);
        assert_eq!(provider.asked("/token"), 1, "and the code is not shown to the provider twice");
        assert_eq!(house.sql().count("staff_identity_spent", "1 = 1"), 1);
        house.app.sweep(house.app.now() + Duration::minutes(11)).await.expect("swept");
        assert_eq!(house.sql().count("staff_identity_spent", "1 = 1"), 0);
    }
}

fn house_without_cookies(house: &House) -> Visitor {
    let mut visitor = house.visitor();
    visitor.client = reqwest::Client::builder().no_proxy().build().expect("a client");
    visitor
}

both_databases! {
    async fn a_provider_in_trouble_is_said_and_forgiven(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        let here = house.visitor();
        let press = || async { here.send(&here.get("/organiser/en/sign-in").await.form("/sign-in/oidc")).await };
        let another = json!({ "issuer": "https://login.example", "authorization_endpoint": "https://login.example/a", "jwks_uri": "https://login.example/k",
            "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256"] });
        let mut script = json!({ "issuer": provider.issuer, "authorization_endpoint": "javascript:alert(1)", "jwks_uri": format!("{}/jwks", provider.issuer),
            "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256"] });
        for (what, status, body) in [
            ("down", 500, "{}".to_owned()),
            ("garbage", 200, "<html>".to_owned()),
            ("empty", 200, String::new()),
            ("elsewhere", 302, "http://127.0.0.1:1/".to_owned()),
            ("endless", 200, " ".repeat(70_000)),
            ("somebody else", 200, another.to_string()),
        ] {
            provider.answer("/.well-known/openid-configuration", status, &body);
            let page = press().await;
            assert!(page.status == 503 && page.text(".lead").contains("cannot be reached"), "{what}: {} {}", page.status, page.body);
        }
        provider.behave();
        // Whoever is sent there is sent to an address, and keys are fetched from one.
        provider.answer("/.well-known/openid-configuration", 200, &script.to_string());
        assert_eq!(press().await.status, 503, "a script is no address");
        script["authorization_endpoint"] = format!("{}/authorize", provider.issuer).into();
        script["jwks_uri"] = "file:///etc/passwd".into();
        provider.answer("/.well-known/openid-configuration", 200, &script.to_string());
        let twin = house.twin(&|redirect: String| provider.service(redirect, RULES, |_| {}));
        let there = twin.visitor();
        assert_eq!(there.send(&there.get("/organiser/en/sign-in").await.form("/sign-in/oidc")).await.status, 503, "a file is no address");
        provider.behave();
        provider.wait("/.well-known/openid-configuration", Wait::from_secs(4));
        assert_eq!(there.send(&there.get("/organiser/en/sign-in").await.form("/sign-in/oidc")).await.status, 503, "too slow");
        drop(twin);
        assert_nobody(&house, "in trouble");
        provider.behave();

        let make = |redirect: String| provider.service(redirect, RULES, |_| {});
        let Some(house) = House::open_identified(kind, Clock::fixed(now()), &make).await else { return };
        for (what, path, status, body) in [
            ("tokens: down", "/token", 502, "<html>"),
            ("tokens: garbage", "/token", 200, "]["),
            ("tokens: none", "/token", 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}"),
            ("tokens: no token", "/token", 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}"),
            ("tokens: refused", "/token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"\\u001b[31m\\nforged\"}"),
        ] {
            provider.behave();
            provider.answer(path, status, body);
            let page = visit(&house.visitor(), &provider, &an()).await;
            assert!(page.status == 503 || page.status == 403, "{what}: {}", page.status);
            assert!(page.text(".lead").len() > 20, "{what}");
            assert_nobody(&house, what);
        }
        provider.behave();
        provider.wait("/token", Wait::from_secs(4));
        assert_eq!(visit(&house.visitor(), &provider, &an()).await.status, 503, "too slow");
        assert_opens(&house, &provider).await;
        house.assert_verified().await;
    }
}

both_databases! {
    /// What it says of itself is asked for once, and again when a key is not among those known.
    async fn new_keys_are_fetched_when_they_are_needed(kind: Kind) {
        let Some((house, provider)) = open(kind).await else { return };
        for _ in 0..3 {
            assert_opens(&house, &provider).await;
        }
        assert_eq!((provider.asked("/jwks"), provider.asked("/.well-known/openid-configuration")), (1, 1));
        provider.rotate("two");
        assert_opens(&house, &provider).await;
        assert_opens(&house, &provider).await;
        assert_eq!(provider.asked("/jwks"), 2);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Demanded classes and methods are asked for and checked; what the token leaves out, the provider's answer about the user may say.
    async fn what_is_demanded_of_a_sign_in_is_checked(kind: Kind) {
        let provider = TestProvider::start(now()).await;
        let make = |redirect: String| {
            provider.service(redirect, &[("events", Role::Organiser, None)], |settings| {
                settings.required_acr = vec!["urn:high".into(), "urn:substantial".into()];
                settings.required_amr = vec!["hwk".into(), "pin".into()];
            })
        };
        let Some(house) = House::open_identified(kind, Clock::fixed(now()), &make).await else { return };
        let there = set_out(&house.visitor()).await;
        assert!(there.query_pairs().any(|(name, value)| name == "acr_values" && value == "urn:high urn:substantial"), "{there}");
        let strong = |acr: &str, amr: &[&str]| json!({ "sub": "s-1", "email": AN, "email_verified": true, "roles": ["events"], "acr": acr, "amr": amr });
        for weak in [an(), strong("urn:low", &["hwk", "pin"]), strong("urn:high", &["pwd"]), strong("urn:high", &["hwk"]), strong("urn:high", &[])] {
            let page = visit(&house.visitor(), &provider, &weak).await;
            assert!(page.status == 403 && page.text(".lead").contains("weaker way"), "{weak}: {}", page.body);
            assert_nobody(&house, "weak");
        }
        let bare = json!({ "sub": "s-1", "acr": "urn:substantial", "amr": ["pin", "hwk"] });
        provider.user(json!({ "sub": "another", "email": AN, "email_verified": true, "roles": ["events"] }));
        assert_eq!(visit(&house.visitor(), &provider, &bare).await.status, 403, "the answer about another user");
        assert_nobody(&house, "another user");
        provider.user(json!({ "sub": "s-1", "email": AN, "email_verified": true, "roles": ["events"] }));
        let page = visit(&house.visitor(), &provider, &bare).await;
        assert_eq!(address(&page).path(), "/organiser/en/", "{}", page.body);
        house.assert_verified().await;
    }
}
