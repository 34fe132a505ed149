//! Attendance reports by command: what each line means is said first, the same file twice changes nothing.

use chrono::{Duration, SubsecRound};

use crate::both_databases;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::support::sql::moment;

both_databases! {
    async fn a_report_is_taken_in_by_command(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("here").seats(10));
        let guest = Guest::named("Nora Janssens");
        assert_eq!(service.join("here", &guest).await.state(), "confirmed");
        let import = |more: &[&str]| {
            let done = service.try_command(&[&["import", "attendance", "report.csv", "--event", "here"], more].concat());
            let words = [&done.stdout, &done.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            (done.status.code(), words)
        };
        let [start, end] = [3, 1].map(|hours| now().trunc_subsecs(0) - Duration::hours(hours));
        let written = |at: quarterdeck::clock::Instant| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        // As Microsoft Teams writes: UTF-16 with its mark, tabs.
        let rows = format!("Name\tEmail\tJoin Time\tLeave Time\nN. J.\t{}\t{}\t{}\nA Host\t\t{}\t\n", guest.email, written(start), written(end), written(start));
        let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(rows.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        std::fs::write(service.database.folder.path.join("report.csv"), bytes).expect("a file");
        let (code, [_, words]) = import(&[]);
        assert_eq!(code, Some(1), "{words}");
        assert!(words.contains("the event is not over"), "{words}");
        let [from, to] = [start, end].map(moment);
        service.sql().run(&format!("UPDATE event SET starts_at = {from}, closes_at = {from}, ends_at = {to}"));
        let (code, [out, words]) = import(&["--dry-run"]);
        assert_eq!(code, Some(0), "{words}");
        assert!(out.contains(&format!("2\trecognised\taddress\t{}\t120 of 60 minutes: enough\n", guest.email)), "{out}");
        assert!(out.contains("3\tnot registered\tunknown\tA Host\t\n") && out.contains("3\tdoubtful\topen-end\t"), "{out}");
        assert!(words.contains("1 recognised (0 for too few minutes), 0 to be decided, 1 not registered. Nothing was written."), "{words}");
        assert_eq!(service.sql().count("attendance_proof", "1 = 1"), 0);
        assert_eq!(import(&["--zone", "Mars"]).0, Some(2));
        let (code, [_, words]) = import(&[]);
        assert!(code == Some(0) && words.contains("Taken in: 1 recognised"), "{words}");
        assert_eq!((service.sql().count("registration", "present"), service.sql().count("sighting", "state = 'open'")), (1, 1));
        let (code, [_, words]) = import(&[]);
        assert!(code == Some(0) && words.contains("taken in before; nothing was changed"), "{words}");
        assert_eq!(service.sql().count("attendance_proof", "1 = 1"), 1);
        let missing = service.try_command(&["import", "attendance", "report.csv", "--event", "nothing"]);
        assert!(String::from_utf8_lossy(&missing.stderr).contains("there is no event \"nothing\""));
        service.delivered().await;
    }
}
