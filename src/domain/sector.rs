//! The three sectors by which attendance is reported.

use super::text::fold;

crate::word! {
    /// The sector a person spoke for when registering; copied onto the registration so that history never changes.
    Sector { Private = "private", Academic = "academic", Public = "public" }
}

impl Sector {
    /// Reads a sector as tables in four languages name it.
    pub fn from_words(typed: &str) -> Option<Self> {
        let word: String = fold(typed).chars().filter(|c| c.is_alphanumeric()).collect();
        Some(match word.as_str() {
            "public" | "publiek" | "publieke" | "overheid" | "offentlich" | "publicsector" | "publiekesector" | "secteurpublic"
            | "offentlichersektor" => Sector::Public,
            "private" | "privaat" | "prive" | "privat" | "privatesector" | "privatesektor" | "secteurprive" | "privatersektor" | "privesector" => {
                Sector::Private
            }
            "academic" | "academisch" | "academique" | "akademisch" | "academicsector" | "academischesector" | "secteuracademique" => {
                Sector::Academic
            }
            _ => return None,
        })
    }
}
