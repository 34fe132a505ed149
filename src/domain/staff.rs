//! People who work with the service: roles and what each may do. The default is no.

use super::ids::PlatformId;

crate::word! {
    /// A role, given for everything or for one platform.
    Role { Admin = "admin", Organiser = "organiser", Desk = "desk", Reporter = "reporter" }
}

crate::word! {
    /// What a route or call needs.
    Action {
        /// See events, also drafts and hidden platforms.
        SeeEvents = "see_events",
        /// Create, edit, publish, reschedule, call off events; change seats.
        ManageEvents = "manage_events",
        /// Change the texts and the reminders of a platform.
        ManagePlatforms = "manage_platforms",
        /// See names: lists of registrations.
        SeePeople = "see_people",
        /// Enter, correct and withdraw registrations.
        ManageRegistrations = "manage_registrations",
        /// See, send and stop invitations.
        ManageInvitations = "manage_invitations",
        /// Mark presence.
        CheckIn = "check_in",
        /// Fetch lists of people as a file.
        Export = "export",
        /// See who is on a roster.
        SeeMembers = "see_members",
        /// Add, change, end and import mandates.
        ManageMembers = "manage_members",
        /// See organisations: who works on single platforms, those that were registered.
        SeeOrganisations = "see_organisations",
        /// Register, correct and merge organisations. Only with a role on all platforms: they are shared.
        ManageOrganisations = "manage_organisations",
        /// See counts.
        SeeFigures = "see_figures",
        /// Close quarters: freeze their figures.
        CloseQuarters = "close_quarters",
        /// See the mail room.
        SeeMail = "see_mail",
        /// See the journal: who did what.
        SeeJournal = "see_journal",
        /// Users, tokens and everything else.
        Administer = "administer",
    }
}

impl Role {
    /// The table role × action.
    pub fn may(self, action: Action) -> bool {
        use Action::*;
        match self {
            Self::Admin => true,
            Self::Organiser => !matches!(action, Administer),
            Self::Desk => matches!(action, SeeEvents | SeePeople | CheckIn),
            Self::Reporter => matches!(action, SeeEvents | SeeFigures),
        }
    }
}

/// The roles somebody holds: each for one platform, or for all when the platform is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants(pub Vec<(Role, Option<PlatformId>)>);

impl Grants {
    /// Whether the action is allowed on a platform.
    pub fn allow(&self, action: Action, platform: PlatformId) -> bool {
        self.0.iter().any(|(role, on)| role.may(action) && on.is_none_or(|p| p == platform))
    }

    /// Whether the action is allowed on at least one platform.
    pub fn allow_somewhere(&self, action: Action) -> bool {
        self.0.iter().any(|(role, _)| role.may(action))
    }

    /// Whether the action is allowed everywhere.
    pub fn allow_everywhere(&self, action: Action) -> bool {
        self.0.iter().any(|(role, on)| role.may(action) && on.is_none())
    }

    /// The platforms on which the action is allowed; `None` means all.
    pub fn platforms(&self, action: Action) -> Option<Vec<PlatformId>> {
        if self.allow_everywhere(action) {
            return None;
        }
        Some(self.0.iter().filter(|(role, _)| role.may(action)).filter_map(|(_, on)| *on).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reporters_see_no_names_and_desks_no_figures() {
        assert!(!Role::Reporter.may(Action::SeePeople));
        assert!(!Role::Reporter.may(Action::Export));
        assert!(!Role::Desk.may(Action::SeeFigures));
        assert!(!Role::Organiser.may(Action::Administer));
    }

    #[test]
    fn grants_stay_on_their_platform() {
        let grants = Grants(vec![(Role::Organiser, Some(PlatformId(1)))]);
        assert!(grants.allow(Action::ManageEvents, PlatformId(1)));
        assert!(!grants.allow(Action::ManageEvents, PlatformId(2)));
        assert_eq!(grants.platforms(Action::ManageEvents), Some(vec![PlatformId(1)]));
    }
}
