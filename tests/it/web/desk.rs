//! The desk at the entrance, from outside: what its page asks for and sends, and what becomes of scans that come late, twice, or of
//! somebody else.

use chrono::Duration;
use quarterdeck::clock::Instant;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::{Scene, now};

const DESK: &str = "/organiser/en/events/here/desk";

/// A device at the entrance of `here`.
pub struct Desk {
    visitor: Visitor,
    csrf: String,
    pub name: String,
}

impl Desk {
    pub async fn open(visitor: Visitor, name: &str) -> Self {
        let csrf = visitor.get(DESK).await.attribute("#desk", "data-csrf").expect("a token");
        Self { visitor, csrf, name: name.to_owned() }
    }

    async fn post(&self, part: &str, fields: &[(&str, &str)]) -> Page {
        let action = self.visitor.base.join(&format!("{DESK}/{part}")).expect("a path");
        let known = [("csrf", self.csrf.as_str()), ("device", &self.name)];
        let fields = fields.iter().chain(&known).map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        self.visitor.send(&Form { action, method: reqwest::Method::POST, fields }).await
    }

    pub async fn roster(&self, list: &str, here: &str) -> Value {
        let page = self.post("roster", &[("list", list), ("here", here)]).await;
        assert_eq!(page.status, 200, "{}", page.body);
        serde_json::from_str(&page.body).expect("JSON")
    }

    pub async fn send(&self, scans: &[Value]) -> Value {
        let page = self.post("scans", &[("scans", &json!(scans).to_string())]).await;
        assert_eq!(page.status, 200, "{}", page.body);
        serde_json::from_str(&page.body).expect("JSON")
    }

    /// What became of each, in order.
    async fn outcomes(&self, scans: &[Value]) -> Vec<String> {
        let told = self.send(scans).await;
        let results = told["results"].as_array().expect("results");
        results.iter().map(|result| result["outcome"].as_str().expect("an outcome").to_owned()).collect()
    }
}

fn scan(key: &str, who: Value) -> Value {
    let mut scan = json!({ "key": key, "at": now().timestamp_millis(), "offset": 0 });
    scan.as_object_mut().expect("an object").extend(who.as_object().expect("an object").clone());
    scan
}

fn walk_in(name: &str, email: &str) -> Value {
    json!({ "walk_in": { "name": name, "email": email, "organisation": "Example NV", "sector": "public" } })
}

impl House {
    fn pass(&self, name: &str) -> String {
        self.app.pass_of(&Reference::parse(&self.reference(name)).expect("a reference")).to_string()
    }
}

both_databases! {
    async fn every_scan_is_answered_for_what_it_is_and_counts_once(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(3));
        house.put(Scene::event("there"));
        house.enter("here", &["An Peeters", "Bo Maes", "Cis Claes", "Dirk Dubois"]).await;
        house.enter("there", &["Els Elders"]).await;
        let id = |name: &str| house.reference(name);
        let (slug, other) = ("here".parse().expect("a slug"), "there".parse().expect("a slug"));
        let withdrawn = house.app.registration_ids(&Reference::parse(&id("Cis Claes")).expect("a reference")).await.expect("ids").0;
        house.app.withdraw(withdrawn, quarterdeck::app::Actor::Person, None, now()).await.expect("withdrawn");

        let first = Desk::open(house.staff(Role::Desk, Some("qctr")).await, "desk-1").await;
        let pass = house.pass("An Peeters");
        let square = house.app.pass_of(&Reference::parse(&id("Els Elders")).expect("a reference"));
        let bent = format!("{}{}", &pass[..11], if pass.ends_with('7') { "8" } else { "7" });
        let scans = [
            scan("1", json!({ "pass": pass })),
            scan("2", json!({ "person": id("Bo Maes") })),
            scan("3", json!({ "person": id("Cis Claes") })),
            scan("4", json!({ "pass": pass })),
            scan("5", json!({ "pass": square.square(&other) })),
            scan("6", json!({ "pass": square.square(&slug) })),
            scan("7", json!({ "pass": bent })),
            scan("8", json!({ "pass": "https://example.be/menu" })),
            scan("9", json!({ "person": id("Els Elders") })),
            scan("1", json!({ "person": id("Bo Maes") })),
            scan("10", json!({})),
            scan("11", json!({ "pass": pass, "person": id("Bo Maes") })),
        ];
        let expected = ["in", "in", "withdrawn", "already", "other_event", "unknown", "altered", "foreign", "unknown", "key_reused", "invalid", "invalid"];
        assert_eq!(first.outcomes(&scans).await, expected);
        assert_eq!(first.outcomes(&scans[..9]).await, expected[..9], "the same answer however often it is sent");
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 3, "An twice, Bo once");
        assert_eq!(house.sql().count("registration", "present"), 2);

        let second = Desk::open(house.sign_in("desk.qctr@ccb.example.be").await.0, "desk-2").await;
        let told = second.send(&[scan("2/1", json!({ "person": id("Bo Maes") }))]).await;
        let result = &told["results"][0];
        assert_eq!((&result["outcome"], &result["device"], &result["name"]), (&json!("already"), &json!("desk-1"), &json!("Bo Maes")), "{told}");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn somebody_who_is_not_on_the_list_is_added_where_anybody_may_come(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(2));
        house.enter("here", &["An Peeters"]).await;
        let desk = Desk::open(house.staff(Role::Desk, Some("qctr")).await, "desk-1").await;
        let scans = [
            scan("1", walk_in("Walter Inne", "walter@inne.example.be")),
            scan("2", walk_in("An P.", "guest0@here.example.be")),
            scan("3", walk_in("Xavier", "xavier@inne.example.be")),
            scan("4", walk_in("", "nobody@inne.example.be")),
            scan("5", walk_in("Yves", "not an address")),
        ];
        assert_eq!(desk.outcomes(&scans).await, ["in", "in", "no_seat", "invalid", "invalid"], "the room has two seats");
        assert_eq!(desk.outcomes(&scans[..3]).await, ["in", "in", "no_seat"], "sent again");
        assert_eq!(house.sql().count("registration", "1 = 1"), 3, "who was registered is not registered twice");
        assert_eq!(house.sql().words("SELECT name AS value FROM registration WHERE email = 'guest0@here.example.be'"), ["An Peeters"]);
        assert_eq!(house.sql().count("outbox", "kind = 'registration_confirmed' AND recipient = 'walter@inne.example.be'"), 1);

        house.sql().run("UPDATE platform SET audience = 'approval' WHERE slug = 'qctr'");
        assert_eq!(desk.outcomes(&[scan("6", walk_in("Zita", "zita@inne.example.be"))]).await, ["ask_organisers"]);
        assert_eq!(desk.roster("", "").await["may_add"], false);
        let organiser = Desk::open(house.staff(Role::Organiser, Some("qctr")).await, "desk-2").await;
        assert_ne!(organiser.outcomes(&[scan("7", walk_in("Zita", "zita@inne.example.be"))]).await, ["ask_organisers"]);
    }
}

both_databases! {
    /// Staff's word stands against a scan, and the device says so; whoever lost the seat after they were seen was there.
    async fn what_staff_said_and_what_came_later_is_told(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").starts_at(now() - Duration::hours(1)));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let desk = Desk::open(house.staff(Role::Desk, Some("qctr")).await, "desk-1").await;
        let event = house.event("here").await.id;
        let id = async |name: &str| {
            let reference = Reference::parse(&house.reference(name)).expect("a reference");
            house.app.registration_ids(&reference).await.expect("ids").0
        };
        let an = id("An Peeters").await;
        house.app.correct_presence(event, an, false, "seen elsewhere".into(), quarterdeck::app::Actor::Operator, now()).await.expect("said");
        let scans = [scan("1", json!({ "person": house.reference("An Peeters") })), scan("2", json!({ "person": house.reference("An Peeters") }))];
        assert_eq!(desk.outcomes(&scans).await, ["not_counted", "not_counted"]);
        assert_eq!(desk.outcomes(&scans).await, ["not_counted", "not_counted"], "sent again");
        assert_eq!(house.sql().count("registration", "present"), 0);

        let seen = json!({ "key": "3", "at": (now() - Duration::minutes(30)).timestamp_millis(), "person": house.reference("Bo Maes") });
        house.app.withdraw(id("Bo Maes").await, quarterdeck::app::Actor::Person, None, now()).await.expect("withdrawn");
        assert_eq!(desk.outcomes(&[seen]).await, ["no_seat"], "they were there, and have no seat now");
        assert_eq!(desk.outcomes(&[scan("4", json!({ "person": house.reference("Bo Maes") }))]).await, ["withdrawn"]);
        house.assert_verified().await;
    }
}

both_databases! {
    /// A device gets what it does not know yet, the journal says that names left, and they leave no more once the time is over.
    async fn a_device_learns_what_changed_until_the_event_is_long_over(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.put(Scene::event("here").hybrid(Some(10)));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let desk = Desk::open(house.staff(Role::Desk, Some("qctr")).await, "desk-1").await;
        let all = desk.roster("", "").await;
        let people = all["people"].as_array().expect("people");
        assert_eq!((people.len(), &people[0][1], &all["in"]), (2, &json!(house.pass("An Peeters")), &json!([])), "{all}");
        assert!(!all.to_string().contains('@'), "no address");
        let (list, here) = (all["list"].as_str().expect("a mark"), all["here"].as_str().expect("a mark"));
        let same = desk.roster(list, here).await;
        assert!(same.get("people").is_none() && same.get("in").is_none(), "{same}");
        desk.send(&[scan("1", json!({ "person": house.reference("Bo Maes") }))]).await;
        let moved = desk.roster(list, here).await;
        assert_eq!((moved.get("people"), &moved["in"]), (None, &json!([1])));
        house.enter_online("here", "Jean Dupont").await;
        let more = desk.roster(list, here).await;
        assert_eq!((more["people"].as_array().map(Vec::len), &more["people"][2][6]), (Some(3), &json!(true)), "who registers late is known");
        assert_eq!(house.sql().count("journal", "deed = 'registrations_exported'"), 1, "once for the device, not for each look");
        for made_up in ["x".to_owned(), format!("{}.x", list.split('.').next().unwrap_or_default())] {
            assert_eq!(desk.roster(&made_up, "").await["people"].as_array().map(Vec::len), Some(3));
        }
        assert_eq!(house.sql().count("journal", "deed = 'registrations_exported'"), 3, "whoever only says that they know the names is told of");

        let event = house.event("here").await;
        assert_eq!(all["closes"], (event.schedule.ends_at + Duration::hours(12)).timestamp_millis());
        house.app.clock.set(event.schedule.ends_at + Duration::hours(12));
        let late = Desk::open(house.sign_in("desk.qctr@ccb.example.be").await.0, "desk-1").await;
        let nobody = late.roster("", "").await;
        assert_eq!((&nobody["people"], &nobody["list"]), (&json!([]), &json!("")), "names are given no more, nor anything to show for them");
        let kept = scan("late", json!({ "person": house.reference("An Peeters") }));
        assert_eq!(late.outcomes(&[kept]).await, ["in"], "what was kept is still taken");
        let came = json!({ "key": "later", "at": event.schedule.starts_at.timestamp_millis(), "walk_in": walk_in("Walter Inne", "walter@inne.example.be")["walk_in"] });
        assert_eq!(late.outcomes(&[came]).await, ["in"], "who came while it was open is added, whenever the network is back");
        assert_eq!(house.sql().count("outbox", "recipient = 'walter@inne.example.be'"), 0, "and invited to nothing that is over");
        let gone = late.outcomes(&[scan("after", walk_in("Xavier", "xavier@inne.example.be"))]).await;
        assert_eq!(gone, ["ask_organisers"], "and one that cannot be taken does not hold up the others");
    }
}

both_databases! {
    async fn what_no_device_sends_is_refused(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let desk = Desk::open(house.staff(Role::Desk, Some("qctr")).await, "desk-1").await;
        for (scans, status) in [("", 400), ("{}", 400), ("[1]", 400), ("[{\"key\":\"1\"}]", 400), ("[{\"key\":\"1\",\"at\":0,\"odd\":1}]", 400)] {
            assert_eq!(desk.post("scans", &[("scans", scans)]).await.status.as_u16(), status, "{scans}");
        }
        let many: Vec<Value> = (0..201).map(|n| scan(&n.to_string(), json!({ "pass": "" }))).collect();
        assert_eq!(desk.post("scans", &[("scans", &json!(many).to_string())]).await.status, 413);
        let clocks = [("a", i64::MAX, 0), ("b", i64::MIN, i64::MIN), ("c", 0, 0), ("d", now().timestamp_millis(), 3_600_000)];
        let wild = clocks.map(|(key, at, offset)| json!({ "key": key, "at": at, "offset": offset, "person": house.reference("An Peeters") }));
        assert_eq!(desk.outcomes(&wild).await, ["invalid", "invalid", "in", "already"]);
        let id = house.app.registration_ids(&Reference::parse(&house.reference("An Peeters")).expect("a reference")).await.expect("ids").0;
        let proofs = house.app.db.read(move |conn| quarterdeck::db::attendance::of_registration(conn, id)).await.expect("proofs");
        assert!(proofs.iter().all(|proof| (now() - proof.at.0).num_seconds().abs() < 60), "a clock that was never set counts as now: {proofs:?}");
        let unsigned = Desk { visitor: house.visitor(), csrf: desk.csrf.clone(), name: "desk-9".into() };
        assert_eq!(unsigned.post("scans", &[("scans", "[]")]).await.url.path(), "/organiser/en/sign-in");
        let foreign = Desk { visitor: desk.visitor, csrf: "x".into(), name: "desk-1".into() };
        assert_eq!(foreign.post("roster", &[]).await.status, 422);
    }
}

both_databases! {
    /// The page, its worker and its files: installable, within its own address, strict, and light.
    async fn the_desk_installs_and_weighs_little(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let page = visitor.get(DESK).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(!page.body.contains("Peeters") && !page.body.contains("ccb.example.be"), "the page that is kept names nobody");
        assert!(page.header("content-security-policy").contains("manifest-src 'self'") && !page.header("content-security-policy").contains("unsafe"));
        assert!(page.header("permissions-policy").contains("camera=(self)"), "{}", page.header("permissions-policy"));
        assert!(visitor.get("/organiser/en/").await.header("permissions-policy").contains("camera=()"), "on no other page");

        let manifest_at = page.attribute("head link[rel=manifest][crossorigin=use-credentials]", "href").expect("a manifest");
        let manifest = visitor.get(&manifest_at).await;
        let said: Value = serde_json::from_str(&manifest.body).expect("JSON");
        assert_eq!((&said["start_url"], &said["scope"], &said["display"]), (&json!(DESK), &json!(DESK), &json!("standalone")));
        let icon = visitor.get(said["icons"][0]["src"].as_str().expect("an icon")).await;
        let worker = visitor.get(&page.attribute("#desk", "data-worker").expect("a worker")).await;
        assert_eq!(worker.header("service-worker-allowed"), DESK);
        let shell: Vec<String> =
            serde_json::from_str(worker.body.split_once(" = ").expect("a list").1.split_once(";\n").expect("its end").0).expect("JSON");
        assert_eq!(shell[0], DESK);
        let mut bytes = manifest.body.len() + icon.body.len() + worker.body.len();
        for address in &shell {
            let part = visitor.get(address).await;
            assert_eq!(part.status, 200, "{address}");
            bytes += part.body.len();
        }
        assert!(shell.contains(&page.attribute("script[src]", "src").expect("a script")), "{shell:?}");
        let roster = Desk::open(visitor, "desk-1").await.roster("", "").await.to_string().len();
        println!("the desk: {bytes} bytes, and {roster} for one name");
        assert!(bytes < 80_000, "{bytes} bytes");
    }
}

/// The same numbers in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A device as its script behaves: what it saw is kept until it was answered.
struct Keeper {
    desk: Desk,
    /// How far its clock is off, in milliseconds, and how far it believes it is.
    off: i64,
    offset: i64,
    queue: Vec<Value>,
    has_network: bool,
    next: usize,
}

impl Keeper {
    fn see(&mut self, who: &str, at: Instant) -> String {
        let key = format!("{}/{}", self.desk.name, self.next);
        self.next += 1;
        self.queue.push(json!({ "key": key, "at": at.timestamp_millis() + self.off, "offset": self.offset, "person": who }));
        key
    }

    /// Sends what it has, in order; the answer may be lost.
    async fn send(&mut self, is_answer_lost: bool, at: Instant) -> Vec<Value> {
        if !self.has_network || self.queue.is_empty() {
            return Vec::new();
        }
        let most = self.queue.len().min(50);
        let told = self.desk.send(&self.queue[..most]).await;
        let results = told["results"].as_array().expect("results").clone();
        if !is_answer_lost {
            self.offset = told["now"].as_i64().expect("a moment") - (at.timestamp_millis() + self.off);
            self.queue.drain(..most);
        }
        results
    }
}

both_databases! {
    /// Three devices, three hundred people, some at two entrances, clocks off by minutes, network cut and restored at random, answers
    /// lost: everybody is present once, every scan is written down once, and whoever came in twice is told afterwards.
    async fn three_devices_without_network_lose_nothing_and_double_nothing(kind: Kind) {
        let start = now();
        let Some(house) = House::open_at(kind, start).await else { return };
        house.put(Scene::event("here").seats(300));
        let names: Vec<String> = (0..300).map(|n| format!("Gast Nummer{n:03}")).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        house.add_user("door@ccb.example.be", Role::Desk, Some("qctr")).await;
        let mut chance = Chance(20_261_128);
        let mut devices = Vec::new();
        for (n, off) in [(1, -240_000), (2, 0), (3, 420_000)] {
            let desk = Desk::open(house.sign_in("door@ccb.example.be").await.0, &format!("desk-{n}")).await;
            let told = desk.roster("", "").await;
            assert_eq!(told["people"].as_array().map(Vec::len), Some(300));
            let offset = told["now"].as_i64().expect("a moment") - (start.timestamp_millis() + off);
            devices.push(Keeper { desk, off, offset, queue: Vec::new(), has_network: true, next: 0 });
        }
        let references = house.sql().words("SELECT reference AS value FROM registration ORDER BY id");
        let mut seen = Vec::new(); // key, person, true moment
        let mut answers: std::collections::BTreeMap<String, Value> = std::collections::BTreeMap::new();
        for (n, who) in references.iter().enumerate() {
            let at = start + Duration::seconds(n as i64 * 2);
            house.app.clock.set(at);
            let times = if n % 10 == 0 { 2 } else { 1 };
            let from = chance.below(3) as usize;
            for time in 0..times {
                let key = devices[(from + time) % 3].see(who, at);
                seen.push((key, who.clone(), at));
            }
            for device in &mut devices {
                device.has_network ^= chance.below(8) == 0;
                let is_lost = chance.below(4) == 0;
                if chance.below(3) == 0 {
                    hear(&mut answers, device.send(is_lost, at).await);
                }
            }
        }
        let at = start + Duration::seconds(900);
        house.app.clock.set(at);
        for device in &mut devices {
            device.has_network = true;
            while !device.queue.is_empty() {
                hear(&mut answers, device.send(chance.below(3) == 0, at).await);
            }
        }
        let mut sql = house.sql();
        assert_eq!(sql.count("registration", "present"), 300, "everybody is present");
        assert_eq!(sql.count("attendance_proof", "1 = 1"), seen.len() as i64, "every scan once");
        assert_eq!(sql.number("SELECT COUNT(DISTINCT key) AS value FROM attendance_proof"), seen.len() as i64);
        assert_eq!((seen.len(), answers.len()), (330, 330));
        for (_, who, _) in seen.iter().filter(|(key, ..)| answers[key]["outcome"] == "already") {
            assert_eq!(seen.iter().filter(|(_, other, _)| other == who).count(), 2, "only who came twice");
        }
        let told: Vec<&Value> = answers.values().filter(|answer| answer["outcome"] == "already").collect();
        assert_eq!(told.len(), 30, "and each of these is told once");
        assert!(told.iter().all(|answer| answer["device"].as_str().is_some_and(|device| device.starts_with("desk-")) && answer["at"].is_i64()), "{told:?}");
        for (key, who, at) in &seen {
            let id = house.app.registration_ids(&Reference::parse(who).expect("a reference")).await.expect("ids").0;
            let proofs = house.app.db.read(move |conn| quarterdeck::db::attendance::of_registration(conn, id)).await.expect("proofs");
            let proof = proofs.iter().find(|proof| proof.key.as_ref() == Some(key)).expect("the scan");
            let late = (proof.at.0 - *at).num_milliseconds().abs();
            assert!(late < 2000, "{key}: {late} ms beside the truth, whatever its clock says");
        }
        house.assert_verified().await;
    }
}

/// The same scan has the same answer, however often it is sent.
fn hear(answers: &mut std::collections::BTreeMap<String, Value>, results: Vec<Value>) {
    for result in results {
        let key = result["key"].as_str().expect("a key").to_owned();
        let before = answers.entry(key).or_insert_with(|| result.clone());
        assert_eq!(before["outcome"], result["outcome"], "{before} {result}");
    }
}
