//! How often one address (block) may do what costs us or others something (ASVS 2.4.1).

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant as Stopwatch};

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
    /// Tried passwords of one account, from anywhere.
    Account,
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
    account: DefaultKeyedRateLimiter<String>,
    personal: DefaultKeyedRateLimiter<String>,
    api: DefaultKeyedRateLimiter<String>,
    /// Addresses that used up their tries of a token, until when they wait.
    spent: Mutex<HashMap<String, Stopwatch>>,
}

/// How many addresses must spend all their tries on one account before the account itself waits.
const ADDRESSES_AN_ACCOUNT: u32 = 20;

impl Limits {
    /// Limits at these rates.
    pub fn new(rates: Rates) -> Self {
        let limiter = |rate: Rate| {
            let count = NonZeroU32::new(rate.count.max(1)).unwrap_or(NonZeroU32::MIN);
            let each = Duration::from_secs(u64::from(rate.seconds.max(1))) / count.get();
            RateLimiter::keyed(Quota::with_period(each).unwrap_or(Quota::per_second(count)).allow_burst(count))
        };
        let account = Rate { count: rates.login.count.saturating_mul(ADDRESSES_AN_ACCOUNT), ..rates.login };
        Self {
            rates,
            register: limiter(rates.register),
            login: limiter(rates.login),
            account: limiter(account),
            personal: limiter(rates.personal),
            api: limiter(rates.api),
            spent: Mutex::default(),
        }
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
            Kind::Account => (&self.account, "account"),
            Kind::Personal => (&self.personal, "personal"),
            Kind::Api => (&self.api, "api"),
        };
        limiter.check_key(&key.to_owned()).map_err(|until| {
            telemetry::refused(word);
            until.wait_time_from(DefaultClock::default().now()).as_secs() + 1
        })
    }

    /// Whether an address may try a token now; counts nothing. To be asked before the token is looked up, so that guessing
    /// costs the database nothing once it is too much.
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn may_try_token(&self, address: IpAddr) -> Result<(), u64> {
        let left = self.spent().get(&self.block(address)).and_then(|until| until.checked_duration_since(Stopwatch::now()));
        left.map_or(Ok(()), |left| Err(left.as_secs() + 1))
    }

    /// Counts a wrong token against an address.
    ///
    /// # Errors
    /// The seconds to wait when it was too many.
    pub fn wrong_token(&self, address: IpAddr) -> Result<(), u64> {
        self.check(Kind::Api, address).inspect_err(|seconds| {
            self.spent().insert(self.block(address), Stopwatch::now() + Duration::from_secs(*seconds));
        })
    }

    fn spent(&self) -> std::sync::MutexGuard<'_, HashMap<String, Stopwatch>> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets addresses that have not been seen for a while.
    pub fn forget(&self) {
        for limiter in [&self.register, &self.login, &self.account, &self.personal, &self.api] {
            limiter.retain_recent();
        }
        self.spent().retain(|_, until| *until > Stopwatch::now());
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
    fn an_account_waits_only_when_many_addresses_try_it() {
        let limits = limits(true);
        for n in 0..20_u8 {
            let address = IpAddr::from([192, 0, 2, n]);
            for _ in 0..2 {
                assert_eq!(limits.check(Kind::Login, address).and_then(|()| limits.check_key(Kind::Account, "an@example.be")), Ok(()), "{n}");
            }
            assert!(limits.check(Kind::Login, address).is_err(), "the address has spent its tries");
        }
        assert!(limits.check_key(Kind::Account, "an@example.be").is_err());
        assert_eq!(limits.check_key(Kind::Account, "bo@example.be"), Ok(()));
    }

    #[test]
    fn after_too_many_wrong_tokens_none_is_looked_up() {
        let limits = limits(true);
        let [a, b] = ["192.0.2.1", "192.0.2.2"].map(|t| t.parse::<IpAddr>().unwrap());
        for _ in 0..2 {
            assert_eq!(limits.may_try_token(a), Ok(()));
            assert_eq!(limits.wrong_token(a), Ok(()));
        }
        assert_eq!(limits.may_try_token(a), Ok(()), "asking counts nothing");
        assert!(limits.wrong_token(a).is_err());
        assert!(limits.may_try_token(a).is_err_and(|wait| (1..=1802).contains(&wait)));
        limits.forget();
        assert!(limits.may_try_token(a).is_err(), "it still waits");
        assert_eq!(limits.may_try_token(b), Ok(()));
    }

    #[test]
    fn nothing_waits_when_limits_are_off() {
        let limits = limits(false);
        assert!((0..50).all(|_| limits.check(Kind::Login, IpAddr::from([127, 0, 0, 1])).is_ok()));
    }
}
