//! The mailbox that answers and bounces are fetched from: its address, read from `mail.imap_url`. Refuses to sign in in the open.

mod fault;
mod post;
mod visit;

use url::Url;

pub use self::fault::Fault;
pub use self::post::{Post, PostFault};
pub use self::visit::Visit;
use super::relay::{is_loopback, percent_decode};

/// A mailbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Host name or address; the certificate must carry it.
    pub host: String,
    /// Port: 993, or 143 on this machine, unless given.
    pub port: u16,
    /// TLS from the first octet; plain only to this machine.
    pub encrypted: bool,
    /// Who signs in.
    pub user: String,
    /// With what.
    pub password: String,
    /// The folder that is looked into.
    pub folder: String,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mailbox({}:{}, encrypted: {}, {})", self.host, self.port, self.encrypted, self.folder)
    }
}

/// Why an address was refused. The text never holds the password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailboxFault {
    /// Not a URL with a host.
    #[error("mail.imap_url is no address of a mailbox; write it like imaps://user:password@imap.example.be/INBOX, signs in percent encoding")]
    Shape,
    /// Another scheme.
    #[error("mail.imap_url starts with \"{0}\"; use imaps, or imap on this machine")]
    Scheme(String),
    /// Nobody to sign in as.
    #[error("mail.imap_url names no user and password; write it like imaps://user:password@imap.example.be/INBOX")]
    Nobody,
    /// A folder whose name IMAP cannot say as it is.
    #[error("\"{0}\" is no folder name; use letters, digits and signs of ASCII, as the server lists it")]
    Folder(String),
    /// Plain IMAP to another machine.
    #[error("mail.imap_url would send the password in the open to {0}; use imaps://")]
    InTheOpen(String),
}

impl Mailbox {
    /// Reads the address.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, MailboxFault> {
        let url = Url::parse(text).map_err(|_| MailboxFault::Shape)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(MailboxFault::Shape)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        if url.query().is_some() || url.fragment().is_some() {
            return Err(MailboxFault::Shape);
        }
        let (encrypted, default_port) = match url.scheme() {
            "imaps" => (true, 993),
            "imap" if is_loopback(&host) => (false, 143),
            "imap" => return Err(MailboxFault::InTheOpen(host)),
            other => return Err(MailboxFault::Scheme(other.to_owned())),
        };
        let decoded = |text: &str| percent_decode(text).ok_or(MailboxFault::Shape);
        let (user, password) = (decoded(url.username())?, decoded(url.password().unwrap_or(""))?);
        if user.is_empty() || password.is_empty() {
            return Err(MailboxFault::Nobody);
        }
        let folder = match url.path().trim_start_matches('/') {
            "" => "INBOX".to_owned(),
            path => folder_name(&decoded(path)?)?,
        };
        Ok(Self { port: url.port().unwrap_or(default_port), host, encrypted, user, password, folder })
    }
}

/// A folder's name as it goes over the line: IMAP has its own way to write other letters (RFC 3501 §5.1.3), which the operator gives as the
/// server lists it.
///
/// # Errors
/// [`MailboxFault::Folder`].
pub fn folder_name(text: &str) -> Result<String, MailboxFault> {
    let fits = |octet: u8| (0x20..0x7f).contains(&octet) && !matches!(octet, b'"' | b'\\' | b'*' | b'%');
    if !text.is_empty() && text.len() <= 200 && text.bytes().all(fits) {
        return Ok(text.to_owned());
    }
    Err(MailboxFault::Folder(text.chars().filter(|c| !c.is_control()).take(80).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_are_read_or_refused_with_a_reason() {
        let read = |url: &str| Mailbox::parse(url).map(|m| (m.host, m.port, m.encrypted, m.user, m.password, m.folder));
        let ok = [
            ("imaps://u%40example.be:p%3Aw%C3%A9@imap.example.be", ("imap.example.be", 993, true, "u@example.be", "p:wé", "INBOX")),
            ("imaps://u:p@imap.example.be:9930/Answers", ("imap.example.be", 9930, true, "u", "p", "Answers")),
            ("imaps://u:p@imap.example.be/INBOX/Answers%20in", ("imap.example.be", 993, true, "u", "p", "INBOX/Answers in")),
            ("imap://u:p@127.0.0.1:1143/", ("127.0.0.1", 1143, false, "u", "p", "INBOX")),
            ("imap://u:p@[::1]", ("::1", 143, false, "u", "p", "INBOX")),
        ];
        for (url, (host, port, encrypted, user, password, folder)) in ok {
            assert_eq!(read(url), Ok((host.into(), port, encrypted, user.into(), password.into(), folder.into())), "{url}");
        }
        let bad = [
            ("imap://u:p@imap.example.be", MailboxFault::InTheOpen("imap.example.be".into())),
            ("pop3://u:p@imap.example.be", MailboxFault::Scheme("pop3".into())),
            ("imaps://imap.example.be", MailboxFault::Nobody),
            ("imaps://u@imap.example.be", MailboxFault::Nobody),
            ("imaps://u:p@imap.example.be/?x=1", MailboxFault::Shape),
            ("imaps://u:p@imap.example.be/a%22b", MailboxFault::Folder("a\"b".into())),
            ("imaps://u:p@imap.example.be/caf%C3%A9", MailboxFault::Folder("café".into())),
            ("imap.example.be", MailboxFault::Shape),
        ];
        for (url, fault) in bad {
            assert_eq!(read(url), Err(fault), "{url}");
        }
        assert!(!format!("{:?}", Mailbox::parse("imaps://u:hush@imap.example.be").unwrap()).contains("hush"));
    }
}
