//! Where a door that asks for no password may listen: on this machine only.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An address of this machine's own interface, `127.0.0.1:2424`, or a socket in the file system, `unix:/run/quarterdeck/lmtp.sock`.
///
/// LMTP knows neither passwords nor encryption: from another machine anybody could bring mails in anybody's name, and with a forged
/// `Authentication-Results` they would count. A mail server on this machine, or one that shares the socket's folder, hands over instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Listen {
    /// A port of the loopback interface.
    Tcp(SocketAddr),
    /// A socket in the file system.
    Unix(PathBuf),
}

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let wrong = || format!("\"{text}\" is no place to listen; write it like 127.0.0.1:2424 or unix:/run/quarterdeck/lmtp.sock");
        if let Some(path) = text.strip_prefix("unix:") {
            let path = PathBuf::from(path);
            return if path.is_absolute() && path.file_name().is_some() { Ok(Self::Unix(path)) } else { Err(wrong()) };
        }
        let address: SocketAddr = text.parse().map_err(|_| wrong())?;
        match address.ip().to_canonical().is_loopback() {
            true => Ok(Self::Tcp(address)),
            false => Err(format!(
                "{address} can be reached from other machines, and this door knows neither passwords nor encryption: anybody could bring mails in \
                 anybody's name; listen on 127.0.0.1:{} or unix:/run/quarterdeck/lmtp.sock and let a mail server on this machine hand over",
                address.port()
            )),
        }
    }
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(f, "{address}"),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

impl TryFrom<String> for Listen {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Listen> for String {
    fn from(listen: Listen) -> Self {
        listen.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_on_this_machine_are_taken() {
        for good in ["127.0.0.1:2424", "[::1]:24", "127.1.2.3:24", "unix:/run/quarterdeck/lmtp.sock"] {
            assert_eq!(good.parse::<Listen>().unwrap().to_string(), good);
        }
        for (bad, why) in [
            ("0.0.0.0:24", "can be reached from other machines"),
            ("[::]:24", "can be reached from other machines"),
            ("10.0.0.1:24", "let a mail server on this machine hand over"),
            ("localhost:24", "is no place to listen"),
            ("unix:lmtp.sock", "is no place to listen"),
            ("unix:/", "is no place to listen"),
            ("24", "is no place to listen"),
            ("", "is no place to listen"),
        ] {
            let said = bad.parse::<Listen>().unwrap_err();
            assert!(said.contains(why), "{bad}: {said}");
        }
    }
}
