//! Tables against rosters: what becomes of each row.

use super::*;
use crate::app::roster::rows::read_text;
use crate::domain::ids::OrganisationId;
use crate::domain::member::parse_day;

const HEADING: &str = "name;email;organisation;function;language;start;end\n";
const TODAY: &str = "2026-11-27";

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn drafts(rows: &str) -> Vec<Draft> {
    read_text(&format!("{HEADING}{rows}")).unwrap().0
}

fn standing(rows: &str) -> Vec<Standing> {
    let numbered = drafts(rows).into_iter().zip(1..);
    numbered.map(|(draft, n)| Standing { id: MemberId(n), revision: 1, member: draft.over(None, day(TODAY)).unwrap() }).collect()
}

const ROSTER: &str = "An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;2025-01-01;2027-12-31\n\
                      Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;2024-01-01;2025-12-31\n\
                      Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;2026-01-01;\n\
                      Old Hand;old@y.be;SPF Archives numériques;csi;fr;2020-01-01;2023-12-31";

/// Every row in one word, with its line.
fn verdicts(rows: &str) -> Vec<String> {
    let standing = standing(ROSTER);
    let known = |name: String| AnyName { key: name_key(&name), main: name_key(&name), name, id: OrganisationId(1), is_open: true };
    let organisations: Vec<AnyName> = standing.iter().map(|one| known(one.member.organisation.to_string())).collect();
    let plan = plan(&standing, &organisations, &drafts(rows), Vec::new(), day(TODAY));
    let taken = plan.rows.iter().map(|row| {
        let step = match &row.step {
            Step::Add(_) => "add".to_owned(),
            Step::Change { was, becomes } => format!("change {} {}", was.id, was.member.differences(becomes).join("+")),
            Step::Same(id) => format!("same {id}"),
        };
        let doubts: String = row.doubts.iter().map(|d| if matches!(d, Doubt::SameName(_)) { " name?" } else { " organisation?" }).collect();
        (row.line, format!("{}: {step}{doubts}", row.line))
    });
    let wrong = plan.wrong.iter().map(|wrong| (wrong.line, format!("{}: {} {}", wrong.line, wrong.fault.key(), wrong.fault.value())));
    let mut all: Vec<(u64, String)> = taken.chain(wrong).collect();
    all.sort();
    all.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn every_row_finds_the_mandate_it_is_about() {
    for (row, expected) in [
        ("An Peeters;AN@x.be;fod bruggen en sluizen;csi;nl;2025-01-01;2027-12-31", "2: change 1 email+organisation"),
        ("An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;;2027-12-31", "2: same 1"),
        ("An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;fr;;2028-12-31", "2: change 1 language+end"),
        ("An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;2025-02-01;2027-12-31", "2: change 1 start"),
        ("An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;2028-01-01;", "2: add"),
        ("An Peeters;an@x.be;FOD Bruggen en Sluizen;dpo;nl;;", "2: add"),
        ("An Peeters;an@x.be;SPF Archives numériques;csi;nl;;", "2: add"),
        ("Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;;", "2: same 3"),
        ("Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;2024-01-01;2025-12-31", "2: same 2"),
        ("Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;2024-01-01;", "2: staff-row-overlaps "),
        ("Zoë Dupont;zoe@y.be;SPF Archives numériques;dpo;fr;2023-01-01;", "2: staff-row-overlaps "),
        ("Old Hand;old@y.be;SPF Archives numériques;csi;fr;;2023-12-31", "2: same 4"),
        ("Old Hand;old@y.be;SPF Archives numériques;csi;fr;;", "2: add"),
        ("Old Hand;old@y.be;SPF Archives numériques;csi;fr;;2024-12-31", "2: staff-row-ends 2026-11-27 – 2024-12-31"),
    ] {
        assert_eq!(verdicts(row), [expected], "{row}");
    }
}

#[test]
fn doubts_are_told_of_new_ones_only() {
    for (row, expected) in [
        ("An PEETERS;a.peeters@x.be;FOD Bruggen en Sluizen;dpo;nl;;", "2: add name?"),
        ("Old Hand;hand@z.be;SPF Archives numériques;csi;fr;;", "2: add"),
        ("New Man;new@x.be;FOD Brugen en Sluizen;dpo;nl;;", "2: add organisation?"),
        ("New Man;new@x.be;SPF Numériques Archives;dpo;nl;;", "2: add organisation?"),
        ("New Man;new@x.be;Gemeente Elders;dpo;nl;;", "2: add"),
    ] {
        assert_eq!(verdicts(row), [expected], "{row}");
    }
}

#[test]
fn a_table_may_not_say_the_same_twice() {
    let twice = "New Man;new@x.be;X1;dpo;nl;2026-01-01;2026-06-30\n\
                 New Man;NEW@x.be;x1;dpo;nl;2026-06-30;\n\
                 New Man;new@x.be;X1;dpo;nl;2026-07-01;\n\
                 An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;;2026-11-30\n\
                 An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;;2027-11-30\n\
                 An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;nl;2026-12-01;";
    let expected = ["2: add", "3: staff-row-twice 2", "4: add", "5: change 1 end", "6: staff-row-twice 5", "7: staff-row-twice 5"];
    assert_eq!(verdicts(twice), expected, "the last is read as a change of the start of the mandate that line 5 is about");
}

#[test]
fn the_fingerprint_follows_what_matters() {
    let organisations = Vec::new();
    let rows = drafts("An Peeters;an@x.be;FOD Bruggen en Sluizen;csi;fr;;\nNew Man;new@x.be;X1;dpo;nl;;");
    let of = |standing: &[Standing]| plan(standing, &organisations, &rows, Vec::new(), day(TODAY)).fingerprint();
    let mut roster = standing(ROSTER);
    let first = of(&roster);
    roster[3].revision += 1;
    assert_eq!(of(&roster), first, "another mandate was changed");
    roster[0].revision += 1;
    assert_ne!(of(&roster), first, "the mandate that a row changes was changed");
    roster.remove(0);
    assert_ne!(of(&roster), first);
}
