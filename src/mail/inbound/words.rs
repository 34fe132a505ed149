//! The words of a mail for a human's eyes: bounded, plain, without anything that a page or a terminal would act on.

use super::html;
use super::parts::Part;

/// Octets of one part that are looked at for its words.
const LOOKED_AT: usize = 256 * 1024;
/// Characters shown.
const SHOWN: usize = 4_000;

/// The first part with words: text before HTML, what stands in the mail before what is attached.
pub fn readable(leaves: &[Part<'_>]) -> String {
    let texts = |attached: bool| leaves.iter().filter(move |part| part.is_attached == attached && part.kind == "text/plain");
    let pages = || leaves.iter().filter(|part| part.kind == "text/html");
    let mut found = texts(false).take(10).map(|part| tidy(&part.text(LOOKED_AT)));
    if let Some(text) = found.find(|text| !text.is_empty()) {
        return text;
    }
    let mut found = pages().take(10).map(|part| tidy(&html::reduce(&part.text(LOOKED_AT))));
    if let Some(text) = found.find(|text| !text.is_empty()) {
        return text;
    }
    texts(true).take(1).map(|part| tidy(&part.text(LOOKED_AT))).next().unwrap_or_default()
}

/// Lines without blanks at their end, never two empty ones in a row, cut.
pub fn tidy(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    let mut empty = 0;
    // CR LF leaves an empty piece behind every line; only a second one is an empty line.
    let usual = usize::from(text.contains('\r'));
    for line in text.split(['\n', '\r']) {
        let line: String = line.chars().filter_map(shown).collect();
        let line = line.trim_end();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            let ends = if empty > usual { "\n\n" } else { "\n" };
            out.push_str(ends);
            length += ends.len();
        }
        empty = 0;
        out.extend(line.chars().take(SHOWN.saturating_sub(length)));
        length += line.chars().count();
        if length >= SHOWN {
            break;
        }
    }
    out.trim_end().chars().take(SHOWN).collect()
}

/// One line of a stranger's text, cut.
pub fn one_line(text: &str, most: usize) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace()) {
        let before = out.len();
        out.extend(word.chars().filter_map(shown));
        if out.len() > before && before > 0 {
            out.insert(before, ' ');
        }
        if out.len() > most * 4 {
            break;
        }
    }
    out.chars().take(most).collect::<String>().trim_end().to_owned()
}

/// An address as written. What would be left out of a text is marked instead, so that it cannot make one address of another.
pub fn address(text: &str) -> String {
    let marked = |c: char| if c == ' ' { c } else { shown(c).filter(|kept| *kept == c).unwrap_or(char::REPLACEMENT_CHARACTER) };
    text.trim().chars().take(320).map(marked).collect()
}

/// A character that only shows itself: no control character, no mark that turns the direction of what follows.
fn shown(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        c if c.is_control() => None,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_and_cut() {
        assert_eq!(tidy("a  \r\n\r\n\r\n\r\nb\0\u{1b}[31m\u{202e}c\td\n"), "a\n\nb[31mc d");
        assert_eq!(tidy("a\nb\n\n\nc"), "a\nb\n\nc");
        assert_eq!(tidy(&"é".repeat(10_000)).chars().count(), 4_000);
        assert_eq!(tidy(&"é\r\n".repeat(10_000)).chars().count(), 3_999);
        assert_eq!(one_line("  a \r\n\tb\0c  \u{2028}d ", 300), "a bc d");
        assert_eq!(one_line(&"wort ".repeat(1_000), 12), "wort wort wo");
    }
}
