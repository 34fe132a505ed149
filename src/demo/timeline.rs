//! The plan as one sequence of moments, ready to be replayed with a clock that is set to each of them.

use super::{Channel, Plan};
use crate::clock::Instant;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// The event is created and published.
    Publish,
    /// The form is sent.
    Register,
    /// An organiser enters the person.
    Enter,
    /// The address is proven.
    Prove,
    /// The person steps back.
    Withdraw,
    /// The person is present.
    Attend,
}

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Instant,
    /// What.
    pub act: Act,
    /// Place in [`Plan::events`].
    pub event: usize,
    /// Place in the event's registrations; `None` for [`Act::Publish`].
    pub registration: Option<usize>,
}

impl Plan {
    /// Everything that happens, in order of time. An event is published before the one that follows it.
    pub fn timeline(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (event, plan) in self.events.iter().enumerate() {
            steps.push(Step { at: plan.published_at, act: Act::Publish, event, registration: None });
            for (place, registration) in plan.registrations.iter().enumerate() {
                let first = match registration.channel {
                    Channel::Form => Act::Register,
                    Channel::Staff => Act::Enter,
                };
                let moments = [
                    (Some(registration.registered_at), first),
                    (registration.proves_at, Act::Prove),
                    (registration.withdraws_at, Act::Withdraw),
                    (registration.attends.map(|a| a.at), Act::Attend),
                ];
                let place = Some(place);
                steps.extend(moments.into_iter().filter_map(|(at, act)| at.map(|at| Step { at, act, event, registration: place })));
            }
        }
        steps.sort_by_key(|s| (s.at, s.act, s.event, s.registration));
        steps
    }
}
