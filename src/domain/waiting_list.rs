//! The waiting list: first come, first served within a way of attending; promotion gives a seat, not a race.

use std::collections::HashMap;

use super::ids::{OrganisationId, RegistrationId};
use super::seats::{Applicant, Pool, Taken, obstacle};

/// One person waiting, in order of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose place it is.
    pub registration: RegistrationId,
    /// What the seat rules look at.
    pub applicant: Applicant,
}

/// Walks the queue in order and gives every seat that is free for somebody; answers who is promoted, in order.
///
/// Someone whose quota or organisation is full is passed over and keeps their place. `taken` and `of_organisation` are
/// brought up to date.
pub fn promote(
    pool: &Pool,
    taken: &mut Taken,
    of_organisation: &mut HashMap<OrganisationId, u32>,
    queue: &[Waiting],
    quotas_released: bool,
) -> Vec<RegistrationId> {
    let mut promoted = Vec::new();
    for waiting in queue {
        if pool.capacity.is_some_and(|c| taken.total() >= c) {
            break;
        }
        let who = &waiting.applicant;
        let have = who.organisation.and_then(|o| of_organisation.get(&o).copied()).unwrap_or(0);
        if obstacle(pool, taken, have, who, quotas_released).is_none() {
            taken.give(who.sector);
            if let Some(organisation) = who.organisation {
                *of_organisation.entry(organisation).or_default() += 1;
            }
            promoted.push(waiting.registration);
        }
    }
    promoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::seats::PerSector;
    use crate::domain::sector::Sector;

    fn queue(of: &[(i64, Sector, i64)]) -> Vec<Waiting> {
        of.iter()
            .map(|(id, sector, organisation)| Waiting {
                registration: RegistrationId(*id),
                applicant: Applicant { sector: *sector, organisation: Some(OrganisationId(*organisation)) },
            })
            .collect()
    }

    #[test]
    fn seats_go_in_order_and_pass_over_those_they_are_not_free_for() {
        let pool = Pool { capacity: Some(4), quotas: PerSector { private: Some(2), ..PerSector::default() }, max_per_organisation: Some(1) };
        let mut taken = Taken { by_sector: PerSector { private: 2, academic: 0, public: 0 } };
        let mut organisations = HashMap::from([(OrganisationId(1), 1), (OrganisationId(2), 1)]);
        let waiting = queue(&[
            (10, Sector::Private, 3),
            (11, Sector::Public, 1),
            (12, Sector::Public, 4),
            (13, Sector::Academic, 4),
            (14, Sector::Academic, 5),
            (15, Sector::Public, 6),
        ]);
        let ids: Vec<i64> = promote(&pool, &mut taken, &mut organisations, &waiting, false).iter().map(|r| r.0).collect();
        assert_eq!(ids, [12, 14], "10 has no quota left, 11 and 13 no organisation seat, 15 no seat");
        assert_eq!(taken.total(), 4);
    }

    #[test]
    fn a_full_pool_promotes_nobody() {
        let pool = Pool { capacity: Some(1), ..Pool::default() };
        let mut taken = Taken { by_sector: PerSector { private: 1, academic: 0, public: 0 } };
        assert!(promote(&pool, &mut taken, &mut HashMap::new(), &queue(&[(1, Sector::Public, 1)]), false).is_empty());
    }
}
