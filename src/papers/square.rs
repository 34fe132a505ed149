//! A text as a square to scan (QR code), as the dark modules of a grid. It must not know what the text says or where it is drawn.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around a square (ISO/IEC 18004 asks for four).
pub const QUIET: usize = 4;

/// A square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    /// Modules of a side, without the quiet zone.
    pub side: usize,
    /// Runs of dark modules: row, first column, how many.
    pub runs: Vec<(usize, usize, usize)>,
}

impl Square {
    /// The square of a text; `None` when the text is longer than any square holds.
    pub fn of(text: &str) -> Option<Self> {
        let made = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
        let side = made.width();
        let mut runs = Vec::new();
        for (y, row) in made.to_colors().chunks(side).enumerate() {
            let mut at = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] == Color::Dark {
                    runs.push((y, at, run.len()));
                }
                at += run.len();
            }
        }
        Some(Self { side, runs })
    }
}
