//! Signing in and out: who gets in, what the cookie may do, and that guessing is slow.

use quarterdeck::domain::staff::Role;

use super::organiser_house::{House, PASSWORD};
use crate::both_databases;

both_databases! {
    async fn a_sign_in_lasts_until_the_sign_out_and_not_longer(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        let visitor = house.visitor();
        let turned = visitor.get("/organiser/fr/figures").await;
        assert_eq!(turned.url.path(), "/organiser/fr/sign-in", "who is not signed in is led to the form, in their language");
        assert_eq!(turned.count("[role=status]"), 0, "and nothing has ended");

        let form = turned.form("/sign-in").set("email", "an@ccb.example.be").set("password", PASSWORD);
        let plain = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = plain.post(form.action.clone()).form(&form.fields).send().await.unwrap();
        let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let token = cookie.split(';').next().unwrap().to_owned();
        let overview = |token: String| plain.get(format!("{}/organiser/en/", house.base)).header("Cookie", token).send();
        let page = overview(token.clone()).await.unwrap();
        assert_eq!(page.status(), 200);
        assert_eq!(page.headers()["cache-control"], "no-store");
        let stored = house.sql().words("SELECT token_hash AS value FROM login");
        assert!(!stored.iter().any(|hash| token.contains(hash)), "the database holds no token");

        let (signed_in, page) = house.sign_in("an@ccb.example.be").await;
        let missing = signed_in.get("/organiser/en/events/none").await;
        assert_eq!((missing.status.as_u16(), missing.count("main a[href='/organiser/en/']")), (404, 1));
        assert!(!missing.text("main").contains("e-mail"), "staff have no link in an e-mail: {}", missing.text("main"));
        let gone = signed_in.send(&page.form("/sign-out")).await;
        assert_eq!(gone.url.path(), "/organiser/en/sign-in");
        assert_eq!(signed_in.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        assert_eq!(overview(token).await.unwrap().status(), 200, "the other sign-in goes on");
        assert_eq!(house.sql().count("login", "1 = 1"), 1, "the ended one is gone from the server");
    }
}

both_databases! {
    async fn a_wrong_password_and_an_unknown_address_look_the_same(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        let visitor = house.visitor();
        let mut seen = Vec::new();
        for (email, password) in [("an@ccb.example.be", "wrong"), ("nobody@ccb.example.be", PASSWORD), ("", "")] {
            let form = visitor.get("/organiser/de/sign-in").await.form("/sign-in").set("email", email).set("password", password);
            let page = visitor.send(&form).await;
            assert_eq!(page.status, 422);
            assert!(page.text("title").starts_with("Fehler: "), "{}", page.text("title"));
            assert_eq!(page.attribute("#password", "value").as_deref(), Some(""), "a password is never given back");
            seen.push(page.text(".errors"));
        }
        assert!(seen.iter().all(|words| *words == seen[0] && !words.is_empty()), "{seen:?}");
        assert_eq!(house.sql().count("login", "1 = 1"), 0);
    }
}

both_databases! {
    async fn a_sign_in_form_of_another_site_is_refused(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        let visitor = house.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be").set("password", PASSWORD);
        let foreign = visitor.client.post(form.action.clone()).header("Sec-Fetch-Site", "cross-site").form(&form.fields);
        assert_eq!(visitor.page(foreign).await.status, 403);
        for bent in [form.clone().without("csrf"), form.clone().set("csrf", "1.a.b")] {
            assert_eq!(visitor.send(&bent).await.status, 422);
        }
        assert_eq!(house.sql().count("login", "1 = 1"), 0);
        assert_eq!(visitor.send(&form).await.status, 200);
    }
}

both_databases! {
    async fn guessing_passwords_is_slow(kind: Kind) {
        let Some(house) = House::open_limited(kind).await else { return };
        let visitor = house.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be").set("password", "guess");
        for _ in 0..3 {
            assert_eq!(visitor.send(&form).await.status, 422);
        }
        let forged = visitor.request(&form).header("X-Forwarded-For", "192.0.2.7");
        let page = visitor.page(forged).await;
        assert_eq!(page.status, 429, "a forged address does not help");
        assert!(page.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds > 0));
    }
}

both_databases! {
    /// An office behind one address signs in as often as it likes; only what was wrong uses tries up, and what was right gives a
    /// guesser none back.
    async fn only_wrong_passwords_use_tries_up(kind: Kind) {
        let Some(house) = House::open_limited(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        for n in 0..5 {
            assert_eq!(house.sign_in("an@ccb.example.be").await.1.url.path(), "/organiser/en/", "sign-in {n} of three that are limited");
        }
        let visitor = house.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be").set("password", "guess");
        for n in 0..3 {
            assert_eq!(visitor.send(&form).await.status, 422, "guess {n}");
            if n < 2 {
                assert_eq!(house.sign_in("an@ccb.example.be").await.1.status, 200, "right between guesses");
            }
        }
        assert_eq!(visitor.send(&form).await.status, 429, "what was right gave nothing back");
        assert_eq!(house.sign_in("an@ccb.example.be").await.1.status, 429, "nor is the right one checked then");
    }
}

both_databases! {
    /// Many at once take no more tries than one after the other.
    async fn guessing_at_once_gains_nothing(kind: Kind) {
        let Some(house) = House::open_limited(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        let visitor = house.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be").set("password", "guess");
        let guesses: Vec<_> = (0..9)
            .map(|_| {
                let (visitor, form) = (visitor.clone(), form.clone());
                tokio::spawn(async move { visitor.send(&form).await.status.as_u16() })
            })
            .collect();
        let mut answers = Vec::new();
        for guess in guesses {
            answers.push(guess.await.expect("an answer"));
        }
        answers.sort_unstable();
        assert_eq!(answers, [422, 422, 422, 429, 429, 429, 429, 429, 429]);
    }
}
