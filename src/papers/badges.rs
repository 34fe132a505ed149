//! Badges to print on A4 and cut: ten on a page, each 90 by 54 mm, with marks where to cut. The sector is told by a colour and by its word.

use super::PaperFault;
use super::letters::Face;
use super::sheet::{About, Colour, INK, Mark, Meaning, PAGE, Part, QUIET_INK, Sheet, Style};
use super::square::Square;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::i18n::Catalogue;

const MM: f32 = 72.0 / 25.4;
/// Size of a badge.
const BADGE: (f32, f32) = (90.0 * MM, 54.0 * MM);
const COLUMNS: usize = 2;
const ROWS: usize = 5;
/// The upper left corner of the first badge.
const CORNER: (f32, f32) = ((PAGE.0 - BADGE.0 * COLUMNS as f32) / 2.0, (PAGE.1 - BADGE.1 * ROWS as f32) / 2.0);
/// Width of the colour at the left edge, and the free room inside.
const BAR: f32 = 5.0 * MM;
const INSIDE: f32 = 4.5 * MM;
/// Side of the square to scan, quiet zone included: 20 mm.
const SQUARE: f32 = 20.0 * MM;
/// Length and thickness of a cutting mark.
const MARK: (f32, f32) = (4.0 * MM, 0.4);

/// One badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Sector.
    pub sector: Sector,
    /// The language in which to speak to them, and in which their badge is worded.
    pub language: Language,
    /// The text of the square of their pass.
    pub pass: String,
}

/// All badges of an event.
#[derive(Clone, Debug)]
pub struct Badges<'a> {
    /// What stands above the first.
    pub title: &'a str,
    /// What is said where there are none.
    pub none: &'a str,
    /// The badges, in the order in which they are printed.
    pub badges: &'a [Badge],
    /// The language of title and document.
    pub language: Language,
    /// Who made them.
    pub author: &'a str,
}

/// The file.
///
/// # Errors
/// When the document breaks a rule of PDF/UA.
pub fn file(texts: &Catalogue, of: &Badges<'_>) -> Result<Vec<u8>, PaperFault> {
    let mut sheet = Sheet::default();
    sheet.page();
    heading(&mut sheet, of);
    for (n, some) in of.badges.chunks(COLUMNS * ROWS).enumerate() {
        if n > 0 {
            sheet.page();
        }
        cutting_marks(&mut sheet);
        for (place, badge) in some.iter().enumerate() {
            let at = (CORNER.0 + BADGE.0 * (place % COLUMNS) as f32, CORNER.1 + BADGE.1 * (place / COLUMNS) as f32);
            draw(&mut sheet, texts, at, badge);
        }
    }
    sheet.finish(&About { title: of.title.to_owned(), language: of.language, author: of.author.to_owned() })
}

/// Small and above what is cut, so that whoever prints the pile knows what it is.
fn heading(sheet: &mut Sheet, of: &Badges<'_>) {
    let style = Style::quiet(7.5);
    let lines = style.face.lines(of.title, style.size, BADGE.0 * COLUMNS as f32);
    let top = CORNER.1 - 5.0 * MM - 9.0 * (lines.len().min(3) - 1) as f32;
    let marks = lines.iter().enumerate().map(|(n, line)| sheet.line((CORNER.0, top + 9.0 * n as f32), style, line)).collect();
    sheet.enter(of.title, 0.0);
    sheet.add(Part::new(Meaning::Heading(1)).with(marks).named(of.title));
    if of.badges.is_empty() {
        let mark = sheet.line((CORNER.0, CORNER.1 + 40.0), Style::text(12.0), of.none);
        sheet.add(Part::new(Meaning::Paragraph).with(vec![mark]));
    }
}

fn cutting_marks(sheet: &mut Sheet) {
    let (left, top) = CORNER;
    let (right, bottom) = (PAGE.0 - left, PAGE.1 - top);
    for column in 0..=COLUMNS {
        let x = left + BADGE.0 * column as f32 - MARK.1 / 2.0;
        sheet.area((x, top - MARK.0 - 2.0), (MARK.1, MARK.0), INK);
        sheet.area((x, bottom + 2.0), (MARK.1, MARK.0), INK);
    }
    for row in 0..=ROWS {
        let y = top + BADGE.1 * row as f32 - MARK.1 / 2.0;
        sheet.area((left - MARK.0 - 2.0, y), (MARK.0, MARK.1), INK);
        sheet.area((right + 2.0, y), (MARK.0, MARK.1), INK);
    }
}

fn draw(sheet: &mut Sheet, texts: &Catalogue, (x, y): (f32, f32), of: &Badge) {
    sheet.area((x, y), (BAR, BADGE.1), colour(of.sector));
    let (left, right, bottom) = (x + BAR + INSIDE, x + BADGE.0 - INSIDE, y + BADGE.1 - INSIDE);
    let upper = y + INSIDE;
    let lower = bottom - SQUARE;
    let (name, marks) =
        block(sheet, (left, upper), (right - left, lower - upper), &[23.0, 20.0, 17.0, 14.0, 12.0, 10.0, 8.0, 6.5, 5.0], Face::Bold, &of.name);
    let mut parts = vec![Part::new(Meaning::Paragraph).with(marks)];
    // Beside the square, below the name; a short name leaves it more room.
    let (beside, from) = (right - SQUARE - 6.0 - left, (name + 5.0).max(lower - 24.0));
    let (_, marks) =
        block(sheet, (left, from), (beside, bottom - 24.0 - from), &[12.0, 11.0, 10.0, 9.0, 8.0, 6.5, 5.0], Face::Regular, &of.organisation);
    parts.push(Part::new(Meaning::Paragraph).with(marks));
    let sector = texts.sector(of.language, of.sector);
    let (bold, quiet) = (Style { colour: colour(of.sector), ..Style::bold(10.0) }, Style { colour: QUIET_INK, ..Style::bold(9.0) });
    parts.push(Part::new(Meaning::Paragraph).with(vec![sheet.line((left, bottom - 12.0), bold, &sector)]));
    parts.push(Part::new(Meaning::Paragraph).with(vec![sheet.line((left, bottom - 1.0), quiet, &of.language.code().to_uppercase())]));
    if let Some(square) = Square::of(&of.pass) {
        let mark = sheet.square((x + BADGE.0 - SQUARE - 4.0, y + BADGE.1 - SQUARE - 4.0), SQUARE, &square);
        parts.push(Part::new(Meaning::Figure(texts.t(of.language, "badge-square", &[]))).with(vec![mark]));
    }
    sheet.add(Part::new(Meaning::Group).holding(parts));
}

/// Words in an area: the largest size at which they fit, at the smallest as many lines as they need. Answers their lower edge.
fn block(sheet: &mut Sheet, (x, y): (f32, f32), (width, height): (f32, f32), sizes: &[f32], face: Face, words: &str) -> (f32, Vec<Mark>) {
    let step = |size: f32| size * 1.2;
    let set = |size: f32| (size, face.lines(words, size, width));
    let smallest = sizes.last().copied().unwrap_or(8.0);
    // Broken inside a word only where even the smallest letters are too large for it.
    let whole = |size: f32| words.split_whitespace().all(|word| face.width(&super::letters::plain(word), size) <= width);
    let fits = |(size, lines): &(f32, Vec<String>)| lines.len() as f32 * step(*size) <= height && (whole(*size) || *size <= 8.0);
    let (size, lines) = sizes.iter().map(|size| set(*size)).find(fits).unwrap_or_else(|| set(smallest));
    let style = Style { face, size, colour: INK };
    let marks = lines.iter().enumerate().map(|(n, line)| sheet.line((x, y + size + step(size) * n as f32), style, line)).collect();
    (y + step(size) * lines.len() as f32, marks)
}

/// Four and a half to one on white at least: the word is written in it, too.
const fn colour(of: Sector) -> Colour {
    match of {
        Sector::Private => [0x0b, 0x53, 0x94],
        Sector::Academic => [0x7a, 0x1f, 0x8c],
        Sector::Public => [0x1b, 0x6e, 0x3a],
    }
}
