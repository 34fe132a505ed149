//! Whose address a chain of proxies says the visitor has (RFC 7239 `Forwarded`, and `X-Forwarded-For`).
//!
//! A chain is read from its end, where our own proxy wrote, and only as far as addresses are ours: whatever stands before
//! that was written by somebody we do not know. An entry that cannot be read ends the walk there, because what stands
//! before it may be the visitor's own invention.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The visitor's address: the last of the chain that is not one of ours. `peer`, who is connected to us, is ours already.
///
/// When both headers are there and name different visitors, one of them was sent by the visitor and passed on by a proxy
/// that writes the other. Neither is believed then.
pub fn visitor(peer: IpAddr, forwarded: &[&[u8]], x_forwarded_for: &[&[u8]], trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let standard = forwarded.iter().flat_map(|line| elements(line)).collect::<Vec<_>>();
    let older = x_forwarded_for.iter().flat_map(|line| plain(line)).collect::<Vec<_>>();
    match (standard.is_empty(), older.is_empty()) {
        (true, true) => peer,
        (false, true) => walk(peer, &standard, trusted),
        (true, false) => walk(peer, &older, trusted),
        (false, false) => {
            let (one, other) = (walk(peer, &standard, &trusted), walk(peer, &older, &trusted));
            if one == other { one } else { peer }
        }
    }
}

/// From the end to the first address that is not ours; an entry that cannot be read leaves it at the proxy that wrote it.
fn walk(peer: IpAddr, chain: &[Option<IpAddr>], trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut nearest = peer;
    for entry in chain.iter().rev() {
        let Some(address) = entry else { return nearest };
        nearest = *address;
        if !trusted(nearest) {
            return nearest;
        }
    }
    nearest
}

/// The entries of one `X-Forwarded-For` line.
fn plain(line: &[u8]) -> Vec<Option<IpAddr>> {
    let Ok(text) = std::str::from_utf8(line) else { return vec![None] };
    if text.trim().is_empty() {
        return Vec::new();
    }
    text.split(',').map(|entry| node(entry.trim())).collect()
}

/// The `for` of every element of one `Forwarded` line; `None` for an element without one that can be read.
fn elements(line: &[u8]) -> Vec<Option<IpAddr>> {
    let Ok(text) = std::str::from_utf8(line) else { return vec![None] };
    if text.trim().is_empty() {
        return Vec::new();
    }
    split(text, ',').into_iter().map(|element| for_of(element).and_then(|value| node(&value))).collect()
}

/// The value of the only `for` of an element.
fn for_of(element: &str) -> Option<String> {
    let mut found = None;
    for pair in split(element, ';') {
        let (name, value) = pair.trim().split_once('=')?;
        let value = unquoted(value)?;
        if name.eq_ignore_ascii_case("for") && found.replace(value).is_some() {
            return None;
        }
    }
    found
}

/// Splits at a sign outside of quotes; an open quote swallows the rest, which then cannot be read.
fn split(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (i, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            c if c == at && !quoted => {
                parts.push(&text[start..i]);
                start = i + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// A token as it is, a quoted string without its quotes; nothing for what is neither.
fn unquoted(value: &str) -> Option<String> {
    let Some(rest) = value.strip_prefix('"') else {
        let is_token = !value.is_empty() && value.bytes().all(|b| b.is_ascii_graphic() && !b"\"(),/:;<=>?@[\\]{}".contains(&b));
        // Many proxies write an IPv4 address with its port without the quotes it needs.
        let is_sloppy = value.rsplit_once(':').is_some_and(|(address, _)| address.parse::<Ipv4Addr>().is_ok());
        return (is_token || is_sloppy).then(|| value.to_owned());
    };
    let (mut text, mut escaped) = (String::new(), false);
    for (i, c) in rest.char_indices() {
        match c {
            c if escaped => {
                text.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return (i + 1 == rest.len()).then_some(text),
            c => text.push(c),
        }
    }
    None
}

/// An address, with or without a port; `unknown` and made-up names (`_hidden`) are none.
fn node(text: &str) -> Option<IpAddr> {
    let address = if let Some(rest) = text.strip_prefix('[') {
        let (v6, after) = rest.split_once(']')?;
        let is_whole = after.is_empty() || after.strip_prefix(':').is_some_and(is_port);
        IpAddr::V6(v6.parse::<Ipv6Addr>().ok().filter(|_| is_whole)?)
    } else if let Some((v4, port)) = text.split_once(':').filter(|(before, _)| before.contains('.')) {
        IpAddr::V4(v4.parse::<Ipv4Addr>().ok().filter(|_| is_port(port))?)
    } else {
        text.parse().ok()?
    };
    Some(address.to_canonical())
}

/// A number, or a made-up name for one.
fn is_port(text: &str) -> bool {
    let obfuscated =
        text.strip_prefix('_').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)));
    obfuscated || (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEER: &str = "10.0.0.1";

    fn ask(forwarded: &[&str], older: &[&str]) -> String {
        let octets = |lines: &[&'static str]| lines.iter().map(|l| l.as_bytes()).collect::<Vec<_>>();
        let lines = |lines: &[&str]| lines.iter().map(|l| &*Box::leak((*l).to_owned().into_boxed_str())).collect::<Vec<&'static str>>();
        let trusted = |address: IpAddr| matches!(address, IpAddr::V4(v4) if v4.octets()[0] == 10);
        visitor(PEER.parse().unwrap(), &octets(&lines(forwarded)), &octets(&lines(older)), trusted).to_string()
    }

    #[test]
    fn chains_are_read_from_the_end() {
        for (chain, expected) in [
            ("203.0.113.9", "203.0.113.9"),
            ("203.0.113.9:41234", "203.0.113.9"),
            ("192.0.2.1, 203.0.113.9:41234", "203.0.113.9"),
            ("192.0.2.1, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
            ("192.0.2.1, 203.0.113.9, 10.0.0.7:80, 10.0.0.8", "203.0.113.9"),
            ("2001:db8::7", "2001:db8::7"),
            ("192.0.2.1, [2001:db8::7]:41234", "2001:db8::7"),
            ("192.0.2.1, [2001:db8::7]", "2001:db8::7"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("10.0.0.9, 10.0.0.7", "10.0.0.9"),
            // Never past what cannot be read: the proxy that wrote it stands for the visitor.
            ("192.0.2.1, unknown", PEER),
            ("192.0.2.1, _hidden, 10.0.0.7", "10.0.0.7"),
            ("192.0.2.1, 203.0.113.9:port", PEER),
            ("192.0.2.1, 203.0.113.9:", PEER),
            ("192.0.2.1, [2001:db8::7", PEER),
            ("192.0.2.1, [2001:db8::7]x", PEER),
            ("192.0.2.1, 2001:db8::zz", PEER),
            ("192.0.2.1,", PEER),
            ("192.0.2.1, , 10.0.0.7", "10.0.0.7"),
            ("192.0.2.1, événement", PEER),
            ("", PEER),
        ] {
            assert_eq!(ask(&[], &[chain]), expected, "{chain}");
        }
        assert_eq!(ask(&[], &["192.0.2.1", "203.0.113.9"]), "203.0.113.9", "several lines are one chain");
        assert_eq!(ask(&[], &["192.0.2.1", "unknown"]), PEER);
        assert_eq!(visitor(PEER.parse().unwrap(), &[], &[b"192.0.2.1, \xff"], |a| a.to_string() == PEER).to_string(), PEER);
    }

    #[test]
    fn forwarded_is_read_as_rfc_7239_writes_it() {
        for (line, expected) in [
            ("for=203.0.113.9", "203.0.113.9"),
            ("For=203.0.113.9;proto=https;by=10.0.0.1", "203.0.113.9"),
            ("proto=https; for=\"203.0.113.9:41234\"", "203.0.113.9"),
            ("for=203.0.113.9:41234", "203.0.113.9"),
            ("FOR=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("for=\"[2001:db8:cafe::17]\"", "2001:db8:cafe::17"),
            ("for=\"203.0.113.9:_secret\"", "203.0.113.9"),
            ("for=192.0.2.43, for=203.0.113.9", "203.0.113.9"),
            ("for=192.0.2.43, for=203.0.113.9;host=\"a,b;c\", for=10.0.0.7", "203.0.113.9"),
            ("for=\"203.0.113.\\9\"", "203.0.113.9"),
            ("for=192.0.2.43, for=unknown", PEER),
            ("for=192.0.2.43, for=_gazonk, for=10.0.0.7", "10.0.0.7"),
            ("for=192.0.2.43, proto=https", PEER),
            ("for=192.0.2.43;for=203.0.113.9", PEER),
            ("for=[2001:db8::1]", PEER),
            ("for=2001:db8::1", PEER),
            ("192.0.2.43", PEER),
            ("for=", PEER),
            // A quote that the visitor opened does not hide what our proxy wrote.
            ("for=192.0.2.43, for=\"x, for=203.0.113.9", PEER),
            ("for=192.0.2.43, for=\"x, for=\"[2001:db8::1]\"", PEER),
            ("", PEER),
        ] {
            assert_eq!(ask(&[line], &[]), expected, "{line}");
        }
        assert_eq!(ask(&["for=192.0.2.43", "for=203.0.113.9"], &[]), "203.0.113.9", "several lines are one chain");
    }

    #[test]
    fn two_headers_that_differ_are_not_believed() {
        assert_eq!(ask(&["for=203.0.113.9"], &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(ask(&["for=192.0.2.1"], &["203.0.113.9"]), PEER);
        assert_eq!(ask(&["for=192.0.2.1"], &["192.0.2.1, 203.0.113.9"]), PEER);
    }
}
