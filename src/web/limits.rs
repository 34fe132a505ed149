//! How often one address (block) may do what costs us or others something (ASVS 2.4.1).

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant as Stopwatch};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::tries::Tries;
use crate::telemetry;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Registration forms.
    Register,
    /// Buttons on personal pages.
    Personal,
    /// API calls, by token.
    Api,
    /// Trial mails, by user.
    Trial,
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
    login: Tries,
    account: Tries,
    personal: DefaultKeyedRateLimiter<String>,
    api: DefaultKeyedRateLimiter<String>,
    trial: DefaultKeyedRateLimiter<String>,
    /// Addresses that used up their tries of a token, until when they wait.
    spent: Mutex<HashMap<String, Stopwatch>>,
}

/// Trial mails of a member of staff: to look at each kind in each language takes a while, to fill a mailbox longer.
const TRIALS: Rate = Rate { count: 10, seconds: 600 };
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
        let within = Duration::from_secs(u64::from(rates.login.seconds.max(1)));
        Self {
            rates,
            register: limiter(rates.register),
            login: Tries::new(rates.login.count, within),
            account: Tries::new(rates.login.count.saturating_mul(ADDRESSES_AN_ACCOUNT), within),
            personal: limiter(rates.personal),
            api: limiter(rates.api),
            trial: limiter(TRIALS),
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

    /// Takes one try of a password or code: by address, which keeps a guesser to few tries at any account, and by account, at a
    /// rate that only many addresses together reach. One address alone can therefore lock nobody else out. An empty account is
    /// nobody's. What is not given back as right stays used.
    ///
    /// # Errors
    /// The seconds to wait when it was too many.
    pub fn take_try(self: &Arc<Self>, address: IpAddr, account: &str) -> Result<Try, u64> {
        let mut taken = Try { limits: self.clone(), keys: Vec::new() };
        if !self.rates.enabled {
            return Ok(taken);
        }
        let (block, account) = (self.block(address), account.to_owned());
        for (tries, key, word) in [(Tried::Address, block, "login"), (Tried::Account, account, "account")] {
            if key.is_empty() {
                continue;
            }
            tries.of(self).take(&key, Stopwatch::now()).map_err(|wait| {
                telemetry::refused(word);
                wait.as_secs() + 1
            })?;
            taken.keys.push((tries, key));
        }
        Ok(taken)
    }

    /// Counts one try under any key: a token's.
    ///
    /// # Errors
    /// The seconds to wait when it was too many.
    pub fn check_key(&self, kind: Kind, key: &str) -> Result<(), u64> {
        if !self.rates.enabled {
            return Ok(());
        }
        let (limiter, word) = match kind {
            Kind::Register => (&self.register, "register"),
            Kind::Personal => (&self.personal, "personal"),
            Kind::Api => (&self.api, "api"),
            Kind::Trial => (&self.trial, "trial"),
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
        for limiter in [&self.register, &self.personal, &self.api] {
            limiter.retain_recent();
        }
        for tries in [&self.login, &self.account] {
            tries.forget(Stopwatch::now());
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

/// A try of a password or code that was taken.
#[must_use = "what was right is given back"]
pub struct Try {
    limits: Arc<Limits>,
    keys: Vec<(Tried, String)>,
}

impl Try {
    /// It was right: gives it back. Nothing else is: what was wrong before stays used.
    pub fn was_right(self) {
        for (tries, key) in &self.keys {
            tries.of(&self.limits).give_back(key);
        }
    }
}

/// By what a try is counted.
#[derive(Clone, Copy)]
enum Tried {
    Address,
    Account,
}

impl Tried {
    fn of(self, limits: &Limits) -> &Tries {
        match self {
            Self::Address => &limits.login,
            Self::Account => &limits.account,
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
        assert_eq!(limits.check(Kind::Personal, a), Ok(()), "another kind");
    }

    #[test]
    fn an_account_waits_only_when_many_addresses_try_it() {
        let limits = Arc::new(limits(true));
        let wrong = |n: u8, account: &str| limits.take_try(IpAddr::from([192, 0, 2, n]), account).is_ok();
        for n in 0..20_u8 {
            assert!(wrong(n, "an@example.be") && wrong(n, "an@example.be"), "{n}");
            assert!(!wrong(n, "an@example.be"), "the address has spent its tries");
        }
        assert!(!wrong(20, "an@example.be"));
        assert!(wrong(20, "bo@example.be"), "another account");
        assert!(wrong(21, "") && wrong(21, ""), "what is no address is nobody's account");
    }

    #[test]
    fn what_was_right_is_given_back_and_nothing_else() {
        let limits = Arc::new(limits(true));
        let address = IpAddr::from([192, 0, 2, 1]);
        let take = || limits.take_try(address, "an@example.be");
        for _ in 0..50 {
            take().unwrap_or_else(|wait| panic!("{wait}")).was_right();
        }
        assert!(take().is_ok(), "wrong: dropped, not given back");
        take().unwrap_or_else(|wait| panic!("{wait}")).was_right();
        assert!(take().is_ok());
        assert!(take().is_err_and(|wait| (1..=1801).contains(&wait)));
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
        let limits = Arc::new(limits);
        assert!((0..50).all(|_| limits.take_try(IpAddr::from([127, 0, 0, 1]), "an@example.be").is_ok()));
    }
}
