//! One's own account: the second factor from its first code to the lost phone, the password, and where one is signed in.

use quarterdeck::domain::staff::Role;
use totp_rs::{Builder, Secret};

use super::organiser_house::{House, PASSWORD};
use super::organiser_users::press;
use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::scene::now;

const ACCOUNT: &str = "/organiser/en/account";
const AN: &str = "an@ccb.example.be";

/// What the app on the phone shows now.
fn code(house: &House, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).expect("base32");
    let app = Builder::new().with_secret(secret).build().expect("an app");
    app.generate(u64::try_from(house.app.now().timestamp()).expect("a time")).to_string()
}

/// Gives the right password: the page that asks for the code.
async fn half_way(house: &House) -> (Visitor, Page) {
    let (visitor, page) = house.sign_in(AN).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "Second factor"), "{}", page.body);
    assert_eq!(visitor.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in", "half way is not in");
    (visitor, page)
}

async fn give(visitor: &Visitor, page: &Page, code: &str) -> Page {
    visitor.send(&page.form("/sign-in/code").set("code", code)).await
}

/// Sets a second factor up: its secret and the codes for a lost phone.
async fn set_up(house: &House, visitor: &Visitor) -> (String, Vec<String>) {
    let begin = visitor.get(ACCOUNT).await.form("/second-factor/begin");
    let stranger = visitor.send(&begin.clone().set("password", "guessed")).await;
    assert_eq!((stranger.status.as_u16(), stranger.count(".scan")), (422, 0), "an open browser alone sets nothing up");
    let offer = visitor.send(&begin.set("password", PASSWORD)).await;
    let wrong = visitor.send(&offer.form("/second-factor").set("code", "000000")).await;
    assert_eq!((wrong.status.as_u16(), wrong.attribute("#code", "aria-invalid").as_deref()), (422, Some("true")));
    let secret = offer.text(".secret");
    assert_eq!(wrong.text(".secret"), secret, "the app holds it already");
    let again = visitor.send(&visitor.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await;
    assert_eq!(again.text(".secret"), secret, "nor does beginning again make another");
    let done = visitor.send(&wrong.form("/second-factor").set("code", &code(house, &secret))).await;
    let codes = done.texts(".recovery code");
    assert_eq!((done.status.as_u16(), codes.len()), (200, 8), "{}", done.body);
    assert!(visitor.get(ACCOUNT).await.texts(".recovery code").is_empty(), "they are shown once");
    (secret, codes)
}

both_databases! {
    async fn a_second_factor_is_asked_for_and_each_code_is_good_once(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (visitor, _) = house.sign_in(AN).await;
        let (secret, codes) = set_up(&house, &visitor).await;
        let stored = house.sql().words("SELECT totp_secret AS value FROM staff_user UNION ALL SELECT code_hash AS value FROM staff_recovery").join(" ");
        assert!(!stored.contains(&secret.replace(' ', "")) && codes.iter().all(|c| !stored.contains(&c.replace('-', ""))), "nothing stored opens anything");

        let (browser, asked) = half_way(&house).await;
        let spent = give(&browser, &asked, &code(&house, &secret)).await;
        assert_eq!(spent.status, 422, "the code that set it up is spent");
        house.app.clock.set(house.app.now() + chrono::Duration::seconds(31));
        let fresh = code(&house, &secret);
        assert_eq!(give(&browser, &spent, &fresh).await.url.path(), "/organiser/en/");
        let (other, asked) = half_way(&house).await;
        assert_eq!(give(&other, &asked, &fresh).await.status, 422, "nobody else comes in with it");

        let (lost, asked) = half_way(&house).await;
        assert_eq!(give(&lost, &asked, &codes[3].to_uppercase()).await.url.path(), "/organiser/en/", "a lost phone");
        assert!(lost.get(ACCOUNT).await.body.contains("7 codes for a lost phone are left"));
        let (again, asked) = half_way(&house).await;
        assert_eq!(give(&again, &asked, &codes[3]).await.status, 422);
        house.app.clock.set(house.app.now() + chrono::Duration::minutes(11));
        assert_eq!(give(&again, &asked, &codes[4]).await.status, 422, "the right password was given too long ago");

        let (lost, asked) = half_way(&house).await;
        give(&lost, &asked, &codes[5]).await;
        let off = lost.get(ACCOUNT).await.form("/second-factor/off");
        assert_eq!(lost.send(&off.clone().set("off", "000000")).await.status, 422);
        assert!(lost.send(&off.set("off", &codes[6])).await.text(".notice.good").contains("is off"));
        assert_eq!(house.sign_in(AN).await.1.url.path(), "/organiser/en/");
        assert_eq!(house.sql().count("staff_recovery", "1 = 1"), 0);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn an_administrator_helps_who_lost_both(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (visitor, _) = house.sign_in(AN).await;
        set_up(&house, &visitor).await;
        let admin = house.staff(Role::Admin, None).await;
        let users = admin.get("/organiser/en/users").await;
        assert!(users.body.contains("With a second factor"));
        let gone = press(&admin, &users, "/users/second-factor-off", AN).await;
        assert!(gone.text(".notice.good").contains("is off"), "{}", gone.body);
        assert_eq!(house.sign_in(AN).await.1.url.path(), "/organiser/en/");
        let deeds = admin.get(&format!("/organiser/en/journal?q={AN}")).await.texts("table.journal td:nth-of-type(2)");
        assert_eq!(deeds, ["Signed in", "Second factor set up", "Signed in"], "what they did themselves");
    }
}

both_databases! {
    async fn a_new_password_and_a_forgotten_browser(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (here, _) = house.sign_in(AN).await;
        let (elsewhere, _) = house.sign_in(AN).await;
        let account = here.get(ACCOUNT).await;
        assert_eq!((account.count("tbody tr"), account.count(".state.confirmed")), (2, 1), "two sign-ins, one of them here");
        let ended = here.send(&account.form("/sign-ins/end")).await;
        assert!(ended.text(".notice.good").contains("One sign-in ended") && ended.find_form("/sign-ins/end").is_none(), "{}", ended.body);
        assert_eq!(elsewhere.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");

        let form = here.get(ACCOUNT).await.form("/account/password").set("new", "another good password").set("again", "another good password");
        let slip = here.send(&form.clone().set("present", PASSWORD).set("again", "another good pasword")).await;
        assert_eq!((slip.status.as_u16(), slip.attribute("#again", "aria-invalid").as_deref()), (422, Some("true")), "typed twice, and not the same");
        assert_eq!(here.get(ACCOUNT).await.status, 200, "nothing has changed");
        let wrong = here.send(&form.clone().set("present", "guessed")).await;
        assert_eq!((wrong.status.as_u16(), wrong.attribute("#present", "aria-invalid").as_deref()), (422, Some("true")));
        let short = here.send(&form.clone().set("present", PASSWORD).set("new", "short").set("again", "short")).await;
        assert_eq!((short.status.as_u16(), short.attribute("#new", "aria-invalid").as_deref()), (422, Some("true")));
        let done = here.send(&form.set("present", PASSWORD)).await;
        assert_eq!(done.url.path(), "/organiser/en/sign-in");
        assert!(done.text(".notice.good").contains("Your password is changed"), "{}", done.body);
        assert_eq!(here.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        assert_eq!(house.sign_in(AN).await.1.status, 422, "the old one opens nothing");
    }
}

both_databases! {
    /// Nobody uses another's offer, another's half way, or a half way that a new password has overtaken. An offer is good for the
    /// sign-in that it was made for, for half an hour, and is gone once it is set up.
    async fn what_is_sealed_for_one_opens_for_no_other(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (an, _) = house.sign_in(AN).await;
        let other = house.staff(Role::Admin, None).await;
        let begin = |visitor: Visitor| async move { visitor.send(&visitor.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await };
        let theirs = begin(other.clone()).await;
        let offered = begin(an.clone()).await;
        let (own, own_secret) = (offered.form("/second-factor"), offered.text(".secret"));
        assert_ne!(own_secret, theirs.text(".secret"));
        assert_eq!(an.send(&own.clone().set("code", &code(&house, &theirs.text(".secret")))).await.status, 422, "a code of another's");
        let (elsewhere, _) = house.sign_in(AN).await;
        let csrf = elsewhere.get(ACCOUNT).await.form("/sign-out").value("csrf").expect("a token").to_owned();
        let carried = elsewhere.send(&own.clone().set("csrf", &csrf).set("code", &code(&house, &own_secret))).await;
        assert!(carried.status == 422 && carried.text(".errors").contains("half an hour"), "another sign-in of the same person: {}", carried.body);
        assert_ne!(begin(elsewhere.clone()).await.text(".secret"), own_secret, "another sign-in gets another");
        house.app.clock.set(house.app.now() + chrono::Duration::minutes(31));
        let late = an.send(&own.clone().set("code", &code(&house, &own_secret))).await;
        assert!(late.status == 422 && late.text(".errors").contains("half an hour") && late.count(".scan") == 0, "{}", late.body);
        assert_ne!(begin(an.clone()).await.text(".secret"), own_secret, "too old to begin with");
        assert_eq!(house.sql().count("staff_user", "totp_secret IS NOT NULL"), 0);
        assert!(!house.sql().words("SELECT totp_offer AS value FROM login WHERE totp_offer IS NOT NULL").join(" ").contains(&own_secret.replace(' ', "")));

        let held = own.clone();
        let (_, codes) = set_up(&house, &an).await;
        assert_eq!(house.sql().count("login", "totp_offer IS NOT NULL"), 2, "the other two sign-ins' alone");
        let secret = house.sql().words("SELECT totp_secret AS value FROM staff_user WHERE totp_secret IS NOT NULL");
        let mut again = held.clone();
        again.action.set_path("/organiser/en/account/second-factor/begin");
        assert_eq!(an.send(&again.force("password", PASSWORD)).await.status, 409, "there is one already");
        assert_eq!(an.send(&held.set("code", &code(&house, &own_secret))).await.status, 403, "an offer from before replaces nothing");
        assert_eq!(house.sql().words("SELECT totp_secret AS value FROM staff_user WHERE totp_secret IS NOT NULL"), secret);
        let (browser, asked) = half_way(&house).await;
        let users = other.get("/organiser/en/users").await;
        assert_eq!(press(&other, &users, "/users/password", AN).await.status, 200);
        assert_eq!(give(&browser, &asked, &codes[0]).await.status, 422, "the password has changed since");
        let bent = asked.form("/sign-in/code").set("half_way", "nonsense").set("code", &codes[0]);
        assert_eq!(browser.send(&bent).await.status, 422);
        assert_eq!(house.sql().count("staff_recovery", "1 = 1"), 8, "none was spent");
    }
}

both_databases! {
    /// Ten wrong codes in a row shut the door for a quarter of an hour, whoever knocks and with whatever code.
    async fn guessing_codes_is_slow(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (visitor, _) = house.sign_in(AN).await;
        let (secret, codes) = set_up(&house, &visitor).await;
        house.app.clock.set(house.app.now() + chrono::Duration::seconds(31));
        for n in 0..10 {
            let (browser, asked) = half_way(&house).await;
            assert_eq!(give(&browser, &asked, &format!("00000{n}")).await.status, 422);
        }
        let (browser, asked) = half_way(&house).await;
        let waiting = give(&browser, &asked, &codes[0]).await;
        assert!(waiting.status == 422 && waiting.text(".errors").contains("quarter of an hour"), "{}", waiting.body);
        house.app.clock.set(house.app.now() + chrono::Duration::minutes(15));
        let (browser, asked) = half_way(&house).await;
        assert_eq!(give(&browser, &asked, &code(&house, &secret)).await.url.path(), "/organiser/en/");
        assert_eq!(house.sql().count("staff_user", "totp_wrong = 0 AND totp_wait IS NULL"), 1);
    }
}

both_databases! {
    /// No code is no wrong code: it is said, costs no try, and keeps the way open.
    async fn an_empty_code_is_missing_and_not_wrong(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (visitor, _) = house.sign_in(AN).await;
        let offer = visitor.send(&visitor.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await;
        let empty = visitor.send(&offer.form("/second-factor").set("code", " ")).await;
        assert!(empty.status == 422 && empty.text("#code-fault").contains("Type the code"), "{}", empty.body);
        let (_, codes) = set_up(&house, &visitor).await;
        let (browser, asked) = half_way(&house).await;
        let empty = give(&browser, &asked, "  ").await;
        assert!(empty.status == 422 && empty.text("#code-fault").contains("Type the code"), "{}", empty.body);
        assert_eq!(house.sql().count("staff_user", "totp_wrong = 0"), 1, "no try is counted");
        assert_eq!(give(&browser, &empty, &codes[0]).await.url.path(), "/organiser/en/");
        let off = browser.send(&browser.get(ACCOUNT).await.form("/second-factor/off")).await;
        assert!(off.status == 422 && off.text("#off-fault").contains("Type the code"), "{}", off.body);
    }
}

both_databases! {
    /// Right codes and passwords use no tries up, wherever they are asked for; wrong ones do.
    async fn what_is_right_on_the_account_uses_no_tries_up(kind: Kind) {
        let Some(house) = House::open_limited(kind).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (visitor, _) = house.sign_in(AN).await;
        for _ in 0..4 {
            let offer = visitor.send(&visitor.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await;
            assert_eq!((offer.status.as_u16(), offer.count(".scan")), (200, 1));
        }
        let offer = visitor.send(&visitor.get(ACCOUNT).await.form("/second-factor/begin").set("password", PASSWORD)).await;
        let done = visitor.send(&offer.form("/second-factor").set("code", &code(&house, &offer.text(".secret")))).await;
        let codes = done.texts(".recovery code");
        for code in &codes[..4] {
            let (browser, asked) = half_way(&house).await;
            assert_eq!(give(&browser, &asked, code).await.url.path(), "/organiser/en/");
        }
        let off = visitor.get(ACCOUNT).await.form("/second-factor/off");
        for n in 0..3 {
            assert_eq!(visitor.send(&off.clone().set("off", "000000")).await.status, 422, "{n}");
        }
        assert_eq!(visitor.send(&off.set("off", "000000")).await.status, 429);
    }
}

both_databases! {
    /// One's own, named by device and ended one by one; never another person's.
    async fn one_sign_in_of_ones_own_is_ended_and_no_other_s(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.add_user(AN, Role::Organiser, None).await;
        let (here, _) = house.sign_in(AN).await;
        let elsewhere = house.visitor();
        let form = elsewhere.get("/organiser/en/sign-in").await.form("/sign-in").set("email", AN).set("password", PASSWORD);
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0 <canary>";
        elsewhere.page(elsewhere.request(&form).header("User-Agent", agent)).await;
        let stranger = house.staff(Role::Desk, None).await;
        let account = here.get(ACCOUNT).await;
        let mut devices = account.texts("tbody th");
        devices.sort();
        assert_eq!(devices, ["Firefox, Linux", "Unknown device"], "in words of ours");
        let buttons = account.forms("/sign-ins/end-one");
        assert_eq!(buttons.len(), 1, "not this one: that is signing out");
        let csrf = stranger.get(ACCOUNT).await.form("/sign-out").value("csrf").expect("a token").to_owned();
        let none = stranger.send(&buttons[0].clone().set("csrf", &csrf)).await;
        assert!(none.text(".notice.good").contains("nowhere else"), "{}", none.body);
        assert_eq!(elsewhere.get("/organiser/en/").await.url.path(), "/organiser/en/", "what is another's stays");
        let ended = here.send(&buttons[0]).await;
        assert!(ended.text(".notice.good").contains("One sign-in ended"), "{}", ended.body);
        assert_eq!(elsewhere.get("/organiser/en/").await.url.path(), "/organiser/en/sign-in");
        assert_eq!(here.send(&buttons[0]).await.status, 200, "twice does no harm");
        assert_eq!(here.get("/organiser/en/").await.url.path(), "/organiser/en/");
    }
}
