//! The letters that papers are set in (Noto Sans: Latin, Greek and Cyrillic with all their marks), how wide they are, and where lines
//! break. What the fonts lack is a box on the paper, and still itself for whoever copies or hears it. Letters are set one after the other,
//! which is right for these scripts and would not be for others.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use super::PaperFault;

/// Stands for what the fonts lack.
const BOX: char = '□';

/// A cut of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// For reading.
    Regular,
    /// For headings and figures.
    Bold,
}

/// A font as it is measured and as it is embedded.
struct Cut {
    bytes: &'static [u8],
    font: Option<Font>,
}

static CUTS: LazyLock<[Cut; 2]> =
    LazyLock::new(|| [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|bytes| Cut { bytes, font: Font::new(bytes.into(), 0) }));

impl Face {
    fn cut(self) -> &'static Cut {
        &CUTS[self as usize]
    }

    /// What is embedded.
    ///
    /// # Errors
    /// When the program was built with a broken font.
    pub fn font(self) -> Result<Font, PaperFault> {
        self.cut().font.clone().ok_or(PaperFault::Font(if self == Self::Bold { "Noto Sans Bold" } else { "Noto Sans" }))
    }

    /// The glyphs of a text that [`plain`] made, advances as parts of the size; each knows which letter it stands for.
    pub fn glyphs(self, text: &str) -> Vec<KrillaGlyph> {
        let Ok(font) = FontRef::new(self.cut().bytes) else { return Vec::new() };
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()));
        let glyph = |(at, c): (usize, char)| {
            // The fonts have no hyphens beside the plain one.
            let drawn = if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
            let id = map.map(drawn).or_else(|| map.map(BOX)).unwrap_or_default();
            let advance = metrics.advance_width(id).unwrap_or(0.5);
            KrillaGlyph::new(GlyphId::new(id.to_u32()), advance, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None)
        };
        text.char_indices().map(glyph).collect()
    }

    /// How wide a text is at this size, in points.
    pub fn width(self, text: &str, size: f32) -> f32 {
        self.glyphs(text).iter().map(|glyph| glyph.x_advance).sum::<f32>() * size
    }

    /// Cuts a text into lines that are no wider than `width` points: between words, and within a word that is longer than a line. Nothing
    /// is left out. There is always one line.
    pub fn lines(self, text: &str, size: f32, width: f32) -> Vec<String> {
        let text = plain(text);
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in word.chars() {
                if !line.is_empty() && self.width(&format!("{line}{c}"), size) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
        lines
    }

    /// The largest of the sizes at which a text takes no more than `most` lines, with those lines; at the smallest as many as it takes.
    pub fn fitting(self, text: &str, sizes: &[f32], width: f32, most: usize) -> (f32, Vec<String>) {
        let smallest = sizes.last().copied().unwrap_or(10.0);
        let fits = sizes.iter().map(|size| (*size, self.lines(text, *size, width))).find(|(_, lines)| lines.len() <= most);
        fits.unwrap_or_else(|| (smallest, self.lines(text, smallest, width)))
    }
}

/// A text as it is set: composed letters, blanks for control characters, and nothing that turns the direction of what stands around it or
/// hides in it.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            c if c.is_control() || (c.is_whitespace() && c != '\u{a0}') => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' => {}
            // Letters that mean nothing outside one house, and no letters at all.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fff0}'..='\u{ffff}' | '\u{fdd0}'..='\u{fdef}' => out.push(BOX),
            c if (c as u32) & 0xfffe == 0xfffe => out.push(BOX),
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}
