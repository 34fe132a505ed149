//! What pages and programs see of organisations: reading only.

use crate::app::{App, AppError};
use crate::db::organisations::registry::{self, ListFilter, Share};
use crate::db::organisations::{AnyName, Row, all_names};
use crate::db::platforms;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::{Organisation, resembles};
use crate::domain::platform::Platform;
use crate::domain::staff::{Action, Grants};

/// An organisation with all that these roles may see of it.
#[derive(Clone, Debug)]
pub struct View {
    /// Its row.
    pub row: Row,
    /// What is registered; without aliases for who sees only some platforms.
    pub sheet: Organisation,
    /// What it has on each platform that may be seen, in the order of lists.
    pub shares: Vec<(Platform, Share)>,
}

/// Where an address of an organisation leads.
#[derive(Clone, Debug)]
pub enum Found {
    /// To it.
    Here(Box<View>),
    /// To the one that it was merged into.
    Moved(OrganisationId),
}

impl App {
    /// A page of organisations by name. Who works on single platforms sees those that were registered: what was only named may have
    /// been named on a platform they must not know of.
    ///
    /// # Errors
    /// `Forbidden`.
    pub async fn organisations_for(&self, grants: &Grants, mut filter: ListFilter) -> Result<Vec<Row>, AppError> {
        see(grants)?;
        if !grants.allow_everywhere(Action::SeeOrganisations) {
            filter.registered = Some(true);
            filter.main_name_only = true;
        }
        self.db.read(move |conn| Ok(registry::list(conn, &filter)?)).await
    }

    /// What is registered of these organisations, in their order; without aliases for who sees only some platforms.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sheets_of(&self, grants: &Grants, rows: Vec<Row>) -> Result<Vec<(Row, Organisation)>, AppError> {
        let everything = grants.allow_everywhere(Action::SeeOrganisations);
        self.db
            .read(move |conn| {
                let mut sheets = registry::sheets(conn, &rows)?;
                let with = |row: Row| sheets.remove(&row.id).map(|sheet| (row, shown(sheet, everything)));
                Ok(rows.into_iter().filter_map(with).collect())
            })
            .await
    }

    /// Organisations with a name like one of this one's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisations_like(&self, id: OrganisationId) -> Result<Vec<OrganisationId>, AppError> {
        self.db
            .read(move |conn| {
                let (own, others): (Vec<AnyName>, Vec<AnyName>) = all_names(conn)?.into_iter().partition(|name| name.id == id);
                let alike = others.into_iter().filter(|other| own.iter().any(|name| resembles(&name.key, &other.key)));
                Ok(alike.map(|other| other.id).collect())
            })
            .await
    }

    /// How many organisations are registered, and how many were only named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organisation_counts(&self) -> Result<(i64, i64), AppError> {
        self.db.read(move |conn| Ok(registry::counts(conn)?)).await
    }

    /// One organisation.
    ///
    /// # Errors
    /// `Forbidden`; `NotFound`, also of one that was only named for who works on single platforms.
    pub async fn organisation_for(&self, grants: &Grants, id: &str) -> Result<Found, AppError> {
        see(grants)?;
        let id = id_of(id).ok_or(AppError::NotFound)?;
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let everything = grants.allow_everywhere(Action::SeeOrganisations);
                let row = registry::by_id(conn, id)?.ok_or(AppError::NotFound)?;
                if row.registered_at.is_none() && !everything {
                    return Err(AppError::NotFound);
                }
                if let Some(other) = row.merged_into {
                    return Ok(Found::Moved(other));
                }
                let sheet = shown(registry::sheet(conn, &row)?, everything);
                let mut shares = registry::shares(conn, id)?;
                let platforms = platforms::all(conn)?.into_iter().map(Platform::from);
                let seen = platforms.filter(|platform| grants.allow(Action::SeeOrganisations, platform.id));
                let shares = seen.filter_map(|platform| shares.remove(&platform.id).map(|share| (platform, share))).collect();
                Ok(Found::Here(Box::new(View { row, sheet, shares })))
            })
            .await
    }
}

/// An address part of an organisation.
pub fn id_of(text: &str) -> Option<OrganisationId> {
    text.parse().ok().filter(|id| *id > 0).map(OrganisationId)
}

fn see(grants: &Grants) -> Result<(), AppError> {
    if grants.allow_somewhere(Action::SeeOrganisations) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Aliases come from what people type, also on platforms that not everybody may know of.
fn shown(mut sheet: Organisation, everything: bool) -> Organisation {
    if !everything {
        sheet.aliases.clear();
    }
    sheet
}
