//! Ways of attending, and which of them an event offers.

crate::word! {
    /// How one person attends; each has its own seats.
    Mode { OnSite = "on_site", Online = "online" }
}

crate::word! {
    /// What an event offers.
    Format { OnSite = "on_site", Online = "online", Hybrid = "hybrid" }
}

impl Format {
    /// The ways of attending this format offers; the first is the one preset in forms.
    pub const fn modes(self) -> &'static [Mode] {
        match self {
            Self::OnSite => &[Mode::OnSite],
            Self::Online => &[Mode::Online],
            Self::Hybrid => &[Mode::OnSite, Mode::Online],
        }
    }

    /// Whether people can attend in this way.
    pub fn offers(self, mode: Mode) -> bool {
        self.modes().contains(&mode)
    }
}
