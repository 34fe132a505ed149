//! Seats: who gets one. Each way of attending has its own pool with a capacity, quotas per sector and a maximum per
//! organisation; a verdict always carries the rule that decided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::OrganisationId;
use super::mode::Mode;
use super::sector::Sector;
use crate::clock::Instant;

/// The limits of one way of attending. `None` means no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Seats in all.
    pub capacity: Option<u32>,
    /// At most so many for each sector, until the release date.
    pub quotas: PerSector<Option<u32>>,
    /// At most so many for one organisation; never released.
    pub max_per_organisation: Option<u32>,
}

/// One value for each sector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerSector<T> {
    /// For the private sector.
    pub private: T,
    /// For the academic sector.
    pub academic: T,
    /// For the public sector.
    pub public: T,
}

impl<T: Copy> PerSector<T> {
    /// The value of one sector.
    pub fn of(&self, sector: Sector) -> T {
        match sector {
            Sector::Private => self.private,
            Sector::Academic => self.academic,
            Sector::Public => self.public,
        }
    }

    /// The place of one sector's value.
    pub fn of_mut(&mut self, sector: Sector) -> &mut T {
        match sector {
            Sector::Private => &mut self.private,
            Sector::Academic => &mut self.academic,
            Sector::Public => &mut self.public,
        }
    }
}

/// The seats of one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRules {
    /// Seats in the room.
    pub on_site: Pool,
    /// Seats online.
    pub online: Pool,
    /// From this moment on unused quota is open to every sector.
    pub release_at: Option<Instant>,
}

impl SeatRules {
    /// The pool of one way of attending.
    pub fn pool(&self, mode: Mode) -> &Pool {
        match mode {
            Mode::OnSite => &self.on_site,
            Mode::Online => &self.online,
        }
    }

    /// The place of one pool.
    pub fn pool_mut(&mut self, mode: Mode) -> &mut Pool {
        match mode {
            Mode::OnSite => &mut self.on_site,
            Mode::Online => &mut self.online,
        }
    }

    /// Whether the quotas no longer hold.
    pub fn quotas_released(&self, now: Instant) -> bool {
        self.release_at.is_some_and(|at| now >= at)
    }
}

/// Seats given in one pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// By sector; the sum is the total.
    pub by_sector: PerSector<u32>,
}

impl Taken {
    /// Seats given in all.
    pub fn total(&self) -> u32 {
        self.by_sector.private + self.by_sector.academic + self.by_sector.public
    }

    /// Counts one more.
    pub fn give(&mut self, sector: Sector) {
        *self.by_sector.of_mut(sector) += 1;
    }

    /// Counts one less.
    pub fn free(&mut self, sector: Sector) {
        let place = self.by_sector.of_mut(sector);
        *place = place.saturating_sub(1);
    }
}

/// What the rules look at in a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// The sector the person speaks for.
    pub sector: Sector,
    /// The organisation, once known.
    pub organisation: Option<OrganisationId>,
}

/// Why a seat was given, refused, taken back: shown to the person and kept in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// A seat was free.
    SeatFree,
    /// All seats were taken.
    CapacityFull {
        /// The capacity.
        limit: u32,
    },
    /// The sector's quota was used up.
    QuotaFull {
        /// Which sector.
        sector: Sector,
        /// Its quota.
        limit: u32,
    },
    /// The organisation has as many seats as one organisation may have.
    OrganisationFull {
        /// The maximum.
        limit: u32,
    },
    /// A seat became free for the first in line.
    SeatFreed,
    /// The person asked for it.
    OwnWish,
    /// The person erased their data.
    Erased,
    /// The address was not proven in time.
    NotProven,
    /// The event was called off.
    CalledOff,
    /// A member of staff decided, with these words.
    Staff {
        /// Their reason.
        text: String,
    },
    /// The mandate that the place rested on ended.
    MandateEnded {
        /// Its last day; `None` when it was taken off the roster.
        on: Option<NaiveDate>,
    },
    /// A colleague took the seat over.
    Replaced,
    /// The seat was a colleague's, who offered it.
    StoodIn,
    /// The person's calendar answered that they do not come.
    CalendarDeclined,
}

impl Reason {
    /// The stable code: last part of the locale key.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SeatFree => "seat_free",
            Self::CapacityFull { .. } => "capacity_full",
            Self::QuotaFull { .. } => "quota_full",
            Self::OrganisationFull { .. } => "organisation_full",
            Self::SeatFreed => "seat_freed",
            Self::OwnWish => "own_wish",
            Self::Erased => "erased",
            Self::NotProven => "not_proven",
            Self::CalledOff => "called_off",
            Self::Staff { .. } => "staff",
            Self::MandateEnded { .. } => "mandate_ended",
            Self::Replaced => "replaced",
            Self::StoodIn => "stood_in",
            Self::CalendarDeclined => "calendar_declined",
        }
    }
}

/// The first rule that keeps an applicant from a seat, or `None` when there is one for them.
///
/// The capacity is named before the quota and the quota before the organisation's maximum, so that the reason given is the
/// one whose relief would be needed first.
pub fn obstacle(pool: &Pool, taken: &Taken, of_organisation: u32, who: &Applicant, quotas_released: bool) -> Option<Reason> {
    if let Some(limit) = pool.capacity.filter(|limit| taken.total() >= *limit) {
        return Some(Reason::CapacityFull { limit });
    }
    let quota = pool.quotas.of(who.sector).filter(|_| !quotas_released);
    if let Some(limit) = quota.filter(|limit| taken.by_sector.of(who.sector) >= *limit) {
        return Some(Reason::QuotaFull { sector: who.sector, limit });
    }
    pool.max_per_organisation.filter(|limit| who.organisation.is_some() && of_organisation >= *limit).map(|limit| Reason::OrganisationFull { limit })
}

/// One of the limits of a way of attending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Seats in all.
    Capacity,
    /// Seats of a sector.
    Quota(Sector),
    /// Seats of one organisation.
    Organisation,
}

/// A limit that would be set below what is already given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BelowTaken {
    /// The way of attending.
    pub mode: Mode,
    /// Which limit.
    pub limit: Limit,
    /// The limit asked for.
    pub asked: u32,
    /// Seats already given: the least it can be.
    pub taken: u32,
}

/// Checks that new limits still cover every seat already given; `most` are those of the organisation that has most. Nobody
/// loses a seat to an edit, and nobody has one beyond a limit.
pub fn covers(mode: Mode, pool: &Pool, taken: &Taken, most: u32, quotas_released: bool) -> Result<(), BelowTaken> {
    let below = |limit, asked, taken| Err(BelowTaken { mode, limit, asked, taken });
    if let Some(asked) = pool.capacity.filter(|limit| *limit < taken.total()) {
        return below(Limit::Capacity, asked, taken.total());
    }
    for sector in Sector::ALL.iter().copied().filter(|_| !quotas_released) {
        let given = taken.by_sector.of(sector);
        if let Some(asked) = pool.quotas.of(sector).filter(|limit| *limit < given) {
            return below(Limit::Quota(sector), asked, given);
        }
    }
    if let Some(asked) = pool.max_per_organisation.filter(|limit| *limit < most) {
        return below(Limit::Organisation, asked, most);
    }
    Ok(())
}

/// How many seats a visitor sees as left in a pool; `None` when there is no limit.
pub fn left(pool: &Pool, taken: &Taken) -> Option<u32> {
    pool.capacity.map(|c| c.saturating_sub(taken.total()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(private: u32, academic: u32, public: u32) -> Taken {
        Taken { by_sector: PerSector { private, academic, public } }
    }

    #[test]
    fn the_first_rule_in_the_way_is_named() {
        let pool =
            Pool { capacity: Some(10), quotas: PerSector { private: Some(6), academic: None, public: Some(0) }, max_per_organisation: Some(2) };
        let with = |sector| Applicant { sector, organisation: Some(OrganisationId(1)) };
        let cases = [
            ("a seat is free", taken(0, 0, 0), 0, Sector::Private, false, None),
            ("last seat", taken(5, 4, 0), 0, Sector::Private, false, None),
            ("room full", taken(5, 5, 0), 0, Sector::Private, false, Some(Reason::CapacityFull { limit: 10 })),
            ("quota full", taken(6, 0, 0), 0, Sector::Private, false, Some(Reason::QuotaFull { sector: Sector::Private, limit: 6 })),
            ("quota released", taken(6, 0, 0), 0, Sector::Private, true, None),
            ("no quota for this sector", taken(0, 9, 0), 0, Sector::Academic, false, None),
            ("a quota of nought", taken(0, 0, 0), 0, Sector::Public, false, Some(Reason::QuotaFull { sector: Sector::Public, limit: 0 })),
            ("organisation full", taken(2, 0, 0), 2, Sector::Private, false, Some(Reason::OrganisationFull { limit: 2 })),
            ("its maximum is never released", taken(2, 0, 0), 2, Sector::Private, true, Some(Reason::OrganisationFull { limit: 2 })),
            ("room before quota before organisation", taken(6, 4, 0), 2, Sector::Private, false, Some(Reason::CapacityFull { limit: 10 })),
        ];
        for (what, taken, of_organisation, sector, released, expected) in cases {
            assert_eq!(obstacle(&pool, &taken, of_organisation, &with(sector), released), expected, "{what}");
        }
        assert_eq!(obstacle(&Pool::default(), &taken(9, 9, 9), 9, &with(Sector::Private), false), None, "no limit at all");
    }

    #[test]
    fn limits_never_fall_below_what_is_given() {
        let pool =
            |capacity, private, max_per_organisation| Pool { capacity, quotas: PerSector { private, ..PerSector::default() }, max_per_organisation };
        let given = taken(5, 1, 0);
        let below = |limit, asked, taken| Err(BelowTaken { mode: Mode::OnSite, limit, asked, taken });
        let cases = [
            (pool(Some(6), Some(5), Some(2)), false, Ok(())),
            (pool(Some(5), None, None), false, below(Limit::Capacity, 5, 6)),
            (pool(None, Some(4), None), false, below(Limit::Quota(Sector::Private), 4, 5)),
            (pool(None, Some(4), None), true, Ok(())),
            (pool(None, None, Some(1)), true, below(Limit::Organisation, 1, 2)),
        ];
        for (pool, released, expected) in cases {
            assert_eq!(covers(Mode::OnSite, &pool, &given, 2, released), expected, "{pool:?}");
        }
    }

    #[test]
    fn reasons_keep_their_code_in_json() {
        let reason = Reason::QuotaFull { sector: Sector::Private, limit: 60 };
        let json = serde_json::to_value(&reason).unwrap();
        assert_eq!(json, serde_json::json!({"code": "quota_full", "sector": "private", "limit": 60}));
        assert_eq!(json["code"], reason.code());
    }
}
