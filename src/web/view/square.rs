//! A text as a square to scan (QR code), drawn by the page itself: nothing is loaded. It must not know what the text says.

use serde::Serialize;

use crate::papers::square::{self, QUIET};

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
        let made = square::Square::of(text)?;
        let run = |(y, x, n): &(usize, usize, usize)| format!("M{} {}h{n}v1h-{n}z", x + QUIET, y + QUIET);
        Some(Self { path: made.runs.iter().map(run).collect(), size: (made.side + 2 * QUIET).to_string() })
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
