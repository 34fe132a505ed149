//! Which of the four languages a browser asks for (RFC 9110 §12.5.4). No answer means: let the person choose.

use crate::domain::language::Language;

/// Entries of the header that are looked at; more is no browser.
const ENTRIES: usize = 50;

/// The language with the highest quality value, the first of equals; `None` when none of the four is asked for.
/// Regions are ignored (`nl-BE` is Dutch) and `*` chooses nothing, since no language is the default.
pub fn negotiate(accept_language: &str) -> Option<Language> {
    let mut best: Option<(Language, u16)> = None;
    for entry in accept_language.split(',').take(ENTRIES) {
        let mut parts = entry.split(';');
        let tag = parts.next().unwrap_or("").trim().to_ascii_lowercase();
        let Some(language) = Language::from_code(tag.split('-').next().unwrap_or("")) else { continue };
        let quality = parts.find_map(|p| p.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1000);
        if quality > best.map_or(0, |(_, q)| q) {
            best = Some((language, quality));
        }
    }
    best.map(|(language, _)| language)
}

/// A quality value in thousandths; what is not one counts as nought.
fn thousandths(text: &str) -> u16 {
    match text.trim().parse::<f32>() {
        Ok(q) if (0.0..=1.0).contains(&q) => (q * 1000.0).round() as u16,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_the_four_or_none() {
        let cases = [
            ("nl-BE,nl;q=0.9,en;q=0.8", Some(Language::Nl)),
            ("en;q=0.5, fr;q=0.7", Some(Language::Fr)),
            ("es-ES,es;q=0.9,de;q=0.1", Some(Language::De)),
            ("fr;q=0.5,nl;q=0.5", Some(Language::Fr)),
            ("FR-be", Some(Language::Fr)),
            ("en;q=0", None),
            ("en;q=x, de;q=0.001", Some(Language::De)),
            ("nl;q=9, en", Some(Language::En)),
            ("es, *", None),
            ("", None),
            (",,;q=1", None),
            ("nld", None),
        ];
        for (header, expected) in cases {
            assert_eq!(negotiate(header), expected, "{header:?}");
        }
        assert_eq!(negotiate(&"x,".repeat(100_000)), None);
    }
}
