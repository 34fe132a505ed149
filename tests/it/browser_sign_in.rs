//! Signing in in a real browser, on both databases: password and code from the app.

use chrono::Duration;
use quarterdeck::domain::staff::Role;
use thirtyfour::prelude::*;
use totp_rs::{Builder, Secret};

use crate::both_databases;
use crate::support::browser::Browser;
#[cfg(feature = "oidc")]
use crate::support::provider_mock::ProviderMock;
use crate::support::scene::now;
use crate::web::organiser_house::{House, PASSWORD};
#[cfg(feature = "oidc")]
use crate::web::organiser_identity::mock_service;

const AN: &str = "an@ccb.example.be";

both_databases! {
    /// Sets the second factor up from what the page shows, signs out, and comes in again with both.
    async fn with_a_password_and_a_code_from_the_app(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        let Some(browser) = Browser::start().await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let page = Desk { house: &house, browser: &browser.driver };
        page.give_password().await;
        page.seen("form[action*='/sign-out']").await;
        page.open("/organiser/en/account").await;
        page.type_into("form[action$='/second-factor/begin'] [name=password]", PASSWORD).await;
        page.press("form[action$='/second-factor/begin'] button").await;
        let secret = page.seen(".secret").await.text().await.expect("the secret");
        page.type_into("#code", "000000").await;
        page.press("form[action$='/second-factor'] button").await;
        page.seen("#code-fault").await;
        assert_eq!(page.seen(".secret").await.text().await.expect("the secret"), secret, "a slip makes no other");
        page.type_into("#code", &page.code(&secret)).await;
        page.press("form[action$='/second-factor'] button").await;
        page.seen(".recovery code").await;
        page.press("form[action*='/sign-out'] button").await;
        page.seen("[name=password]").await;

        house.app.clock.set(house.app.now() + Duration::seconds(31));
        page.give_password().await;
        page.seen("#code").await;
        page.press("form[action$='/sign-in/code'] button").await;
        let fault = page.seen("#code-fault").await.text().await.expect("a fault");
        assert!(fault.contains("Type the code"), "{fault}");
        page.type_into("#code", &page.code(&secret)).await;
        page.press("form[action$='/sign-in/code'] button").await;
        page.seen("form[action*='/sign-out']").await;
        assert_eq!(page.path().await, "/organiser/en/");
        assert_eq!(house.sql().count("login", "device LIKE 'Chrome, Linux'"), 1);
        browser.quit().await;
    }
}

#[cfg(feature = "passkeys")]
both_databases! {
    /// Adds a passkey, signs out, comes in with it and no password; once it is removed, the password still opens.
    async fn with_a_passkey(kind: Kind) {
        let Some(house) = House::open_named(kind, now()).await else { return };
        let Some(browser) = Browser::start().await else { return };
        browser.hold_passkeys().await;
        house.add_user(AN, Role::Organiser, None).await;
        let page = Desk { house: &house, browser: &browser.driver };
        page.give_password().await;
        page.seen("form[action*='/sign-out']").await;
        page.open("/organiser/en/account").await;
        page.type_into("#passkey_name", "Work laptop").await;
        page.type_into("#passkey_password", PASSWORD).await;
        page.press("form[action$='/passkeys/begin'] button").await;
        page.press("form[data-passkey=create] button").await;
        let done = page.seen(".notice.good").await.text().await.expect("a message");
        assert!(done.contains("passkey is added"), "{done}");
        assert_eq!(house.sql().count("passkey", "name = 'Work laptop'"), 1);
        page.press("form[action*='/sign-out'] button").await;

        page.press("form[data-passkey=get] button").await;
        page.seen("form[action*='/sign-out']").await;
        assert_eq!(page.path().await, "/organiser/en/");
        page.open("/organiser/en/account").await;
        page.press("details:has(form[action$='/passkeys/remove']) summary").await;
        page.press("form[action$='/passkeys/remove'] button").await;
        page.seen(".notice.good").await;
        page.press("form[action*='/sign-out'] button").await;
        page.press("form[data-passkey=get] button").await;
        let fault = page.seen(".errors").await.text().await.expect("a fault");
        assert!(fault.contains("does not open anything here"), "{fault}");
        page.give_password().await;
        page.seen("form[action*='/sign-out']").await;
        browser.quit().await;
    }
}

#[cfg(feature = "oidc")]
both_databases! {
    /// At a provider on another site: in, out, stopped halfway, and an account connected from inside.
    async fn at_a_provider_of_openid_connect(kind: Kind) {
        let Some(mock) = ProviderMock::start().await else { return };
        let make = |redirect: String| mock_service(&mock, redirect);
        // The provider signs with the machine's time.
        let Some(house) = House::open_identified(kind, quarterdeck::clock::Clock::System, &make).await else { return };
        let Some(browser) = Browser::start().await else { return };
        mock.know("s-1", serde_json::json!({ "email": "bo@ccb.example.be", "email_verified": true, "groups": { "of": ["events"] } })).await;
        let page = Desk { house: &house, browser: &browser.driver };
        page.open("/organiser/fr/sign-in").await;
        page.press("form[action$='/sign-in/oidc'] button").await;
        page.type_into("[name=sub]", "s-1").await;
        page.press("form button[type=submit]:not([name])").await;
        page.seen("form[action*='/sign-out']").await;
        assert_eq!(page.path().await, "/organiser/fr/", "in, in the language that it began in");
        page.open("/organiser/en/account").await;
        assert!(page.seen("main").await.text().await.expect("a text").contains("bo@ccb.example.be"));
        page.press("form[action*='/sign-out'] button").await;

        page.press("form[action$='/sign-in/oidc'] button").await;
        page.press("button[value=deny]").await;
        let fault = page.seen("main .lead").await.text().await.expect("a text");
        assert!(fault.contains("does not let your account use this site"), "{fault}");
        page.press("main a.button").await;
        page.seen("[name=password]").await;

        house.add_user(AN, Role::Organiser, None).await;
        page.give_password().await;
        page.seen("form[action*='/sign-out']").await;
        page.open("/organiser/en/account").await;
        page.type_into("#oidc_password", PASSWORD).await;
        page.press("form[action$='/account/oidc/begin'] button").await;
        page.type_into("[name=sub]", "s-2").await;
        page.press("form button[type=submit]:not([name])").await;
        let done = page.seen(".notice.good").await.text().await.expect("a message");
        assert!(done.contains("is connected"), "{done}");
        page.press("form[action*='/sign-out'] button").await;
        page.press("form[action$='/sign-in/oidc'] button").await;
        page.type_into("[name=sub]", "s-2").await;
        page.press("form button[type=submit]:not([name])").await;
        page.seen("form[action*='/sign-out']").await;
        page.open("/organiser/en/account").await;
        assert!(page.seen("main").await.text().await.expect("a text").contains(AN));
        browser.quit().await;
    }
}

/// Somebody before their screen.
struct Desk<'a> {
    house: &'a House,
    browser: &'a WebDriver,
}

impl Desk<'_> {
    async fn open(&self, path: &str) {
        self.browser.goto(format!("{}{path}", self.house.base)).await.expect("a page");
    }

    async fn path(&self) -> String {
        self.browser.current_url().await.expect("an address").path().to_owned()
    }

    /// Waits for an element.
    async fn seen(&self, css: &str) -> WebElement {
        match self.browser.query(By::Css(css.to_owned())).first().await {
            Ok(found) => found,
            Err(_) => panic!("no {css} on {}: {}", self.path().await, self.browser.source().await.unwrap_or_default()),
        }
    }

    async fn type_into(&self, css: &str, text: &str) {
        self.seen(css).await.send_keys(text).await.expect("typing");
    }

    async fn press(&self, css: &str) {
        self.seen(css).await.click().await.expect("a click");
    }

    async fn give_password(&self) {
        self.open("/organiser/en/sign-in").await;
        self.type_into("[name=email]", AN).await;
        self.type_into("[name=password]", PASSWORD).await;
        self.press("form[action$='/sign-in'] button").await;
    }

    /// What the app shows.
    fn code(&self, secret: &str) -> String {
        let secret = Secret::try_from_base32(secret.replace(' ', "")).expect("base32");
        let app = Builder::new().with_secret(secret).build().expect("an app");
        app.generate(u64::try_from(self.house.app.now().timestamp()).expect("a time")).to_string()
    }
}
