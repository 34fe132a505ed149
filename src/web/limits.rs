//! How often one address (block) may do what costs us or others something (ASVS 2.4.1).

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::telemetry;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Registration forms.
    Register,
    /// Tried passwords.
    Login,
    /// Buttons on personal pages.
    Personal,
    /// API calls, by token.
    Api,
}

/// So many in so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many at once, and in each window.
    pub count: u32,
    /// The window.
    pub seconds: u32,
}

/// All rates, and how addresses are taken together.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Whether anything is limited at all.
    pub enabled: bool,
    /// Leading bits of an IPv4 address that make one block.
    pub ipv4_prefix: u8,
    /// Leading bits of an IPv6 address that make one block.
    pub ipv6_prefix: u8,
    /// Registration forms.
    pub register: Rate,
    /// Tried passwords.
    pub login: Rate,
    /// Buttons on personal pages.
    pub personal: Rate,
    /// API calls.
    pub api: Rate,
}

/// Counts and refuses.
pub struct Limits {
    rates: Rates,
    register: DefaultKeyedRateLimiter<String>,
    login: DefaultKeyedRateLimiter<String>,
    personal: DefaultKeyedRateLimiter<String>,
    api: DefaultKeyedRateLimiter<String>,
}

impl Limits {
    /// Limits at these rates.
    pub fn new(rates: Rates) -> Self {
        let limiter = |rate: Rate| {
            let count = NonZeroU32::new(rate.count.max(1)).unwrap_or(NonZeroU32::MIN);
            let each = Duration::from_secs(u64::from(rate.seconds.max(1))) / count.get();
            RateLimiter::keyed(Quota::with_period(each).unwrap_or(Quota::per_second(count)).allow_burst(count))
        };
        Self { rates, register: limiter(rates.register), login: limiter(rates.login), personal: limiter(rates.personal), api: limiter(rates.api) }
    }

    /// Counts one try of an address.
    ///
    /// # Errors
    /// The seconds to wait when it was too many.
    pub fn check(&self, kind: Kind, address: IpAddr) -> Result<(), u64> {
        self.check_key(kind, &self.block(address))
    }

    /// Counts one try under any key: an account's, a token's.
    ///
    /// # Errors
    /// The seconds to wait when it was too many.
    pub fn check_key(&self, kind: Kind, key: &str) -> Result<(), u64> {
        if !self.rates.enabled {
            return Ok(());
        }
        let (limiter, word) = match kind {
            Kind::Register => (&self.register, "register"),
            Kind::Login => (&self.login, "login"),
            Kind::Personal => (&self.personal, "personal"),
            Kind::Api => (&self.api, "api"),
        };
        limiter.check_key(&key.to_owned()).map_err(|until| {
            telemetry::refused(word);
            until.wait_time_from(DefaultClock::default().now()).as_secs() + 1
        })
    }

    /// Forgets addresses that have not been seen for a while.
    pub fn forget(&self) {
        for limiter in [&self.register, &self.login, &self.personal, &self.api] {
            limiter.retain_recent();
        }
    }

    fn block(&self, address: IpAddr) -> String {
        match address.to_canonical() {
            IpAddr::V4(v4) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.rates.ipv4_prefix.min(32))).unwrap_or(0);
                std::net::Ipv4Addr::from(v4.to_bits() & mask).to_string()
            }
            IpAddr::V6(v6) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.rates.ipv6_prefix.min(128))).unwrap_or(0);
                std::net::Ipv6Addr::from(v6.to_bits() & mask).to_string()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(enabled: bool) -> Limits {
        let rate = Rate { count: 2, seconds: 3600 };
        Limits::new(Rates { enabled, ipv4_prefix: 32, ipv6_prefix: 64, register: rate, login: rate, personal: rate, api: rate })
    }

    #[test]
    fn the_third_try_of_a_block_waits_and_others_do_not() {
        let limits = limits(true);
        let [a, b, c] = ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"].map(|t| t.parse::<IpAddr>().unwrap());
        assert_eq!(limits.check(Kind::Register, a), Ok(()));
        assert_eq!(limits.check(Kind::Register, b), Ok(()));
        assert!(limits.check(Kind::Register, a).is_err_and(|wait| (1..=1801).contains(&wait)));
        assert_eq!(limits.check(Kind::Register, c), Ok(()), "another /64");
        assert_eq!(limits.check(Kind::Login, a), Ok(()), "another kind");
    }

    #[test]
    fn nothing_waits_when_limits_are_off() {
        let limits = limits(false);
        assert!((0..50).all(|_| limits.check(Kind::Login, IpAddr::from([127, 0, 0, 1])).is_ok()));
    }
}
