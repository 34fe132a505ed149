//! The attestation that somebody was present, on one page for whoever's name is of a usual length: who attests, whose presence, of what,
//! when, for how long; where it can be checked, and what is needed to check it without us. Its language is its statement's.

use fluent_bundle::FluentValue;

use super::PaperFault;
use super::flow::{BOTTOM, Flow, LEFT, RIGHT};
use super::sheet::{About, LINE, Meaning, Part, Style};
use super::square::Square;
use crate::domain::attestation::Statement;
use crate::domain::language::Language;
use crate::i18n::{Catalogue, format};

/// Side of the square to scan with its quiet zone, in points: 3.4 cm.
const SQUARE: f32 = 96.0;
/// Where values of facts begin.
const VALUES: f32 = LEFT + 130.0;

/// All that an attestation is made of.
#[derive(Clone, Debug)]
pub struct Attestation<'a> {
    /// What it says.
    pub statement: &'a Statement,
    /// The same, signed.
    pub signed: &'a str,
    /// The address of the page that says whether it holds.
    pub check: &'a str,
    /// The address of the public key.
    pub key: &'a str,
}

/// The file.
///
/// # Errors
/// When the document breaks a rule of PDF/UA.
pub fn file(texts: &Catalogue, of: &Attestation<'_>) -> Result<Vec<u8>, PaperFault> {
    let (says, language) = (of.statement, of.statement.language);
    let t = |key: &str| texts.t(language, key, &[]);
    let mut flow = Flow::default();
    flow.paragraph(Style::bold(11.0), &says.provider);
    flow.space(4.0);
    flow.rule(LINE);
    flow.space(34.0);
    flow.heading(1, Style::bold(26.0), &t("attestation-title"));
    flow.space(18.0);
    flow.paragraph(Style::text(12.0), &texts.t(language, "attestation-says", &[("provider", says.provider.as_str().into())]));
    flow.space(6.0);
    large(&mut flow, &[24.0, 20.0, 16.0, 13.0], &says.name);
    flow.space(6.0);
    flow.paragraph(Style::text(12.0), &t("attestation-took-part"));
    flow.space(6.0);
    large(&mut flow, &[18.0, 15.0, 12.0], &title(texts, says));
    flow.space(20.0);
    for (label, value) in facts(texts, says) {
        fact(&mut flow, &label, &value);
    }
    flow.space(24.0);
    check(&mut flow, texts, of);
    flow.space(22.0);
    flow.heading(2, Style::bold(10.0), &t("attestation-data"));
    flow.space(2.0);
    flow.paragraph(Style::quiet(8.0), &texts.t(language, "attestation-data-what", &[("key", of.key.into())]));
    flow.space(4.0);
    flow.paragraph(Style::quiet(7.0), of.signed);
    let foot = [format!("{} {}", t("attestation-number"), says.number)];
    let title = format!("{}, {}", t("attestation-title"), says.number);
    flow.finish(&foot, &About { title, language, author: says.provider.clone() })
}

/// The name of the file: the word for it and its number.
pub fn file_name(texts: &Catalogue, of: &Statement) -> String {
    format!("{}-{}.pdf", texts.t(of.language, "mail-attestation-file", &[]), of.number)
}

/// The title as it is said, also where it must not be.
pub fn title(texts: &Catalogue, of: &Statement) -> String {
    of.title.clone().unwrap_or_else(|| texts.t(of.language, "mail-common-neutral_title", &[]))
}

/// A number of minutes in words: `2 hours 45 minutes`.
pub fn duration(texts: &Catalogue, language: Language, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let say = |key: &str, n: i64| texts.t(language, key, &[("n", FluentValue::from(n))]);
    match (hours, rest) {
        (0, rest) => say("attestation-minutes", rest),
        (hours, 0) => say("attestation-hours", hours),
        (hours, rest) => format!("{} {}", say("attestation-hours", hours), say("attestation-minutes", rest)),
    }
}

/// What it says beside name and title, label by label, on paper and on the page that checks it.
pub fn facts(texts: &Catalogue, of: &Statement) -> Vec<(String, String)> {
    let language = of.language;
    let t = |key: &str| texts.t(language, key, &[]);
    vec![
        (t("attestation-when"), format::date_time_range(language, of.from, of.to)),
        (t("attestation-attended"), texts.mode(language, of.attended)),
        (t("attestation-duration"), duration(texts, language, of.minutes)),
        (t("attestation-provider"), of.provider.clone()),
        (t("attestation-number"), of.number.clone()),
        (t("attestation-issued"), format::date_time(language, of.issued)),
    ]
}

/// Words that are set smaller where they are long, and then take as many lines as they need.
fn large(flow: &mut Flow, sizes: &[f32], words: &str) {
    let bold = Style::bold(0.0);
    let (size, lines) = bold.face.fitting(words, sizes, RIGHT - LEFT, 2);
    let marks = flow.lines(LEFT, Style { size, ..bold }, &lines);
    flow.sheet.add(Part::new(Meaning::Paragraph).with(marks));
}

fn fact(flow: &mut Flow, label: &str, value: &str) {
    let (quiet, text) = (Style::quiet(10.0), Style::text(10.0));
    let (labels, values) = (quiet.face.lines(label, quiet.size, VALUES - LEFT - 10.0), text.face.lines(value, text.size, RIGHT - VALUES));
    flow.keep(labels.len().max(values.len()) as f32 * 15.0);
    let top = flow.y;
    let mut marks = flow.lines(LEFT, quiet, &labels);
    let below = std::mem::replace(&mut flow.y, top);
    marks.extend(flow.lines(VALUES, text, &values));
    flow.y = flow.y.max(below) + 3.0;
    flow.sheet.add(Part::new(Meaning::Paragraph).with(marks));
}

/// The square to scan with the address beside it.
fn check(flow: &mut Flow, texts: &Catalogue, of: &Attestation<'_>) {
    let t = |key: &str| texts.t(of.statement.language, key, &[]);
    flow.keep((SQUARE + 24.0).min(BOTTOM));
    let top = flow.y;
    let mut left = LEFT;
    if let Some(square) = Square::of(of.check) {
        let mark = flow.sheet.square((LEFT - 8.0, top - 8.0), SQUARE, &square);
        flow.sheet.add(Part::new(Meaning::Figure(t("attestation-square"))).with(vec![mark]));
        left += SQUARE + 6.0;
    }
    flow.sheet.enter(&t("attestation-check"), top);
    let marks = flow.lines(left, Style::bold(12.0), &[t("attestation-check")]);
    flow.sheet.add(Part::new(Meaning::Heading(2)).with(marks).named(&t("attestation-check")));
    flow.space(2.0);
    flow.paragraph_in(left, RIGHT - left, Style::text(10.0), &t("attestation-check-what"));
    flow.space(4.0);
    flow.link(left, RIGHT - left, Style { colour: [0x0b, 0x53, 0x94], ..Style::text(9.0) }, of.check);
    flow.y = flow.y.max(top + SQUARE - 16.0);
}
