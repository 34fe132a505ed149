//! Names of people as they are compared: folded, whatever the order of their words, with what meetings add to them taken off.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How much of a name is looked at, in bytes.
const LOOKED_AT: usize = 400;
/// Most ways to read one name.
const MAX_READINGS: usize = 6;
/// Words before names that say nothing about who it is.
const TITLES: &[&str] = &["dr", "ir", "ing", "prof", "mr", "mrs", "ms", "mevr", "mevrouw", "dhr", "mme", "mlle", "herr", "frau", "mag", "drs"];

/// A name, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The ways to read it, the likeliest first: without brackets, then what stands in them, then the parts between strokes.
    /// Each is words in lower case, sorted, with one blank between them.
    pub readings: Vec<String>,
    /// What stands beside it and is no reading of two words: `ccb`, `guest`.
    pub tags: Vec<String>,
    /// The letters of the first reading in the order in which they were written, without blanks: `janvandenberghe`.
    pub joined: String,
}

impl Name {
    /// Reads a name.
    pub fn new(name: &str) -> Self {
        let folded = fold(cut(name, LOOKED_AT));
        let (bare, brackets) = out_of_brackets(&folded);
        let mut all = Self::default();
        all.add(&bare, true);
        for inner in &brackets {
            all.add(inner, false);
        }
        // "Jan Peeters | CCB", "CCB - Jan Peeters"
        let strokes = bare.replace(" - ", "|").replace(" – ", "|").replace(" — ", "|").replace('/', "|").replace(" @ ", "|");
        if strokes.contains('|') {
            strokes.split('|').for_each(|part| all.add(part, false));
        }
        all
    }

    fn add(&mut self, text: &str, whole: bool) {
        let mut words = words(text);
        if words.is_empty() {
            return;
        }
        if whole {
            self.joined = words.concat();
        }
        words.sort_unstable();
        let reading = words.join(" ");
        let list = if whole || words.len() > 1 { &mut self.readings } else { &mut self.tags };
        if list.len() < MAX_READINGS && !list.contains(&reading) {
            list.push(reading);
        }
    }
}

/// Folds a text: NFKD without combining marks, lower case, letters that have no decomposition as those they stand for, blanks as one.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            '’' | 'ʼ' | '‘' | '`' | '´' => folded.push('\''),
            // Lower case of a capital with a mark may bring the mark back.
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') && !folded.is_empty() {
                    folded.push(' ');
                }
            }
            c if is_combining_mark(c) || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}') => {}
            c => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a folded text, without titles unless nothing else is left.
fn words(folded: &str) -> Vec<&str> {
    let is_apostrophe = |c: char| c == '\'' || c == '.';
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c))
        .map(|word| word.trim_matches(is_apostrophe))
        .filter(|word| !word.is_empty())
        .collect();
    if words.iter().any(|word| !TITLES.contains(word)) {
        words.retain(|word| !TITLES.contains(word));
    }
    words
}

/// What stands outside and inside of round and square brackets; what opens and never closes is inside.
fn out_of_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::<String>::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => {
                depth += 1;
                outside.push(' ');
                inside.push(String::new());
            }
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {
                if let Some(last) = inside.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    (outside, inside)
}

/// The beginning of a text, at most so many bytes.
pub fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// The beginning of a text as it can be shown: control characters as blanks, without overrides of direction (UAX #9 §2).
pub fn shown(text: &str, most: usize) -> Cow<'_, str> {
    let text = cut(text, most);
    let is_bad = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
    };
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let plain: String = text.chars().filter_map(|c| if c.is_control() { Some(' ') } else { Some(c).filter(|c| !is_bad(*c)) }).collect();
    Cow::Owned(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_people_mean_them() {
        for (name, readings, tags) in [
            ("Jan Peeters", &["jan peeters"][..], &[][..]),
            ("Peeters, Jan", &["jan peeters"], &[]),
            ("PEETERS Jan (CCB)", &["jan peeters"], &["ccb"]),
            ("Zoë Dupont (Guest)", &["dupont zoe"], &["guest"]),
            ("ＺＯＥ　ＤＵＰＯＮＴ", &["dupont zoe"], &[]),
            ("Anna (Jan Peeters)", &["anna", "jan peeters"], &[]),
            ("iPhone (Brian Smith)", &["iphone", "brian smith"], &[]),
            ("[ExampleCorp] Sam Rivera (Unverified)", &["rivera sam"], &["examplecorp", "unverified"]),
            ("Jan Peeters | CCB", &["ccb jan peeters", "jan peeters"], &["ccb"]),
            ("CCB - Jan Peeters", &["ccb jan peeters", "jan peeters"], &["ccb"]),
            ("Jean-Pierre O’Neil", &["jean o'neil pierre"], &[]),
            ("Dr. Ir. Łukasz Groß", &["gross lukasz"], &[]),
            ("Dr.", &["dr"], &[]),
            ("(only", &[], &["only"]),
            ("()", &[], &[]),
            ("", &[], &[]),
        ] {
            let got = Name::new(name);
            assert_eq!(got.readings, readings, "{name:?}");
            assert_eq!(got.tags, tags, "{name:?}");
        }
        assert_eq!(Name::new("Jose\u{301}").readings, Name::new("José").readings);
        assert_eq!(Name::new("İbrahim").readings, ["ibrahim"]);
    }

    #[test]
    fn cutting_respects_characters() {
        assert_eq!(cut("aéé", 2), "a");
        assert_eq!(cut("aé", 9), "aé");
        assert_eq!(shown("Jan\r\nBcc:\u{202e} x\u{0}", 40), "Jan Bcc: x");
    }
}
