//! Guests proposed for an event.

use serde::Serialize;

use crate::web::view::View;

/// A guest in the list.
#[derive(Clone, Debug, Serialize)]
pub struct GuestRow {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Why they are proposed.
    pub reason: String,
    /// Who proposed them.
    pub by: String,
    /// The organisation of the member who did; empty when staff did.
    pub by_organisation: String,
    /// That registration closes before the time to object is over; empty when it does not.
    pub late: String,
    /// Why silence admits nobody on it; empty when it does.
    pub barred: String,
    /// When they were.
    pub proposed: String,
    /// The last day on which somebody can object.
    pub until: String,
    /// Look of the state.
    pub state: &'static str,
    /// State in words.
    pub state_label: String,
    /// Why somebody objected; may be empty.
    pub decision: String,
    /// Where somebody objects; empty when nobody can.
    pub object: String,
    /// Where they are admitted; empty when nobody can.
    pub admit: String,
}

/// The guests of an event.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Guests {
    /// The event's title.
    pub event: String,
    /// What happens to proposals.
    pub lead: String,
    /// The guests.
    pub rows: Vec<GuestRow>,
    /// Where one is proposed; empty when nobody can be invited.
    pub propose: String,
    /// Where the time to object is set; empty when the reader may not.
    pub period: String,
}

impl View for Guests {
    const TEMPLATE: &'static str = "staff/guests";
}
