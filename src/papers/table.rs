//! A table in running text: what rows are about on the left, figures on the right, headings again at the top of every page it goes on to.
//! It must not know what it shows.

use super::flow::{Flow, LEFT, RIGHT};
use super::letters::Face;
use super::sheet::{LINE, Mark, Meaning, Part, QUIET_INK, Style};

const SIZE: f32 = 8.5;
const STEP: f32 = SIZE * 1.4;
/// Free room beside a cell, and above and below it.
const BESIDE: f32 = 10.0;
const ABOVE: f32 = 3.0;
/// What the rows are about has at least this part of the width.
const FIRST: f32 = 0.2;

/// A table in words.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// What it shows, for whoever hears it.
    pub what: &'a str,
    /// Headings of its columns; the first is that of what the rows are about.
    pub head: &'a [String],
    /// Its rows, as many cells each.
    pub rows: &'a [Vec<String>],
}

impl Flow {
    /// Writes a table.
    pub fn table(&mut self, of: Table<'_>) {
        let widths = widths(&of);
        let (bold, text) = (Style { colour: QUIET_INK, ..Style::bold(SIZE) }, Style::text(SIZE));
        let mut rows = vec![Part::new(Meaning::Row).holding(cells(self.row(&widths, of.head, bold), true))];
        for row in of.rows {
            let page = self.sheet.pages();
            self.keep(height(&widths, row, Face::Regular));
            if self.sheet.pages() > page {
                self.repeat(&widths, of.head, bold);
            }
            rows.push(Part::new(Meaning::Row).holding(cells(self.row(&widths, row, text), false)));
        }
        self.sheet.add(Part::new(Meaning::Table(of.what.to_owned())).holding(rows));
    }

    /// Draws a row, and a thin line below it.
    fn row(&mut self, widths: &[f32], row: &[String], style: Style) -> Vec<Vec<Mark>> {
        let height = height(widths, row, style.face);
        self.keep(height);
        let mut marks = Vec::with_capacity(row.len());
        for (x, y, column, line) in placed(widths, row, style.face, self.y) {
            let mark = self.sheet.line_as_is((x, y + SIZE), style, &line);
            marks.resize_with(marks.len().max(column + 1), Vec::new);
            marks[column].push(mark);
        }
        self.y += height;
        self.sheet.area((LEFT, self.y - 0.5), (RIGHT - LEFT, 0.5), LINE);
        marks
    }

    /// Draws the headings once more, for the eye only.
    fn repeat(&mut self, widths: &[f32], head: &[String], style: Style) {
        let page = self.sheet.pages().saturating_sub(1);
        for (x, y, _, line) in placed(widths, head, style.face, self.y) {
            self.sheet.foot(page, (x, y + SIZE), style, &line);
        }
        self.y += height(widths, head, style.face);
        self.sheet.area((LEFT, self.y - 0.5), (RIGHT - LEFT, 0.5), LINE);
    }
}

fn cells(marks: Vec<Vec<Mark>>, is_head: bool) -> Vec<Part> {
    let cell = |(n, marks): (usize, Vec<Mark>)| {
        let meaning = match (is_head, n) {
            (true, _) => Meaning::ColumnHead,
            (false, 0) => Meaning::RowHead,
            (false, _) => Meaning::Cell,
        };
        Part::new(meaning).with(marks)
    };
    marks.into_iter().enumerate().map(cell).collect()
}

fn height(widths: &[f32], row: &[String], face: Face) -> f32 {
    let lines = row.iter().zip(widths).map(|(cell, width)| face.lines(cell, SIZE, width - BESIDE).len()).max().unwrap_or(1);
    lines as f32 * STEP + 2.0 * ABOVE
}

/// Every line of a row: where it begins, its upper edge, its column, what it says.
fn placed(widths: &[f32], row: &[String], face: Face, top: f32) -> Vec<(f32, f32, usize, String)> {
    let mut placed = Vec::new();
    let mut left = LEFT;
    for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
        for (n, line) in face.lines(cell, SIZE, width - BESIDE).into_iter().enumerate() {
            let x = if column == 0 { left } else { left + width - face.width(&line, SIZE) };
            placed.push((x, top + ABOVE + n as f32 * STEP, column, line));
        }
        left += width;
    }
    placed
}

/// The widths of the columns: figures take what they need on one line, or where that is too much their longest word; what the rows are
/// about takes the rest. Only where words of headings are too long for the page are they broken.
fn widths(of: &Table<'_>) -> Vec<f32> {
    let whole = RIGHT - LEFT;
    let word = |face: Face, text: &String| text.split(' ').map(|word| face.width(word, SIZE)).fold(0.0, f32::max);
    let cells = |column: usize| of.rows.iter().filter_map(move |row| row.get(column));
    let columns = 1..of.head.len().max(1);
    let head = |column: usize| of.head.get(column).map_or(0.0, |text| word(Face::Bold, text));
    let least: Vec<f32> = columns.clone().map(|n| cells(n).map(|cell| word(Face::Regular, cell)).fold(head(n), f32::max) + BESIDE + 1.0).collect();
    let wished: Vec<f32> = columns.map(|n| cells(n).map(|cell| Face::Regular.width(cell, SIZE)).fold(head(n), f32::max) + BESIDE + 1.0).collect();
    let (room, least_sum, wished_sum): (f32, f32, f32) = (whole * (1.0 - FIRST), least.iter().sum(), wished.iter().sum());
    let others: Vec<f32> = match () {
        () if wished_sum <= room => wished,
        () if least_sum <= room => {
            let share = (room - least_sum) / (wished_sum - least_sum);
            least.iter().zip(&wished).map(|(least, wished)| least + (wished - least) * share).collect()
        }
        () => least.iter().map(|width| width * room / least_sum).collect(),
    };
    std::iter::once(whole - others.iter().sum::<f32>()).chain(others).collect()
}
