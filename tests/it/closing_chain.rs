//! Closings over the API, and checked by somebody who has the public half of the key and nothing else: the program that the documents give.

use std::fs;
use std::process::Command;

use quarterdeck::app::close_quarter::Grounds;
use quarterdeck::app::{Actor, App};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::ids::PlatformId;
use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::absent;
use crate::support::databases::{Folder, Kind};
use crate::support::scene::{Scene, now};
use crate::support::service::Service;
use crate::web::organiser_house::House;

/// A platform with three closings: two quarters, one of them corrected.
async fn closed(kind: Kind) -> Option<(House, PlatformId)> {
    let house = House::open_at(kind, "2026-02-01T09:00:00Z".parse().expect("a moment")).await?;
    house.put(Scene::event("first").starts_at("2026-02-10T08:00:00Z".parse().expect("a moment")));
    house.enter("first", &["An Peeters", "Bo Maes"]).await;
    let platform = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
    house.app.clock.set("2026-04-02T08:00:00Z".parse().expect("a moment"));
    close(&house.app, platform, "2025-Q4", None).await;
    close(&house.app, platform, "2026-Q1", None).await;
    let mut sql = house.sql();
    sql.run("UPDATE registration SET present = TRUE WHERE name = 'An Peeters'");
    close(&house.app, platform, "2026-Q1", Some("counted \"again\"\u{a0}– é")).await;
    sql.run("UPDATE registration SET present = FALSE");
    Some((house, platform))
}

async fn close(app: &App, platform: PlatformId, quarter: &str, reason: Option<&str>) {
    let (edition, reason): (Edition, _) = (quarter.parse().expect("a quarter"), reason.map(|text| Grounds::parse(text).expect("a reason")));
    let done = app.close_quarter(platform, edition, reason, Actor::Operator, app.now()).await.expect("closed");
    assert!(done.is_new, "{quarter}");
}

async fn token(house: &House, role: Role, platform: &str) -> String {
    let id = house.app.platform_id(platform).await.expect("a read");
    house.app.add_token(format!("{role} {platform}"), role, id, Actor::Operator, house.app.now()).await.expect("a token")
}

async fn get(house: &House, token: &str, path: &str) -> (u16, Value) {
    let request = reqwest::Client::builder().no_proxy().build().expect("a client").get(format!("{}/api/v1{path}", house.base)).bearer_auth(token);
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.expect("a body")).expect("JSON"))
}

/// Every closing with what was frozen.
async fn chain(house: &House, token: &str) -> Vec<Value> {
    let (mut links, mut after) = (Vec::new(), String::new());
    loop {
        let (status, page) = get(house, token, &format!("/reports/closings?platform=qctr&limit=2{after}")).await;
        assert_eq!(status, 200, "{page}");
        for item in page["items"].as_array().expect("items") {
            let (status, whole) = get(house, token, &format!("/reports/closings/qctr/{}", item["number"])).await;
            assert_eq!(status, 200, "{whole}");
            let mut without = whole.clone();
            without.as_object_mut().expect("an object").remove("content").expect("what was frozen");
            assert_eq!(&without, item, "the list tells the same without what was frozen");
            links.push(whole);
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return links,
        }
    }
}

/// Runs the program of the documents: what it says, and whether it is content. `None` where Python is absent.
fn checked(key: &str, links: &[Value]) -> Option<Result<String, String>> {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        absent::not_run("closings are not checked by an independent program (QUARTERDECK_TEST_PYTHON)");
        return None;
    };
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/how-to/closed-quarter.md")).expect("the page");
    let program = page.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a program");
    let folder = Folder::new();
    let lines: Vec<String> = links.iter().map(|link| format!("{link}\n")).collect();
    for (name, text) in [("check.py", program), ("key.pem", key), ("closings.jsonl", &lines.concat())] {
        fs::write(folder.path.join(name), text).expect("a file");
    }
    let run = Command::new(python).args(["check.py", "key.pem", "closings.jsonl", "qctr"]).current_dir(&folder.path).output().expect("it runs");
    let [said, objects] = [run.stdout, run.stderr].map(|octets| String::from_utf8_lossy(&octets).trim().to_owned());
    Some(if run.status.success() { Ok(said) } else { Err(objects) })
}

both_databases! {
    async fn whoever_has_the_key_checks_a_chain_alone(kind: Kind) {
        let Some((house, _)) = closed(kind).await else { return };
        let token = token(&house, Role::Reporter, "qctr").await;
        let links = chain(&house, &token).await;
        let seen: Vec<Value> = links.iter().map(|l| json!([l["number"], l["edition"], l["revision"], l["final"], l["reason"]])).collect();
        let expected = json!([[1, "2025-Q4", 1, true, ""], [2, "2026-Q1", 1, true, ""], [3, "2026-Q1", 2, true, "counted \"again\"\u{a0}– é"]]);
        assert_eq!(Value::from(seen), expected);
        let key = house.app.secrets.public_key_pem();
        let Some(said) = checked(&key, &links) else { return };
        let last = links[2]["fingerprint"].as_str().expect("a fingerprint");
        assert_eq!(said, Ok(format!("3 closings stand, 3 with their figures; the last is {last}")));

        let tampered = |place: usize, member: &str, from: &str, to: &str| {
            let mut links = links.clone();
            let text = links[place][member].as_str().expect("a text");
            assert!(text.contains(from), "{member}: {text}");
            links[place][member] = text.replacen(from, to, 1).into();
            checked(&key, &links).expect("Python")
        };
        for (place, member, from, to, says) in [
            (2, "content", "\"held\":1", "\"held\":2", "other figures than were signed"),
            (1, "signed", "operator", "user:1", "InvalidSignature"),
            (2, "reason", "counted", "recounted", "tells otherwise"),
            (1, "actor", "operator", "user:1", "tells otherwise"),
            (1, "platform", "qctr", "sit", "tells otherwise"),
            (0, "digest", links[0]["digest"].as_str().expect("a digest"), "0", "tells otherwise"),
            (0, "fingerprint", links[0]["fingerprint"].as_str().expect("a fingerprint"), "0", "not what was signed"),
        ] {
            let objects = tampered(place, member, from, to).expect_err("refused");
            assert!(objects.contains(says), "{member}: {objects}");
        }
        let missing = checked(&key, &[links[0].clone(), links[2].clone()]).expect("Python").expect_err("refused");
        assert!(missing.contains("closing 3: one before it is missing or another"), "{missing}");
        let other = quarterdeck::app::secrets::Secrets::new(&[9; 32]).expect("a secret").public_key_pem();
        assert!(checked(&other, &links).expect("Python").expect_err("another key").contains("InvalidSignature"));
        house.assert_verified().await;
    }
}

both_databases! {
    /// The figures of a revision, and clear words where there is none.
    async fn revisions_are_told_over_the_api(kind: Kind) {
        let Some((house, platform)) = closed(kind).await else { return };
        let reporter = token(&house, Role::Reporter, "qctr").await;
        let path = "/reports/quarter/2026-Q1/qctr";
        let edition: Edition = "2026-Q1".parse().expect("a quarter");
        for revision in [1, 2] {
            let (status, told) = get(&house, &reporter, &format!("{path}?revision={revision}")).await;
            let report = house.app.report_revision(platform, edition, revision).await.expect("a revision");
            assert_eq!((status, &told), (200, &report.document()), "{revision}");
            assert_eq!(told["closed"]["revision"], revision);
        }
        assert_eq!(get(&house, &reporter, path).await, get(&house, &reporter, &format!("{path}?revision=2")).await);
        let (status, problem) = get(&house, &reporter, &format!("{path}?revision=3")).await;
        assert_eq!((status, &problem["code"]), (404, &json!("not_found")));
        assert!(problem["detail"].as_str().expect("a detail").contains("2026-Q1 has no revision 3"), "{problem}");
        let (status, problem) = get(&house, &reporter, &format!("{path}?revision=last")).await;
        assert_eq!((status, &problem["errors"][0]["parameter"]), (422, &json!("revision")));

        for (path, status) in [
            ("/reports/closings?platform=nothing", 404),
            ("/reports/closings?platform=sit", 404),
            ("/reports/closings", 422),
            ("/reports/closings?platform=qctr&after=x", 422),
            ("/reports/closings/qctr/0", 404),
            ("/reports/closings/qctr/4", 404),
            ("/reports/closings/qctr/first", 404),
            ("/reports/closings/sit/1", 404),
        ] {
            assert_eq!(get(&house, &reporter, path).await.0, status, "{path}");
        }
        let desk = token(&house, Role::Desk, "qctr").await;
        assert_eq!(get(&house, &desk, "/reports/closings?platform=qctr").await.0, 403);
        let (status, page) = get(&house, &reporter, "/reports/closings?platform=qctr&after=3").await;
        assert_eq!((status, page), (200, json!({ "items": [], "next": null })));
    }
}

both_databases! {
    /// The command prints the chain, and what it prints with the key that it prints is enough to check it.
    async fn the_command_prints_a_chain_to_check(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let run = |args: &[&str]| {
            let done = service.try_command(&[&["report"], args].concat());
            assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
            String::from_utf8(done.stdout).expect("text")
        };
        assert_eq!(run(&["closings", "--platform", "qctr"]), "");
        let over = Edition::of(now().date_naive()).previous().to_string();
        run(&["close", &over, "--platform", "qctr"]);
        assert!(!run(&["closings", "--platform", "qctr"]).contains("\"content\""), "figures only when asked for");
        let lines = run(&["closings", "--platform", "qctr", "--content"]);
        let links: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!((links.len(), &links[0]["edition"], &links[0]["actor"]), (1, &json!(over), &json!("operator")));
        if let Some(said) = checked(&run(&["key"]), &links) {
            assert!(said.as_ref().is_ok_and(|said| said.starts_with("1 closings stand, 1 with their figures")), "{said:?}");
        }
        let wrong = service.try_command(&["report", "closings", "--platform", "qctrr"]);
        assert_eq!((wrong.status.code(), String::from_utf8_lossy(&wrong.stderr).contains("there is no platform \"qctrr\"")), (Some(2), true));
    }
}
