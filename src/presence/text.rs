//! Bytes as text: the encodings in which providers, and the spreadsheets between them and us, write.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::fault::Fault;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// How many bytes are looked at to guess a UTF-16 without its mark.
const LOOKED_AT: usize = 4_096;

/// Whether these bytes are an archive (`.xlsx`) or a workbook of before 2007, and not text.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// UTF-16 and UTF-8 by their byte order marks, UTF-16 without one by its zeros, else UTF-8 if it is, else Windows-1252.
///
/// Microsoft Teams writes UTF-16LE with a mark, Zoom UTF-8 with one, Webex UTF-16LE; spreadsheets write what they like. Half a character at
/// the end of a UTF-16 file that was cut off is left out.
///
/// # Errors
/// `Workbook`, `TooLarge`, `NotText`.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if is_workbook(bytes) {
        return Err(Fault::Workbook);
    }
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge { bytes: bytes.len(), most: MAX_BYTES });
    }
    let (encoding, mark) = match Encoding::for_bom(bytes).or_else(|| unmarked_utf16(bytes).map(|encoding| (encoding, 0))) {
        Some(known) => known,
        None => return Ok(std::str::from_utf8(bytes).map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)),
    };
    let mut body = bytes.get(mark..).unwrap_or_default();
    if encoding == UTF_16LE || encoding == UTF_16BE {
        body = body.get(..body.len() - body.len() % 2).unwrap_or_default();
    }
    encoding.decode_without_bom_handling_and_without_replacement(body).ok_or(Fault::NotText)
}

/// Text in Latin letters has a zero in nearly every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default();
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (even, odd) if odd * 10 > pairs * 6 && even * 20 < pairs => Some(UTF_16LE),
        (even, odd) if even * 10 > pairs * 6 && odd * 20 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn every_encoding_says_the_same() {
        let text = "Zoë\tŁukasz Müller";
        let latin = "Zo\u{eb}\tM\u{fc}ller";
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(utf16(text, true));
        let mut big = vec![0xFE, 0xFF];
        big.extend(utf16(text, false));
        let mut utf8 = vec![0xEF, 0xBB, 0xBF];
        utf8.extend(text.bytes());
        for bytes in [marked.clone(), big, utf8, text.into(), utf16("Name\tEmail\tJoin Time", true), utf16("Name\tEmail\tJoin Time", false)] {
            let got = decode(&bytes).unwrap();
            assert!(got == text || got == "Name\tEmail\tJoin Time", "{got:?}");
        }
        let windows: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert_eq!(decode(&windows).unwrap(), latin);
        marked.pop();
        assert_eq!(decode(&marked).unwrap(), "Zoë\tŁukasz Mülle", "half a character at the end");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"PK\x03\x04rest"), Err(Fault::Workbook));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]), Err(Fault::NotText), "half a pair of surrogates");
        assert_eq!(decode(&vec![b' '; MAX_BYTES + 1]), Err(Fault::TooLarge { bytes: MAX_BYTES + 1, most: MAX_BYTES }));
    }
}
