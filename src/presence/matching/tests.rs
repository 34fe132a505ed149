//! Whose sightings they are: by address, by name, and what waits.

use super::*;

fn registrant(id: i64, name: &str, email: &str, organisation: &str) -> Registrant {
    Registrant { id, name: name.into(), email_key: email.to_lowercase(), organisation: organisation.into() }
}

fn seen(name: &str, email: &str) -> Sighting {
    Sighting { name: name.into(), email: Some(email.to_owned()).filter(|email| !email.is_empty()), ..Sighting::default() }
}

/// Stands for `EmailAddress::key`.
fn key(email: &str) -> Option<String> {
    email.contains('@').then(|| email.to_lowercase().replace("@münchen.example", "@xn--mnchen-3ya.example"))
}

fn book() -> Vec<Registrant> {
    vec![
        registrant(1, "Jan Peeters", "jan.peeters@example.be", "CCB"),
        registrant(2, "Jan Peeters", "j.peeters@example.org", "Example University"),
        registrant(3, "Zoë Dupont", "zoe@example.be", "Ville Exemple"),
        registrant(4, "Łukasz Nowak", "lukasz@xn--mnchen-3ya.example", "Example GmbH"),
        registrant(5, "Marie De Smet", "marie@example.be", "CCB"),
        registrant(6, "Ann Li", "ann@example.be", "CCB"),
    ]
}

#[test]
fn each_sighting_finds_its_place_or_the_queue() {
    for (name, email, expected) in [
        ("Somebody", "JAN.Peeters@example.be", Ok((1, By::Address))),
        ("Lukasz", "lukasz@MÜNCHEN.example".to_lowercase().as_str(), Ok((4, By::Address))),
        ("DUPONT, Zoe (Guest)", "", Ok((3, By::Name))),
        ("Dupont Zoé", "private@example.net", Ok((3, By::Name))),
        ("tablet (Marie De Smet)", "", Ok((5, By::Name))),
        ("Jan Peeters", "", Err((Why::SameName, vec![1, 2]))),
        ("Jan Peeters (Example University)", "", Err((Why::SameName, vec![1, 2]))),
        ("Jan Peters", "", Err((Why::Near, vec![1, 2]))),
        ("Mari De Smet", "x@example.net", Err((Why::Near, vec![5]))),
        ("Zoë Dupont", "marie@example.be", Err((Why::AddressOfAnother, vec![5, 3]))),
        ("iPhone", "", Err((Why::Unknown, vec![]))),
        ("", "nobody@example.net", Err((Why::Unknown, vec![]))),
    ] {
        let got = assign(&[seen(name, email)], &book(), key);
        let summary = match (got.matched.as_slice(), got.queue.as_slice()) {
            ([one], []) => Ok((one.registration, one.by)),
            ([], [one]) => Err((one.why, one.candidates.clone())),
            other => panic!("{other:?}"),
        };
        assert_eq!(summary, expected, "{name:?} {email:?}");
    }
}

#[test]
fn the_organisation_beside_a_name_puts_candidates_in_order() {
    let book = vec![registrant(1, "Jan Peeters", "a@example.be", "CCB"), registrant(2, "Jan Peeters", "b@example.be", "Acme")];
    assert_eq!(assign(&[seen("Jan Peeters (Acme)", "")], &book, key).queue[0].candidates, [2, 1]);
}

#[test]
fn two_names_with_one_address_are_one_person_and_a_claimed_name_waits() {
    let people = [
        seen("Marie De Smet", ""),
        seen("Zoë Dupont", "zoe@example.be"),
        seen("Zo", "ZOE@example.be"),
        seen("Zoë Dupont", ""),
        seen("De Smet Marie", ""),
    ];
    let got = assign(&people, &book(), key);
    assert_eq!(got.matched, [Matched { registration: 3, sightings: vec![1, 2], by: By::Address }]);
    let queued: Vec<_> = got.queue.iter().map(|queued| (queued.sighting, queued.why, queued.candidates.as_slice())).collect();
    assert_eq!(queued, [(0, Why::Claimed, &[5][..]), (3, Why::Claimed, &[3]), (4, Why::Claimed, &[5])]);
}

#[test]
fn an_address_that_two_share_decides_nothing() {
    let book = [registrant(1, "A B", "team@example.be", ""), registrant(2, "C D", "team@example.be", "")];
    assert_eq!(assign(&[seen("E F", "team@example.be")], &book, key).queue, [Queued { sighting: 0, why: Why::SameAddress, candidates: vec![1, 2] }]);
    assert_eq!(assign(&[], &[], key), Matching::default());
}

#[test]
fn everybody_is_somewhere_once_however_many_there_are() {
    // Names of two words out of a few hundred, so that many are shared and many are near.
    let name = |n: usize| format!("Voornaam{} Achternaam{}", n % 211, n % 97);
    let book: Vec<Registrant> = (0..2_000).map(|n| registrant(n as i64, &name(n), &format!("p{n}@example.be"), "X")).collect();
    let people: Vec<Sighting> =
        (0..10_000).map(|n| if n % 5 == 0 { seen(&name(n), &format!("p{}@example.be", n / 5)) } else { seen(&name(n * 7), "") }).collect();
    let got = assign(&people, &book, key);
    let mut places: Vec<usize> = got.matched.iter().flat_map(|one| one.sightings.clone()).chain(got.queue.iter().map(|one| one.sighting)).collect();
    places.sort_unstable();
    assert_eq!(places, (0..people.len()).collect::<Vec<_>>());
    assert!(got.queue.iter().all(|one| one.candidates.len() <= MAX_CANDIDATES));
    assert_eq!(got, assign(&people, &book, key), "the same again");
}
