//! The text level of iCalendar: escaping, quoting, folding. Everything a stranger typed passes through here before it
//! becomes part of a content line; it must not know what any property means.

/// The longest content line in octets, line break excluded (RFC 5545 §3.1). A continuation's leading blank counts.
pub const LINE_OCTETS: usize = 75;

/// Escapes a TEXT value (RFC 5545 §3.3.11). Line breaks of any kind become `\n`, tabs blanks; control characters go.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in plain(text) {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A parameter value that may be any text: always quoted, with `^`, `"` and line breaks as RFC 6868 §3 writes them.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in plain(text) {
        match c {
            '^' => out.push_str("^^"),
            '"' => out.push_str("^'"),
            '\n' => out.push_str("^n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A URI value: what may stand in a URI stays (RFC 3986 §2), everything else is percent-encoded. Never escaped as TEXT.
pub fn uri(address: &str) -> String {
    percent_encode(address, |b| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b))
}

/// A calendar user address (RFC 6068 §2) of an address with its domain as A-labels.
pub fn mailto(wire_address: &str) -> String {
    format!("mailto:{}", percent_encode(wire_address, |b| b.is_ascii_alphanumeric() || b"-._~@!$'*+".contains(&b)))
}

fn percent_encode(text: &str, keep: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        if keep(b) {
            out.push(char::from(b));
        } else {
            out.push('%');
            out.extend([b >> 4, b & 15].map(|d| char::from_digit(d.into(), 16).unwrap_or('0').to_ascii_uppercase()));
        }
    }
    out
}

/// The characters of a text with line breaks as `\n`, tabs as blanks and every other control character left out.
///
/// NEL and the Unicode separators count as line breaks: some parsers split lines there.
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut after_cr = false;
    text.chars().filter_map(move |c| {
        let second_half = after_cr && c == '\n';
        after_cr = c == '\r';
        match c {
            '\n' if second_half => None,
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            '\u{FEFF}' => None,
            c if c.is_control() => None,
            c => Some(c),
        }
    })
}

/// Folds one content line (without its line break) and ends it: at most [`LINE_OCTETS`] octets a line, never inside a
/// character.
pub fn fold_into(out: &mut String, line: &str) {
    let mut rest = line;
    let mut room = LINE_OCTETS;
    while rest.len() > room {
        let mut cut = room;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        let (head, tail) = rest.split_at(cut);
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        room = LINE_OCTETS - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// Folds a whole object anew. The `ics` crate leaves continuation lines one octet too long.
pub fn refold(object: &str) -> String {
    let mut out = String::with_capacity(object.len() + object.len() / 32);
    for line in unfold(object).split("\r\n").filter(|line| !line.is_empty()) {
        fold_into(&mut out, line);
    }
    out
}

/// Joins folded lines (RFC 5545 §3.1).
pub fn unfold(object: &str) -> String {
    object.replace("\r\n ", "").replace("\r\n\t", "")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The inverse of [`escape`], written apart from it.
    pub fn unescape(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, if c == '\\' { chars.next() } else { None }) {
                ('\\', Some('n' | 'N')) => out.push('\n'),
                ('\\', Some(other)) => out.push(other),
                _ => out.push(c),
            }
        }
        out
    }

    /// What must come back of a text: everything but control characters, with one kind of line break.
    pub fn kept(text: &str) -> String {
        let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        lines.chars().filter(|c| *c == '\n' || (!c.is_control() && *c != '\u{FEFF}')).collect()
    }

    /// Texts that have broken calendars before.
    pub fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "\r\n",
            "\r",
            "\n",
            "\0",
            "\"",
            ";",
            ":",
            ",",
            "\\",
            "^",
            "^'",
            "^n",
            "\\n",
            "\t",
            " ",
            "\u{85}",
            "\u{2028}",
            "\u{FEFF}",
            "é",
            "王小明",
            "👩‍👩‍👧‍👦",
            "שלום",
            "\u{202e}",
            "e\u{301}",
            "END:VEVENT",
            "\r\nATTENDEE:mailto:x@y.be",
            "BEGIN:VALARM",
            "{{7*7}}",
            "<b>",
            "=?utf-8?q?x?=",
            "%0d%0a",
            "\u{7f}",
            "\u{9b}",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        ]);
        let mixed = prop::collection::vec(prop_oneof![pieces.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..60)
            .prop_map(|pieces| pieces.concat());
        let long = (any::<char>(), 1usize..10_000).prop_map(|(c, n)| std::iter::repeat_n(c, n).collect());
        prop_oneof![6 => mixed, 1 => long]
    }

    #[test]
    fn text_is_escaped_as_the_standard_says() {
        let cases = [
            ("plain", "plain"),
            ("a;b,c\\d:e\"f", "a\\;b\\,c\\\\d:e\"f"),
            ("one\r\ntwo\rthree\nfour\n\nfive", "one\\ntwo\\nthree\\nfour\\n\\nfive"),
            ("tab\tNUL\0BEL\u{7}NEL\u{85}PS\u{2029}.", "tab NULBELNEL\\nPS\\n."),
            ("\\n stays two characters", "\\\\n stays two characters"),
        ];
        for (text, expected) in cases {
            assert_eq!(escape(text), expected, "{text:?}");
        }
    }

    #[test]
    fn parameters_are_quoted_as_rfc_6868_says() {
        let cases = [("Wit, Jan: de;", "\"Wit, Jan: de;\""), ("Jan \"X\"", "\"Jan ^'X^'\""), ("a^b\r\nATTENDEE:x", "\"a^^b^nATTENDEE:x\"")];
        for (text, expected) in cases {
            assert_eq!(quoted(text), expected, "{text:?}");
        }
    }

    #[test]
    fn addresses_are_uris() {
        assert_eq!(mailto("zoë+ccb@example.be"), "mailto:zo%C3%AB+ccb@example.be");
        assert_eq!(mailto("o'neil&x=y/z?@example.be"), "mailto:o'neil%26x%3Dy%2Fz%3F@example.be");
        assert_eq!(uri("https://meet.example.be/a?b=c;d,e\r\nX:y \"é"), "https://meet.example.be/a?b=c;d,e%0D%0AX:y%20%22%C3%A9");
    }

    proptest! {
        #[test]
        fn escaped_text_comes_back_and_has_no_line_break(text in hostile()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['\r', '\n']));
            prop_assert_eq!(unescape(&escaped), kept(&text));
        }

        #[test]
        fn quoted_parameters_cannot_be_left(text in hostile()) {
            let value = quoted(&text);
            prop_assert!(value.starts_with('"') && value.ends_with('"') && value.len() >= 2);
            prop_assert!(!value[1..value.len() - 1].contains(['"', '\r', '\n']));
        }

        #[test]
        fn folded_lines_are_short_whole_and_reversible(text in hostile()) {
            let line = format!("SUMMARY:{}", escape(&text));
            let mut folded = String::new();
            fold_into(&mut folded, &line);
            for l in folded.split("\r\n") {
                prop_assert!(l.len() <= LINE_OCTETS);
            }
            prop_assert_eq!(unfold(&folded), line + "\r\n");
        }
    }
}
