//! Text that runs down a page and goes on at the next: paragraphs, headings, links. It must not know what they say.

use super::PaperFault;
use super::letters::{Face, plain};
use super::sheet::{About, Colour, Mark, Meaning, PAGE, Part, QUIET_INK, Sheet, Style};

/// Left and right edge of what is written, and its top and bottom, in points.
pub const LEFT: f32 = 62.0;
/// The right edge.
pub const RIGHT: f32 = PAGE.0 - LEFT;
/// The top.
pub const TOP: f32 = 62.0;
/// The bottom; the foot stands below it.
pub const BOTTOM: f32 = PAGE.1 - 78.0;
/// Distance of two base lines, as a part of the size of the letters.
const LEADING: f32 = 1.4;

/// A document that is written from top to bottom.
pub struct Flow {
    /// What was drawn.
    pub sheet: Sheet,
    /// The upper edge of what comes next.
    pub y: f32,
}

impl Default for Flow {
    fn default() -> Self {
        let mut sheet = Sheet::default();
        sheet.page();
        Self { sheet, y: TOP }
    }
}

impl Flow {
    /// Leaves so many points free, unless the page begins here.
    pub fn space(&mut self, points: f32) {
        if self.y > TOP {
            self.y += points;
        }
    }

    /// Goes on at the next page unless so many points are left on this one.
    pub fn keep(&mut self, points: f32) {
        if self.y + points > BOTTOM && self.y > TOP {
            self.sheet.page();
            self.y = TOP;
        }
    }

    /// Writes lines below each other from `x` on.
    pub fn lines(&mut self, x: f32, style: Style, lines: &[String]) -> Vec<Mark> {
        let step = style.size * LEADING;
        let mut marks = Vec::with_capacity(lines.len());
        for (n, line) in lines.iter().enumerate() {
            self.keep(step);
            // A word at the end of a line is still a word for whoever hears or copies it.
            let line = if n + 1 < lines.len() { format!("{line}\u{20}") } else { line.clone() };
            marks.push(self.sheet.line_as_is((x, self.y + style.size), style, &line));
            self.y += step;
        }
        marks
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, style: Style, text: &str) {
        self.paragraph_in(LEFT, RIGHT - LEFT, style, text);
    }

    /// A paragraph from `x` on, so wide.
    pub fn paragraph_in(&mut self, x: f32, width: f32, style: Style, text: &str) {
        let lines = style.face.lines(text, style.size, width);
        let marks = self.lines(x, style, &lines);
        self.sheet.add(Part::new(Meaning::Paragraph).with(marks));
    }

    /// A heading, which readers can jump to.
    pub fn heading(&mut self, level: u16, style: Style, text: &str) {
        let lines = style.face.lines(text, style.size, RIGHT - LEFT);
        self.keep(style.size * LEADING * (lines.len() as f32 + 2.0));
        self.sheet.enter(text, self.y);
        let marks = self.lines(LEFT, style, &lines);
        self.sheet.add(Part::new(Meaning::Heading(level)).with(marks).named(text));
    }

    /// An address that leads there.
    pub fn link(&mut self, x: f32, width: f32, style: Style, to: &str) {
        let lines = style.face.lines(to, style.size, width);
        let step = style.size * LEADING;
        self.keep(step * lines.len() as f32);
        let mut marks = Vec::new();
        for line in &lines {
            marks.push(self.sheet.line((x, self.y + style.size), style, line));
            marks.extend(self.sheet.link((x, self.y), (style.face.width(line, style.size).max(1.0), step), to));
            self.y += step;
        }
        self.sheet.add(Part::new(Meaning::Paragraph).holding(vec![Part::new(Meaning::Link).with(marks)]));
    }

    /// A thin line over the whole width.
    pub fn rule(&mut self, colour: Colour) {
        self.sheet.area((LEFT, self.y), (RIGHT - LEFT, 0.75), colour);
        self.y += 0.75;
    }

    /// Writes the foot of every page: words on the left, the number of the page and of all pages on the right.
    ///
    /// # Errors
    /// When the document breaks a rule of PDF/UA.
    pub fn finish(mut self, words: &[String], of: &About) -> Result<Vec<u8>, PaperFault> {
        let (style, count) = (Style { face: Face::Regular, size: 8.0, colour: QUIET_INK }, self.sheet.pages());
        for page in 0..count {
            for (n, line) in words.iter().enumerate() {
                self.sheet.foot(page, (LEFT, BOTTOM + 30.0 + 11.0 * n as f32), style, line);
            }
            let number = format!("{} / {count}", page + 1);
            let width = style.face.width(&plain(&number), style.size);
            self.sheet.foot(page, (RIGHT - width, BOTTOM + 30.0), style, &number);
        }
        self.sheet.finish(of)
    }
}
