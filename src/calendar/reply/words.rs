//! A stranger's words in a calendar object, made plain: cut, without control characters, not escaped for anything.

/// An address as people know it: without `mailto:`, angle brackets, percent signs and what follows a question mark (RFC 6068).
pub fn bare(value: &str) -> String {
    let trimmed = value.trim().trim_matches('"').trim();
    let scheme = trimmed.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    let rest = if scheme { &trimmed[7..] } else { trimmed };
    let rest = rest.trim().trim_start_matches('<').trim_end_matches('>');
    let rest = if scheme { rest.split('?').next().unwrap_or_default() } else { rest };
    // What would be left out of a text must not make one address of another.
    let marked = |c: char| if c.is_control() || turns(c) { char::REPLACEMENT_CHARACTER } else { c };
    one_line(&super::lines::percent_decode(rest).chars().map(marked).collect::<String>(), super::NAME)
}

/// The same in one line.
pub fn one_line(text: &str, most: usize) -> String {
    plain(text, most).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stranger's text without control characters but line ends, and without marks that turn the direction of what follows.
pub fn plain(text: &str, most: usize) -> String {
    let kept = text.chars().filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || turns(*c)));
    let cut: String = kept.take(most).map(|c| if c == '\t' { ' ' } else { c }).collect();
    cut.trim().to_owned()
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
