//! A text as a square to scan (QR code), drawn by the page itself: nothing is loaded. It must not know what the text says.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// Light modules around the square (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A square of dark and light modules.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Square {
    /// The dark modules as the path of a drawing, one unit each.
    pub path: String,
    /// Width and height, in modules.
    pub size: String,
}

impl Square {
    /// The square of a text; `None` when the text is longer than any square holds.
    pub fn of(text: &str) -> Option<Self> {
        let made = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
        let width = made.width();
        let colours = made.to_colors();
        let mut path = String::new();
        for (y, row) in colours.chunks(width).enumerate() {
            // Neighbours in a row are drawn in one stroke: half the bytes.
            let mut at = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] == Color::Dark {
                    let n = run.len();
                    path.push_str(&format!("M{} {}h{n}v1h-{n}z", at + QUIET, y + QUIET));
                }
                at += run.len();
            }
        }
        Some(Self { path, size: (width + 2 * QUIET).to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_is_a_small_square() {
        let square = Square::of("QD1-QCTR-2026-Q4-K7QX2M9P4RTB").unwrap();
        assert_eq!(square.size, (25 + 2 * QUIET).to_string(), "version 2: upper case is worth it");
        assert!(square.path.starts_with("M4 4h7v1h-7z"), "{}", square.path);
        assert!(square.path.len() < 4000, "{}", square.path.len());
        assert!(Square::of(&"x".repeat(5000)).is_none());
    }
}
