//! The address of the relay our mails are handed to, read from `mail.smtp_url`. Pure; refuses to send in the open.

use std::net::IpAddr;

use url::Url;

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// TLS from the first octet (`smtps://`).
    Implicit,
    /// STARTTLS, and no mail without it (`smtp://…?tls=required`).
    StartTls,
    /// None; only to this machine.
    Loopback,
}

/// A relay.
#[derive(Clone, PartialEq, Eq)]
pub struct Relay {
    /// Host name or address; the certificate must carry it.
    pub host: String,
    /// Port: 465, 587 or 25 unless given.
    pub port: u16,
    /// Protection.
    pub protection: Protection,
    /// User and password.
    pub credentials: Option<(String, String)>,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Relay({}:{}, {:?}, signs in: {})", self.host, self.port, self.protection, self.credentials.is_some())
    }
}

/// Why an address was refused. The text never holds the password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RelayFault {
    /// Not a URL with a host.
    #[error("mail.smtp_url is no address of a relay; write it like smtps://user:password@smtp.example.be")]
    Shape,
    /// Another scheme.
    #[error("mail.smtp_url starts with \"{0}\"; use smtps or smtp")]
    Scheme(String),
    /// Something after the `?` that we do not know.
    #[error("mail.smtp_url has \"{0}\" after the question mark; only tls=required is known")]
    Option(String),
    /// Plain SMTP to another machine.
    #[error("mail.smtp_url would send mails in the open to {0}; use smtps:// or add ?tls=required")]
    InTheOpen(String),
}

impl Relay {
    /// Reads the address.
    pub fn parse(text: &str) -> Result<Self, RelayFault> {
        let url = Url::parse(text).map_err(|_| RelayFault::Shape)?;
        let host = url.host_str().filter(|h| !h.is_empty()).ok_or(RelayFault::Shape)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(RelayFault::Shape);
        }
        let mut tls_required = false;
        for (key, value) in url.query_pairs() {
            match (key.as_ref(), value.as_ref()) {
                ("tls", "required") => tls_required = true,
                _ => return Err(RelayFault::Option(format!("{key}={value}"))),
            }
        }
        let (protection, default_port) = match url.scheme() {
            "smtps" => (Protection::Implicit, 465),
            "smtp" if tls_required => (Protection::StartTls, 587),
            "smtp" if is_loopback(&host) => (Protection::Loopback, 25),
            "smtp" => return Err(RelayFault::InTheOpen(host)),
            other => return Err(RelayFault::Scheme(other.to_owned())),
        };
        let decoded = |text: &str| percent_decode(text).ok_or(RelayFault::Shape);
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            (user, password) => Some((decoded(user)?, decoded(password.unwrap_or(""))?)),
        };
        Ok(Self { port: url.port().unwrap_or(default_port), host, protection, credentials })
    }
}

/// Whether a host name or address means this machine.
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

pub(super) fn percent_decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(b) = bytes.next() {
        if b == b'%' {
            let digit = |b: Option<u8>| char::from(b?).to_digit(16);
            out.push(u8::try_from(digit(bytes.next())? * 16 + digit(bytes.next())?).ok()?);
        } else {
            out.push(b);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relays_are_read_or_refused_with_a_reason() {
        let read = |url: &str| Relay::parse(url).map(|r| (r.host, r.port, r.protection, r.credentials));
        let user = |u: &str, p: &str| Some((u.to_owned(), p.to_owned()));
        let ok = [
            ("smtps://smtp.example.be", ("smtp.example.be", 465, Protection::Implicit, None)),
            ("smtps://u%40x:p%3Aw%C3%A9@smtp.example.be:4650/", ("smtp.example.be", 4650, Protection::Implicit, user("u@x", "p:wé"))),
            ("smtp://smtp.example.be?tls=required", ("smtp.example.be", 587, Protection::StartTls, None)),
            ("smtp://localhost", ("localhost", 25, Protection::Loopback, None)),
            ("smtp://127.0.0.1:2525", ("127.0.0.1", 2525, Protection::Loopback, None)),
            ("smtp://[::1]:2525", ("::1", 2525, Protection::Loopback, None)),
            ("smtp://localhost:587?tls=required", ("localhost", 587, Protection::StartTls, None)),
        ];
        for (url, (host, port, protection, credentials)) in ok {
            assert_eq!(read(url), Ok((host.to_owned(), port, protection, credentials)), "{url}");
        }
        let bad = [
            ("smtp://smtp.example.be", RelayFault::InTheOpen("smtp.example.be".into())),
            ("smtp://localhost.example.be", RelayFault::InTheOpen("localhost.example.be".into())),
            ("smtp://10.0.0.1:25", RelayFault::InTheOpen("10.0.0.1".into())),
            ("smtp://smtp.example.be?tls=opportunistic", RelayFault::Option("tls=opportunistic".into())),
            ("https://smtp.example.be", RelayFault::Scheme("https".into())),
            ("smtp.example.be:25", RelayFault::Shape),
            ("smtps://", RelayFault::Shape),
            ("smtps://h/path", RelayFault::Shape),
        ];
        for (url, fault) in bad {
            assert_eq!(read(url), Err(fault), "{url}");
        }
        let secret = Relay::parse("smtps://u:secret@smtp.example.be").unwrap();
        assert!(!format!("{secret:?}").contains("secret"));
    }
}
