//! The built-in file, what is refused and where, and every way an edit and a new text can meet.

use super::*;
use crate::domain::platform::{Audience, Cadence, Visibility};

const CCB: &str = include_str!("../../../catalogue/ccb.toml");

fn qctr() -> Entry {
    Catalogue::parse(CCB).unwrap().platforms.remove(0)
}

#[test]
fn the_built_in_catalogue_holds_the_ten_platforms() {
    let all = Catalogue::parse(CCB).unwrap().platforms;
    let table: Vec<_> = all.iter().map(|p| (p.slug.as_str(), p.audience, p.visibility, p.cadence)).collect();
    let (members, hidden) = (Audience::Members, Visibility::Hidden);
    assert_eq!(
        table,
        [
            ("qctr", Audience::Open, Visibility::Public, Cadence::Quarterly),
            ("csi-dpo", members, hidden, Cadence::QuarterlyFollowing),
            ("sit", members, hidden, Cadence::Monthly),
            ("nccb", members, hidden, Cadence::NoneSet),
            ("sb", members, hidden, Cadence::NoneSet),
            ("cciv-ccrs", members, hidden, Cadence::NoneSet),
            ("cyssap", members, hidden, Cadence::NoneSet),
            ("isp", members, hidden, Cadence::Regular),
            ("ren", members, hidden, Cadence::Periodic),
            ("coalition", Audience::Approval, Visibility::Public, Cadence::Regular),
        ]
    );
    assert_eq!(all[1].follows.as_ref().map(Slug::as_str), Some("qctr"));
    assert!(all.iter().all(|p| p.reminder_minutes == [10080, 1440]));
    let alone: Vec<&str> = all.iter().filter(|p| !p.allow_substitutes).map(|p| p.slug.as_str()).collect();
    assert_eq!(alone, ["cciv-ccrs", "ren", "coalition"], "everywhere else somebody may stand in");
}

#[test]
fn a_bad_catalogue_is_refused_where_it_is_bad() {
    let texts = |name: &str| format!("[platform.name]\n{name}\n[platform.description]\n{ALL}\n[platform.members]\n{ALL}\n");
    const ALL: &str = "nl = \"a\"\nfr = \"a\"\nde = \"a\"\nen = \"a\"";
    let one = |head: &str| format!("[[platform]]\nslug = \"xx\"\naudience = \"open\"\nvisibility = \"public\"\n{head}\n{}", texts(ALL));
    let cadence = "cadence = \"monthly\"";
    let cases = [
        ("nothing", String::new(), "the catalogue holds no [[platform]]"),
        ("good", one(cadence), ""),
        ("unknown key", one(&format!("{cadence}\ncolour = 1")), "line 6: unknown field `colour`"),
        ("unknown word", one("cadence = \"weekly\""), "line 5: \"weekly\" is none of: quarterly,"),
        ("missing key", one(""), "missing field `cadence`"),
        ("bad slug", one(cadence).replace("xx", "X"), "line 2: \"X\" cannot be an address part"),
        ("twice", one(cadence).repeat(2), "line 22: the slug \"xx\" is used twice"),
        ("no German", one(cadence).replacen("de = \"a\"\n", "", 1), "platform \"xx\" (line 2): name.de is missing"),
        ("blank German", one(cadence).replacen("de = \"a\"", "de = \" \"", 1), "platform \"xx\" (line 2): name.de is missing"),
        ("line break", one(cadence).replacen("en = \"a\"", "en = \"a\\nb\"", 1), "name.en holds a line break"),
        ("fifth language", one(cadence).replacen("en = \"a\"", "en = \"a\"\nlb = \"a\"", 1), "unknown field `lb`"),
        ("follows nobody", one("cadence = \"quarterly_following\"\nfollows = \"yy\""), "line 6: platform \"xx\" follows \"yy\""),
        ("follows itself", one("cadence = \"quarterly_following\"\nfollows = \"xx\""), "line 6: platform \"xx\" follows \"xx\""),
        ("follows without saying whom", one("cadence = \"quarterly_following\""), "need each other"),
        ("reminders out of order", one(&format!("{cadence}\nreminder_minutes = [60, 1440]")), "from longest to shortest"),
        ("a reminder at the start", one(&format!("{cadence}\nreminder_minutes = [60, 0]")), "from longest to shortest"),
        ("a link days before", one(&format!("{cadence}\njoin_details_minutes = 2880")), "join_details_minutes is 2880; use 1 to 1440, or 0"),
        ("more than the event", one(&format!("{cadence}\npresence_share = 101")), "presence_share is 101; use 1 to 100"),
        ("no link by itself", one(&format!("{cadence}\njoin_details_minutes = 0")), ""),
        ("no reminders", one(&format!("{cadence}\nreminder_minutes = []")), ""),
    ];
    for (what, file, expected) in cases {
        let said = Catalogue::parse(&file).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(said.contains(expected) && said.is_empty() == expected.is_empty(), "{what}: {said}");
    }
    let following = one("cadence = \"quarterly_following\"\nfollows = \"yy\"");
    assert!(Catalogue::parse_beside(&following, &["yy".parse().unwrap()]).is_ok(), "may follow a platform that is loaded already");
}

#[test]
fn entries_survive_json() {
    for entry in Catalogue::parse(CCB).unwrap().platforms {
        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
    }
}

#[test]
fn the_link_to_join_goes_an_hour_before_unless_it_is_said_otherwise() {
    let all = Catalogue::parse(CCB).unwrap().platforms;
    assert!(all.iter().all(|entry| entry.join_details_minutes == Some(60) && entry.reminder_minutes == [10_080, 1_440]));
    let file = CCB.replacen("cadence = \"quarterly\"", "cadence = \"quarterly\"\njoin_details_minutes = 0", 1);
    assert_eq!(Catalogue::parse(&file).unwrap().platforms[0].join_details_minutes, None);
    // What was loaded before it was asked stands as the tables do.
    let mut old = serde_json::to_value(&all[0]).unwrap();
    old.as_object_mut().unwrap().remove("join_details_minutes");
    assert_eq!(serde_json::from_value::<Entry>(old).unwrap(), all[0]);
    let mut edited = all[0].clone();
    edited.join_details_minutes = None;
    assert_eq!(merge(Some(&all[0]), &edited, &all[0]).entry.join_details_minutes, None, "an edit stays");
}

#[test]
fn loading_again_changes_nothing() {
    for entry in Catalogue::parse(CCB).unwrap().platforms {
        let once = merge(Some(&entry), &entry, &entry);
        assert_eq!(once, Merged { entry: entry.clone(), kept: vec![] });
        assert_eq!(merge(Some(&entry), &once.entry, &entry), once);
    }
}

#[test]
fn an_edit_survives_every_load_and_the_rest_moves_on() {
    let first = qctr();
    let mut standing = first.clone();
    standing.name.de = "Bedrohungsbericht".into();
    standing.audience = Audience::Approval;
    standing.reminder_minutes = vec![];
    let edits = [("name", Some(Language::De)), ("audience", None), ("reminder_minutes", None)];
    let mut last = first;
    for round in 1..=3 {
        let mut new = last.clone();
        new.name = Translated::same(&format!("QCTR {round}"));
        new.cadence = Cadence::Monthly;
        let merged = merge(Some(&last), &standing, &new);
        assert_eq!(merged.kept.iter().map(|k| (k.field, k.language)).collect::<Vec<_>>(), edits, "load {round}");
        assert_eq!(merged.entry.name.de, "Bedrohungsbericht");
        assert_eq!(merged.entry.name.nl, format!("QCTR {round}"));
        assert_eq!((merged.entry.audience, merged.entry.cadence), (Audience::Approval, Cadence::Monthly));
        standing = merged.entry;
        last = new;
    }
}

#[test]
fn edits_and_new_texts_meet_field_by_field() {
    let (last, mut standing, mut new) = (qctr(), qctr(), qctr());
    // (what, value as it stands, value of the new file, result, reported as kept)
    let cases = [
        ("untouched, file unchanged", "old", "old", "old", false),
        ("untouched, file changed", "old", "new", "new", false),
        ("edited, file unchanged", "mine", "old", "mine", true),
        ("edited, file changed", "mine", "new", "mine", true),
        ("edited to what the file now says", "new", "new", "new", false),
        ("a language that was missing arrives", " ", "new", "new", false),
    ];
    for (what, now, wanted, expected, reported) in cases {
        let mut last = last.clone();
        last.members.fr = "old".into();
        standing.members.fr = now.into();
        new.members.fr = wanted.into();
        let merged = merge(Some(&last), &standing, &new);
        assert_eq!(merged.entry.members.fr, expected, "{what}");
        assert_eq!(merged.kept == [Kept { field: "members", language: Some(Language::Fr) }], reported, "{what}");
    }
}

#[test]
fn a_platform_made_by_hand_is_the_operators() {
    let new = qctr();
    let mut standing = new.clone();
    standing.name = Translated { nl: "Dreigingen".into(), ..Translated::default() };
    standing.visibility = Visibility::Hidden;
    let merged = merge(None, &standing, &new);
    assert_eq!((merged.entry.name.nl.as_str(), merged.entry.name.fr.as_str()), ("Dreigingen", new.name.fr.as_str()));
    assert_eq!(merged.entry.visibility, Visibility::Hidden);
    assert_eq!(merged.kept.len(), 2);
}
