//! Files that nobody meant well: cut off anywhere, mixed at random, very long. None may panic, and all must come to an end.

use proptest::prelude::*;

use super::fixtures::{FILES, setting};
use super::*;

/// Stays never end before they begin, rows are lines of the file, and nobody is nobody.
fn check(bytes: &[u8]) {
    let Ok(report) = read(bytes, &setting()) else { return };
    for person in &report.people {
        assert!(person.intervals.windows(2).all(|two| two[0] < two[1]));
        assert!(person.intervals.iter().all(|(from, to)| from <= to));
        assert!(!person.rows.is_empty() && (!person.name.is_empty() || person.email.is_some()));
        let presence = Presence::of([person], setting().window.unwrap());
        assert!((0..=presence.event).contains(&presence.seconds));
    }
    if bytes.len().is_multiple_of(16) {
        assert_eq!(report, read(bytes, &setting()).unwrap(), "the same again");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_refused() {
    for (_, bytes) in FILES {
        for end in 0..bytes.len() {
            check(&bytes[..end]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn bytes_at_random_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn a_file_with_bytes_changed_is_read_or_refused(which in 0..FILES.len(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = FILES[which].1.to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        check(&bytes);
    }

    #[test]
    fn cells_at_random_are_read_or_refused(cells in prop::collection::vec(("[ -~é\u{202f}（]{0,20}", "[0-9/.: apmAPMhZ+,-]{0,24}", "[0-9/.: apmAPMhZ+,-]{0,24}", "\\PC{0,10}"), 0..12)) {
        let mut text = "Name\tJoin Time\tLeave Time\tDuration\n".to_owned();
        for (name, from, to, long) in cells {
            text.push_str(&format!("{name}\t{from}\t{to}\t{long}\n"));
        }
        check(text.as_bytes());
    }

    #[test]
    fn names_at_random_are_compared(names in prop::collection::vec("\\PC{0,24}", 0..12)) {
        let registrants: Vec<Registrant> = names.iter().enumerate().map(|(n, name)| Registrant { id: n as i64, name: name.clone(), email_key: String::new(), organisation: name.clone() }).collect();
        let people: Vec<Sighting> = names.iter().map(|name| Sighting { name: name.clone(), ..Sighting::default() }).collect();
        let got = assign(&people, &registrants, |email| Some(email.to_owned()));
        let placed = got.matched.iter().map(|one| one.sightings.len()).sum::<usize>() + got.queue.len();
        prop_assert_eq!(placed, people.len());
    }
}

/// Run by hand, in a release build: `cargo test --release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_hundred_thousand_rows_take_little_time() {
    let name = |n: usize| format!("Voornaam{} Achternaam{}", n % 1_009, n % 9_973);
    let mut text = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n".to_owned();
    for n in 0..100_000 {
        let email = if n % 2 == 0 { format!("p{n}@example.be") } else { String::new() };
        text.push_str(&format!("{}x,{email},12/10/2026 02:{:02}:00 PM,12/10/2026 03:{:02}:00 PM,60\n", name(n * 7), n % 60, n % 60));
    }
    let registrants: Vec<Registrant> = (0..10_000)
        .map(|n| Registrant { id: n as i64, name: name(n), email_key: format!("p{}@example.be", n * 6), organisation: "X".into() })
        .collect();
    let before = std::time::Instant::now();
    let report = read_text(&text, &setting()).unwrap();
    let read = before.elapsed();
    let matching = assign(&report.people, &registrants, |email| Some(email.to_lowercase()));
    println!(
        "{} bytes, {} people: read {read:?}, matched {:?}; {} certain, {} queued",
        text.len(),
        report.people.len(),
        before.elapsed() - read,
        matching.matched.len(),
        matching.queue.len()
    );
    let shared: Vec<Registrant> =
        (0..10_000).map(|n| Registrant { name: format!("Jan Peeter{}", ["s", "ss", "z", ""][n % 4]), ..registrants[n].clone() }).collect();
    let people: Vec<Sighting> = (0..100_000).map(|n| Sighting { name: format!("Jan Peeters{}", n % 10), ..Sighting::default() }).collect();
    let before = std::time::Instant::now();
    let matching = assign(&people, &shared, |_| None);
    println!("all of nearly one name: {:?}, {} queued", before.elapsed(), matching.queue.len());
}
