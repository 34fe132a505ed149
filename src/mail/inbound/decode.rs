//! Transfer encodings (RFC 2045 §6) and character sets, decoded as far as they can be: what is broken is passed over.

use base64::Engine as _;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use mail_parser::decoders::charsets::map::charset_decoder;

use crate::calendar::reply::hex_decode;

/// Lenient about the bits left over at the end.
const BASE64: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::STANDARD, NO_PAD.with_decode_allow_trailing_bits(true));

/// How a part is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Not at all, or in a way that nobody uses.
    Plain,
    Base64,
    QuotedPrintable,
}

impl Encoding {
    /// By the value of Content-Transfer-Encoding, perhaps with a comment behind it.
    pub fn of(value: &str) -> Self {
        match value.split([' ', '(', ';']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "base64" => Self::Base64,
            "quoted-printable" => Self::QuotedPrintable,
            _ => Self::Plain,
        }
    }
}

/// Takes the wrapping off.
pub fn octets(body: &[u8], encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Plain => body.to_vec(),
        Encoding::Base64 => base64(body),
        Encoding::QuotedPrintable => quoted_printable(body),
    }
}

/// Octets outside the alphabet are passed over (RFC 2045 §6.8); the first `=` ends it.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut symbols: Vec<u8> =
        body.iter().copied().take_while(|b| *b != b'=').filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    BASE64.decode(symbols).unwrap_or_default()
}

/// An `=` that begins nothing stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|b| *b == b'\n') {
        let text = line.trim_ascii_end();
        let soft = text.strip_suffix(b"=");
        let text = soft.unwrap_or(text);
        hex_decode(text, b'=', &mut out);
        if soft.is_none() && line.ends_with(b"\n") {
            out.extend_from_slice(b"\r\n");
        }
    }
    out
}

/// Text of octets. UTF-8 that is labelled as something else is believed to be UTF-8: what is not, is hardly ever valid as such.
pub fn characters(bytes: &[u8], charset: Option<&str>) -> String {
    let valid = std::str::from_utf8(bytes).ok();
    let named = charset.and_then(|name| charset_decoder(name.trim().as_bytes()));
    match (valid, named) {
        (Some(text), None) => text.to_owned(),
        (Some(text), Some(_)) if !text.is_ascii() => text.to_owned(),
        (_, Some(decoder)) => decoder(bytes),
        (None, None) => charset_decoder(b"windows-1252").map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decoder| decoder(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_broken_is_passed_over() {
        for (body, expected) in
            [(&b"aGVs\r\nbG8="[..], "hello"), (b"aGVs*bG8", "hello"), (b"aGVsbG8=aGVs", "hello"), (b"aGVsb", "hel"), (b"====", ""), (b"\0\xff", "")]
        {
            assert_eq!(octets(body, Encoding::Base64), expected.as_bytes(), "{body:?}");
        }
        for (body, expected) in [(&b"caf=C3=A9 =\r\nnoir  \r\nx"[..], "café noir\r\nx"), (b"a=zz=4=", "a=zz=4"), (b"=3d\n", "=\r\n")] {
            assert_eq!(String::from_utf8(octets(body, Encoding::QuotedPrintable)).unwrap(), expected);
        }
        assert_eq!(Encoding::of("BASE64 (ours)"), Encoding::Base64);
        assert_eq!(Encoding::of("8bit"), Encoding::Plain);
    }

    #[test]
    fn charsets_are_read_and_wrong_labels_forgiven() {
        for (bytes, charset, expected) in [
            (&b"\xe3\xd1\xcd\xc8\xc7"[..], Some("windows-1256"), "مرحبا"),
            (b"caf\xe9", Some("ISO-8859-1"), "café"),
            ("café".as_bytes(), Some("iso-8859-1"), "café"),
            ("café".as_bytes(), Some("no-such-charset"), "café"),
            (b"caf\xe9", None, "café"),
            (b"caf\xe9", Some("no-such-charset"), "café"),
            (b"\xff\xfea\0b\0", Some("utf-16"), "ab"),
            ("café".as_bytes(), None, "café"),
        ] {
            assert_eq!(characters(bytes, charset), expected, "{charset:?}");
        }
    }
}
