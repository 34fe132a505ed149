//! Authentication-Results (RFC 8601): what our own border found out about a mail. Anybody can write such a header, so only the topmost
//! one counts, and only when it names our border; taking forged ones out is the border's duty (§5).

use super::authenticate::{By, belongs_to};

/// What the border vouches for: a pass that is aligned with the domain of From. `value` is the topmost header's.
pub fn vouched(value: &str, border: &str, domain: &str) -> Option<By> {
    let plain = without_comments(value)?;
    let mut pieces = pieces(&plain).into_iter();
    // The name, perhaps with a version behind it.
    let mut name = pieces.next()?;
    name.truncate(2);
    let is_ours = name.first().is_some_and(|id| id.trim_matches('"').eq_ignore_ascii_case(border.trim()));
    let version_known = name.get(1).is_none_or(|version| version == "1");
    if !is_ours || !version_known || border.trim().is_empty() {
        return None;
    }
    pieces.find_map(|piece| pass(&piece, domain))
}

/// One method's result, if it is an aligned pass.
fn pass(words: &[String], domain: &str) -> Option<By> {
    let (method, result) = words.first()?.split_once('=')?;
    let method = method.split('/').next()?.to_ascii_lowercase();
    if !result.eq_ignore_ascii_case("pass") {
        return None;
    }
    let property = |name: &str| {
        let mut found = words.iter().skip(1).filter_map(|word| word.split_once('=')).filter(|(key, _)| key.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| domain_of(value))
    };
    match method.as_str() {
        "dmarc" => property("header.from").is_none_or(|from| from == domain).then(|| By::Dmarc { domain: domain.to_owned() }),
        "dkim" => {
            let signer = property("header.d").or_else(|| property("header.i"))?;
            belongs_to(&signer, domain).then_some(By::Dkim { domain: signer })
        }
        "spf" => {
            let sender = property("smtp.mailfrom")?;
            belongs_to(&sender, domain).then_some(By::Spf { domain: sender })
        }
        _ => None,
    }
}

/// The domain in `user@example.be`, `@example.be` or `example.be`; as A-labels.
fn domain_of(value: &str) -> String {
    let value = value.trim_matches('"').trim_matches(['<', '>']);
    let domain = value.rsplit_once('@').map_or(value, |(_, domain)| domain);
    crate::domain::email::ascii_domain(domain).unwrap_or_default()
}

/// The value without comments, which may stand anywhere and in each other; `None` where one is never closed.
fn without_comments(value: &str) -> Option<String> {
    let (mut out, mut depth, mut quoted, mut escaped) = (String::new(), 0usize, false, false);
    for c in value.chars() {
        let was_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if !was_escaped && (quoted || depth > 0) => escaped = true,
            '"' if depth == 0 && !was_escaped => quoted = !quoted,
            '(' if !quoted && !was_escaped => depth += 1,
            ')' if !quoted && !was_escaped && depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push(' ');
                }
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            out.push(c);
        }
    }
    (depth == 0 && !quoted).then_some(out)
}

/// The pieces between semicolons, each as words, without blanks around `=`, `.` and `/`. Neither counts within quotes.
fn pieces(plain: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let (mut word, mut quoted, mut escaped, mut joins) = (String::new(), false, false, false);
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        let was_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if quoted && !was_escaped => escaped = true,
            '"' if !was_escaped => quoted = !quoted,
            _ => {}
        }
        if !quoted && c.is_whitespace() {
            // A blank ends a word, unless what follows or precedes it holds a word together.
            while chars.next_if(|next| next.is_whitespace()).is_some() {}
            joins = joins || matches!(chars.peek(), Some('=' | '/'));
            if !joins {
                push(&mut all, &mut word);
            }
            continue;
        }
        if !quoted && c == ';' {
            push(&mut all, &mut word);
            all.push(Vec::new());
            continue;
        }
        joins = !quoted && matches!(c, '=' | '/') && !word.is_empty();
        word.push(c);
    }
    push(&mut all, &mut word);
    all
}

fn push(all: &mut [Vec<String>], word: &mut String) {
    if let Some(last) = all.last_mut().filter(|_| !word.is_empty()) {
        last.push(std::mem::take(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_aligned_pass_of_our_border_counts() {
        let by = |value: &str| {
            vouched(value, "mx.events.example", "example.be").map(|by| match by {
                By::Dkim { domain } => format!("dkim {domain}"),
                By::Dmarc { domain } => format!("dmarc {domain}"),
                By::Spf { domain } => format!("spf {domain}"),
            })
        };
        for (value, expected) in [
            ("mx.events.example; dmarc=pass header.from=example.be", Some("dmarc example.be")),
            ("MX.Events.Example 1; dmarc=pass (p=reject dis=none) header.from=Example.BE", Some("dmarc example.be")),
            (" \"mx.events.example\"/1; dmarc=pass header.from=example.be", None),
            (
                "mx.events.example ; spf=fail smtp.mailfrom=a@evil.example;\r\n\tdkim = pass header.d = mail.example.be header.s=x",
                Some("dkim mail.example.be"),
            ),
            ("mx.events.example; dkim/1=pass reason=\"a; dmarc=pass\" header.i=@example.be", Some("dkim example.be")),
            ("mx.events.example; spf=pass (sender (SPF) \\) ok) smtp.mailfrom=bounce@example.be", Some("spf example.be")),
            ("(first) mx.events.example (x) 1 (y) ; (z) dkim(a)=(b)pass(c)header.d(d)=(e)example.be", Some("dkim example.be")),
            ("mx.events.example; dmarc=pass", Some("dmarc example.be")),
            // Forged, failed, of others, or unaligned.
            ("mx.evil.example; dmarc=pass header.from=example.be", None),
            ("mx.events.example.evil.example; dmarc=pass header.from=example.be", None),
            ("mx.events.example 2; dmarc=pass header.from=example.be", None),
            ("mx.events.example; none", None),
            ("mx.events.example; dmarc=fail header.from=example.be", None),
            ("mx.events.example; dmarc=pass header.from=evil.example", None),
            ("mx.events.example; dmarc=bestguesspass header.from=example.be", None),
            ("mx.events.example; dkim=pass header.d=google.com", None),
            ("mx.events.example; dkim=pass header.d=example-be.20230601.gappssmtp.com", None),
            ("mx.events.example; dkim=pass header.d=be", None),
            ("mx.events.example; dkim=pass", None),
            ("mx.events.example; spf=pass smtp.helo=example.be", None),
            ("mx.events.example; spf=pass smtp.mailfrom=example.be.evil.example", None),
            ("mx.events.example; spf=pass smtp.mailfrom=\"a@example.be\"@evil.example", None),
            ("mx.events.example; iprev=pass policy.iprev=192.0.2.1; auth=pass smtp.auth=x@example.be", None),
            ("mx.events.example; x=\"; dmarc=pass header.from=example.be", None),
            ("mx.events.example; (dmarc=pass header.from=example.be)", None),
            ("evil.example (; mx.events.example); dmarc=pass header.from=example.be", None),
            ("", None),
        ] {
            assert_eq!(by(value).as_deref(), expected, "{value}");
        }
        assert_eq!(vouched("; dmarc=pass header.from=example.be", "", "example.be"), None);
    }
}
