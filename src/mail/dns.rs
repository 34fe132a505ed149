//! What the domain name system says of our mail: read for `quarterdeck check` only, never while mails are sent.

use std::time::Duration;

use mail_auth::{DnsError, Error, MessageAuthenticator};

/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the machine's own resolvers.
pub struct Names(MessageAuthenticator);

impl Names {
    /// Reads the machine's resolver configuration.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_this_machine() -> Result<Self, String> {
        MessageAuthenticator::new_system_conf().map(Self).map_err(|e| e.to_string())
    }

    /// The TXT records of a name, run together; `None` when there are none.
    ///
    /// # Errors
    /// No answer in time, or what the resolver said.
    pub async fn txt(&self, name: &str) -> Result<Option<String>, String> {
        let name = format!("{}.", name.trim_end_matches('.'));
        match tokio::time::timeout(PATIENCE, self.0.txt_raw_lookup(name.as_str())).await {
            Ok(Ok(bytes)) if bytes.is_empty() => Ok(None),
            Ok(Ok(bytes)) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Ok(Err(Error::Dns(DnsError::RecordNotFound(_)))) => Ok(None),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("no answer in {} s", PATIENCE.as_secs())),
        }
    }
}

/// Where public keys of signatures come from.
#[derive(Debug)]
pub enum KeySource {
    /// The machine's own resolvers; they are looked for when the first key is asked for.
    Resolvers,
    /// Known beforehand, by name in lower case.
    Fixed(std::collections::BTreeMap<String, String>),
}

impl super::inbound::authenticate::Keys for KeySource {
    async fn txt(&self, name: &str) -> Result<Option<String>, String> {
        static NAMES: std::sync::OnceLock<Result<Names, String>> = std::sync::OnceLock::new();
        match self {
            Self::Fixed(known) => Ok(known.get(&name.trim_end_matches('.').to_ascii_lowercase()).cloned()),
            Self::Resolvers => NAMES.get_or_init(Names::of_this_machine).as_ref().map_err(Clone::clone)?.txt(name).await,
        }
    }
}

/// What a published record means for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// There, with something to think about.
    Doubtful(String),
    /// Not there, or not ours.
    Bad(String),
}

/// Judges the SPF record (RFC 7208) among a domain's TXT records.
pub fn judge_spf(found: Option<&str>) -> Verdict {
    let Some(record) = found.and_then(|text| text.find("v=spf1").and_then(|at| text.get(at..))) else {
        return Verdict::Bad("there is no SPF record; publish one that names the relay, like \"v=spf1 include:relay.example -all\"".into());
    };
    match record {
        r if r.contains("+all") => Verdict::Bad("it ends with +all, which lets everybody send in our name; end it with -all".into()),
        r if r.contains("?all") => Verdict::Doubtful("it ends with ?all, which says nothing; end it with -all or ~all".into()),
        r if !r.contains("all") && !r.contains("redirect=") => Verdict::Doubtful("it does not say what to do with others; end it with -all".into()),
        _ => Verdict::Good,
    }
}

/// Judges the published half of a signing key against ours (RFC 6376 §3.6.1).
pub fn judge_dkim(found: Option<&str>, ours: &str) -> Verdict {
    let Some(found) = found else { return Verdict::Bad(format!("the record is missing; publish: {ours}")) };
    let key = |text: &str| -> Option<String> {
        let value = text.split(';').map(str::trim).find_map(|tag| tag.strip_prefix("p="))?;
        Some(value.split_whitespace().collect())
    };
    match (key(found), key(ours)) {
        (Some(theirs), _) if theirs.is_empty() => Verdict::Bad("the record says that this key was revoked (p= is empty)".into()),
        (Some(theirs), Some(own)) if theirs == own => match found.contains("t=y") {
            true => Verdict::Doubtful("it says t=y, so receivers ignore failures; take that out when the trial is over".into()),
            false => Verdict::Good,
        },
        _ => Verdict::Bad(format!("it holds another key than the key file; publish: {ours}")),
    }
}

/// Judges the DMARC record (RFC 7489).
pub fn judge_dmarc(found: Option<&str>) -> Verdict {
    let Some(record) = found.and_then(|text| text.find("v=DMARC1").and_then(|at| text.get(at..))) else {
        return Verdict::Bad("there is no DMARC record; publish one like \"v=DMARC1; p=quarantine; rua=mailto:postmaster@…\"".into());
    };
    let policy = record.split(';').map(str::trim).find_map(|tag| tag.strip_prefix("p=")).unwrap_or("");
    match policy {
        "quarantine" | "reject" => Verdict::Good,
        "none" => Verdict::Doubtful("p=none protects nobody; move to quarantine, then reject".into()),
        _ => Verdict::Bad("it has no policy (p=)".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(verdict: &Verdict) -> &'static str {
        match verdict {
            Verdict::Good => "good",
            Verdict::Doubtful(_) => "doubtful",
            Verdict::Bad(_) => "bad",
        }
    }

    #[test]
    fn records_are_judged() {
        for (record, expected) in [
            (Some("v=spf1 include:relay.example -all"), "good"),
            (Some("google-site-verification=xv=spf1 ip4:192.0.2.0/24 ~all"), "good"),
            (Some("v=spf1 redirect=_spf.example.be"), "good"),
            (Some("v=spf1 +all"), "bad"),
            (Some("v=spf1 mx ?all"), "doubtful"),
            (Some("v=spf1 mx"), "doubtful"),
            (Some("something else"), "bad"),
            (None, "bad"),
        ] {
            assert_eq!(word(&judge_spf(record)), expected, "{record:?}");
        }
        let ours = "v=DKIM1; k=ed25519; p=abc";
        for (record, expected) in [
            (Some("v=DKIM1; k=ed25519; p=abc"), "good"),
            (Some("k=ed25519;p=a bc;"), "good"),
            (Some("v=DKIM1; t=y; p=abc"), "doubtful"),
            (Some("v=DKIM1; p="), "bad"),
            (Some("v=DKIM1; p=other"), "bad"),
            (None, "bad"),
        ] {
            assert_eq!(word(&judge_dkim(record, ours)), expected, "{record:?}");
        }
        for (record, expected) in [
            (Some("v=DMARC1; p=reject; rua=mailto:x@example.be"), "good"),
            (Some("v=DMARC1;p=quarantine"), "good"),
            (Some("v=DMARC1; p=none"), "doubtful"),
            (Some("v=DMARC1"), "bad"),
            (None, "bad"),
        ] {
            assert_eq!(word(&judge_dmarc(record)), expected, "{record:?}");
        }
    }
}
