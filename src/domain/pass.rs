//! The personal pass: a short code that names one registration at the door, and the text of its square to scan. It opens nothing.
//!
//! It must not know how a code is made or found; the bits are handed in.

use std::fmt;

use super::ids::Slug;

/// The signs of Crockford's base 32: no I, L, O, U, so that nobody reads one for another.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code; the last one checks the others.
const LENGTH: usize = 12;
/// What the text of a square begins with: whose it is, and its version.
const MARK: &str = "QD1-";

/// A code of twelve signs: 55 bits, and five that follow from them, so that a slip of the hand is told from a stranger.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(u64);

/// Why a code is not one of the event's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no code of ours at all.
    Foreign,
    /// It looks like one of ours, but its signs do not fit together: altered, or mistyped.
    Altered,
    /// It is one of another event.
    OtherEvent,
    /// Nobody of the event has it.
    Unknown,
}

impl Refusal {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Foreign => "pass_foreign",
            Self::Altered => "pass_altered",
            Self::OtherEvent => "pass_other_event",
            Self::Unknown => "pass_unknown",
        }
    }
}

impl Code {
    /// The code of these bits.
    pub fn of_bits(bits: [u8; 8]) -> Self {
        let data = u64::from_be_bytes(bits) >> 9;
        Self(data << 5 | check(data))
    }

    /// Reads a code as it was typed: with or without hyphens and blanks, in any case, with O for 0 and I or L for 1.
    ///
    /// # Errors
    /// `Foreign` when it has not twelve signs, `Altered` when they do not fit together.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let typed = || text.chars().filter(|c| !matches!(c, '-' | ' ' | '\u{a0}'));
        if typed().count() != LENGTH {
            return Err(Refusal::Foreign);
        }
        let value = typed().try_fold(0, |value, sign| Some(value << 5 | value_of(sign)?)).ok_or(Refusal::Foreign)?;
        if check(value >> 5) == value & 31 { Ok(Self(value)) } else { Err(Refusal::Altered) }
    }

    /// In three groups, for people.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        [&plain[..4], &plain[4..8], &plain[8..]].join("-")
    }

    /// The text of the square to scan: upper case, for which a square is smallest.
    pub fn square(self, event: &Slug) -> String {
        format!("{MARK}{}-{self}", event.as_str().to_ascii_uppercase())
    }

    /// Reads what was scanned or typed at the door of `event`.
    ///
    /// # Errors
    /// What else it is.
    pub fn scanned(text: &str, event: &Slug) -> Result<Self, Refusal> {
        let text = text.trim();
        let Some(rest) = text.get(..MARK.len()).filter(|mark| mark.eq_ignore_ascii_case(MARK)).and_then(|_| text.get(MARK.len()..)) else {
            return Self::parse(text);
        };
        let (of, code) = rest.rsplit_once('-').ok_or(Refusal::Altered)?;
        let code = Self::parse(code).map_err(|_| Refusal::Altered)?;
        if of.eq_ignore_ascii_case(event.as_str()) { Ok(code) } else { Err(Refusal::OtherEvent) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LENGTH).rev().try_for_each(|at| write!(f, "{}", char::from(SIGNS[(self.0 >> (5 * at) & 31) as usize])))
    }
}

impl fmt::Debug for Code {
    /// Not the code: what is logged must not be scanned.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(···)")
    }
}

fn value_of(sign: char) -> Option<u64> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SIGNS.iter().position(|known| char::from(*known) == sign).map(|at| at as u64)
}

/// The check of eleven signs: they are the digits of a number to a base that no power below the 31st makes one (in the field of 32
/// elements, x⁵ + x² + 1). One sign changed, or two neighbours changed about, never leave it as it was.
fn check(data: u64) -> u64 {
    let double = |value: u64| (value << 1) ^ if value & 16 == 0 { 0 } else { 0b10_0101 };
    (0..LENGTH - 1).rev().fold(0, |sum, at| double(sum ^ (data >> (5 * at) & 31)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(n: u64) -> Code {
        Code::of_bits((n.wrapping_mul(0x9e37_79b9_7f4a_7c15)).to_be_bytes())
    }

    #[test]
    fn codes_are_read_as_people_write_them() {
        for n in 0..200 {
            let code = code(n);
            let grouped = code.grouped();
            assert_eq!((grouped.len(), Code::parse(&grouped)), (14, Ok(code)));
            let sloppy = grouped.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
            assert_eq!(Code::parse(&sloppy), Ok(code), "{sloppy}");
        }
        for foreign in ["", "K7QX", "https://example.be/nl/r/abc", "Vandenbroucke", "UUUUUUUUUUUU", "K7QX-2M9P-4RTBX", "é7QX2M9P4RTB"] {
            assert_eq!(Code::parse(foreign), Err(Refusal::Foreign), "{foreign}");
        }
        assert_eq!(format!("{:?}", code(1)), "Code(···)");
    }

    #[test]
    fn every_slip_of_one_sign_or_two_neighbours_is_noticed() {
        for n in 0..40 {
            let plain = code(n).to_string();
            for at in 0..LENGTH {
                for sign in SIGNS.iter().map(|sign| char::from(*sign)).filter(|sign| *sign != char::from(plain.as_bytes()[at])) {
                    let mut bent = plain.clone();
                    bent.replace_range(at..=at, &sign.to_string());
                    assert_eq!(Code::parse(&bent), Err(Refusal::Altered), "{plain} {bent}");
                }
            }
            for at in 1..LENGTH {
                let mut signs: Vec<char> = plain.chars().collect();
                signs.swap(at - 1, at);
                let swapped: String = signs.into_iter().collect();
                assert!(swapped == plain || Code::parse(&swapped) == Err(Refusal::Altered), "{plain} {swapped}");
            }
        }
    }

    #[test]
    fn a_square_says_of_which_event_it_is() {
        let (here, there): (Slug, Slug) = ("qctr-2026-q4".parse().unwrap(), "csi-2027-q1".parse().unwrap());
        let square = code(7).square(&here);
        assert_eq!(square, format!("QD1-QCTR-2026-Q4-{}", code(7)));
        assert_eq!(Code::scanned(&square, &here), Ok(code(7)));
        assert_eq!(Code::scanned(&format!(" {}\n", square.to_lowercase()), &here), Ok(code(7)));
        assert_eq!(Code::scanned(&square, &there), Err(Refusal::OtherEvent));
        assert_eq!(Code::scanned(&code(7).grouped(), &here), Ok(code(7)), "typed");
        for bent in ["QD1-", "QD1-QCTR", &square[..square.len() - 1], &format!("{square}0"), "QD1-é"] {
            assert_eq!(Code::scanned(bent, &here), Err(Refusal::Altered), "{bent}");
        }
        assert_eq!(Code::scanned("https://example.be/menu", &here), Err(Refusal::Foreign));
    }
}
