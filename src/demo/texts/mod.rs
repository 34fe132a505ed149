//! What the demonstration's events say, in four languages: fixed texts, no chance and no dates.

pub mod briefings;
pub mod closed;
pub mod open;

use crate::domain::language::Translated;

/// One text: Dutch, French, German, English.
pub type Text = [&'static str; 4];

/// One line of an agenda: minutes after the start, the text, and whether somebody is named as speaker.
pub type Item = (i64, Text, bool);

/// What one event says.
pub struct EventText {
    /// The theme: the part of the title after the platform's name and the edition.
    pub theme: Text,
    /// A paragraph.
    pub summary: Text,
    /// In order of time.
    pub agenda: &'static [Item],
}

/// As a text of the domain.
pub fn translated([nl, fr, de, en]: Text) -> Translated {
    Translated { nl: nl.into(), fr: spaced(fr), de: de.into(), en: en.into() }
}

/// French puts a space before its double punctuation, on which a line must not break.
pub fn spaced(french: &str) -> String {
    let mut text = french.to_owned();
    for (loose, tight) in [(" :", "\u{a0}:"), (" ;", "\u{a0};"), (" ?", "\u{a0}?"), (" !", "\u{a0}!"), ("« ", "«\u{a0}"), (" »", "\u{a0}»")] {
        text = text.replace(loose, tight);
    }
    text
}

pub(super) const WELCOME: Text = ["Onthaal met koffie", "Accueil et café", "Empfang mit Kaffee", "Welcome and coffee"];
pub(super) const OPENING: Text = ["Welkomstwoord", "Mot de bienvenue", "Begrüßung", "Opening words"];
pub(super) const QUESTIONS: Text = ["Vragen en antwoorden", "Questions et réponses", "Fragen und Antworten", "Questions and answers"];
pub(super) const RECEPTION: Text = ["Netwerkmoment", "Moment de réseautage", "Gelegenheit zum Austausch", "Networking"];
pub(super) const REPORT: Text = [
    "Verslag van de vorige vergadering en opvolging van de acties",
    "Compte rendu de la réunion précédente et suivi des actions",
    "Protokoll der letzten Sitzung und Stand der Maßnahmen",
    "Minutes of the previous meeting and follow-up of actions",
];
pub(super) const ROUND: Text = ["Rondetafel", "Tour de table", "Gesprächsrunde", "Round table"];
pub(super) const CLOSING: Text =
    ["Afspraken en volgende vergadering", "Conclusions et prochaine réunion", "Vereinbarungen und nächste Sitzung", "Decisions and next meeting"];
