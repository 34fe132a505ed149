//! Traffic Light Protocol 2.0 (FIRST): how far a meeting's content may travel.

crate::word! {
    /// A TLP 2.0 label, from free to closed.
    Tlp { Clear = "clear", Green = "green", Amber = "amber", AmberStrict = "amber_strict", Red = "red" }
}

impl Tlp {
    /// The label as the standard writes it: capitals, no space (TLP 2.0 §3).
    pub const fn label(self) -> &'static str {
        match self {
            Self::Clear => "TLP:CLEAR",
            Self::Green => "TLP:GREEN",
            Self::Amber => "TLP:AMBER",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Red => "TLP:RED",
        }
    }

    /// Above GREEN, calendars get a neutral title, no agenda and CLASS:PRIVATE, because calendars are shared and synced.
    pub fn is_confidential(self) -> bool {
        self > Self::Green
    }

    /// Above AMBER even the link to join online stays out of mails and calendars: it is shown on the personal page only.
    pub fn hides_join_link(self) -> bool {
        self > Self::Amber
    }
}
