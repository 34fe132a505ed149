//! Small multiples as data: panels of columns or of a line over quarters, drawn as inline SVG to one scale, with their table. What has no
//! figure is a gap with a dash, never a nought; every scale begins at nought. Must not know what the figures mean.

use serde::Serialize;

use super::staff::FiguresRow;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::i18n::format::number;

/// Width of a panel, in units that are about a pixel at least.
const WIDTH: usize = 240;
/// Where columns stand.
const BASE: usize = 108;
/// Height of the longest column.
const TALL: u64 = 88;
/// Width of a figure's sign.
const SIGN: usize = 7;

/// The quarters beside each other, and which of them are closed.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    /// The quarters in order.
    pub quarters: Vec<Edition>,
    /// Whether each is closed.
    pub closed: Vec<bool>,
}

/// One row of figures: a value a quarter, `None` where there is none.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is.
    pub label: String,
    /// Its values.
    pub values: Vec<Option<u64>>,
}

/// A stroke or an area of a drawing.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// Its class.
    class: String,
    d: String,
}

/// Words at a place.
#[derive(Clone, Debug, Serialize)]
pub struct Sign {
    x: usize,
    y: u64,
    text: String,
}

/// A panel.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Panel {
    /// Prefix of the ids in it; unique on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What it says, in words.
    pub finding: String,
    paths: Vec<Path>,
    figures: Vec<Sign>,
    years: Vec<Sign>,
    /// Quarters of their years, a digit each, and where each stands.
    digits: String,
    digits_x: String,
    /// A mark under each closed quarter.
    marks: String,
    marks_x: String,
    /// A dash for each quarter without a figure.
    gaps: String,
    gaps_x: String,
}

/// What a colour stands for.
#[derive(Clone, Debug, Serialize)]
pub struct Key {
    /// Its number.
    pub n: usize,
    /// In words.
    pub label: String,
}

/// Panels to one scale, with what they mean and their table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Multiples {
    /// Its place on the page.
    pub id: String,
    /// Title.
    pub title: String,
    /// What its figures mean.
    pub what: String,
    /// What its colours stand for; empty where there is one.
    pub keys: Vec<Key>,
    /// The panels.
    pub panels: Vec<Panel>,
    /// What the rows of the table are.
    pub of: Vec<String>,
    /// Headings: the quarters.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<FiguresRow>,
}

/// How panels are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// The quarters.
    pub axis: &'a Axis,
    /// What the tallest column or the highest point stands for.
    pub top: u64,
    /// How figures are written.
    pub language: Language,
}

/// The greatest sum of a quarter in one of these panels; at least one, so that there is a scale.
pub fn top(panels: &[Vec<Series>]) -> u64 {
    panels.iter().flat_map(|series| totals(series)).flatten().max().unwrap_or(0).max(1)
}

fn totals(series: &[Series]) -> Vec<Option<u64>> {
    let quarters = series.iter().map(|each| each.values.len()).max().unwrap_or(0);
    let total = |quarter: usize| {
        let known: Vec<u64> = series.iter().filter_map(|each| each.values.get(quarter).copied().flatten()).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    };
    (0..quarters).map(total).collect()
}

impl Drawing<'_> {
    /// Columns, one series on top of the other.
    pub fn columns(self, id: impl Into<String>, title: impl Into<String>, finding: impl Into<String>, series: &[Series]) -> Panel {
        let mut below = vec![0_u64; self.axis.quarters.len()];
        let width = self.step() * 7 / 10;
        let mut paths = Vec::new();
        for (n, each) in series.iter().enumerate() {
            let mut d = String::new();
            for (place, (value, below)) in each.values.iter().zip(below.iter_mut()).enumerate() {
                let Some(value) = value.filter(|value| *value > 0) else { continue };
                let (from, to) = (self.height(*below), self.height(*below + value).max(1));
                *below += value;
                if to > from {
                    d.push_str(&format!("M{} {}h{width}v{}h-{width}z", self.middle(place) - width / 2, BASE as u64 - to, to - from));
                }
            }
            if !d.is_empty() {
                paths.push(Path { class: format!("c{}", n + 1), d });
            }
        }
        let totals = totals(series);
        let said: Vec<_> = totals.iter().map(|total| total.map(|n| number(self.language, i64::try_from(n).unwrap_or(i64::MAX)))).collect();
        Panel { id: id.into(), title: title.into(), finding: finding.into(), paths, figures: self.signs(&totals, &said), ..self.feet(&totals) }
    }

    /// A line, broken where there is no value. `said` is how each value is written.
    pub fn line(self, id: impl Into<String>, title: impl Into<String>, finding: impl Into<String>, values: &[Option<u64>], said: &[String]) -> Panel {
        let (mut line, mut points, mut is_drawing) = (String::new(), String::new(), false);
        for (place, value) in values.iter().enumerate() {
            let Some(value) = value else {
                is_drawing = false;
                continue;
            };
            let (x, y) = (self.middle(place), BASE as u64 - self.height(*value));
            line.push_str(&format!("{}{x} {y}", if is_drawing { 'L' } else { 'M' }));
            points.push_str(&format!("M{x} {y}h0"));
            is_drawing = true;
        }
        let paths = [("l", line), ("l o", points)].map(|(class, d)| Path { class: class.into(), d }).into();
        let said: Vec<_> = values.iter().zip(said).map(|(value, said)| value.map(|_| said.clone())).collect();
        Panel { id: id.into(), title: title.into(), finding: finding.into(), paths, figures: self.signs(values, &said), ..self.feet(values) }
    }

    fn step(self) -> usize {
        WIDTH / self.axis.quarters.len().max(1)
    }

    fn middle(self, place: usize) -> usize {
        place * self.step() + self.step() / 2
    }

    fn height(self, value: u64) -> u64 {
        (value * TALL * 2 + self.top) / (2 * self.top.max(1))
    }

    /// The figures over the columns: all where there is room, else the greatest and the last.
    fn signs(self, values: &[Option<u64>], said: &[Option<String>]) -> Vec<Sign> {
        let has_room = said.iter().flatten().all(|text| text.chars().count() * SIGN < self.step());
        let last = values.iter().rposition(Option::is_some);
        let greatest = values.iter().flatten().max().copied();
        let first_greatest = values.iter().position(|value| value.is_some() && *value == greatest);
        let is_said = |place: usize| {
            has_room || Some(place) == last || (Some(place) == first_greatest && last.is_some_and(|last| last.abs_diff(place) * self.step() > 45))
        };
        let sign = |(place, (value, text)): (usize, (&Option<u64>, &Option<String>))| {
            let (value, text) = value.zip(text.clone()).filter(|_| is_said(place))?;
            Some(Sign { x: self.middle(place), y: BASE as u64 - self.height(value).max(u64::from(value > 0)) - 6, text })
        };
        values.iter().zip(said).enumerate().filter_map(sign).collect()
    }

    /// What stands under the columns: quarters, years, marks, gaps.
    fn feet(self, values: &[Option<u64>]) -> Panel {
        let at = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
            (0..self.axis.quarters.len()).filter(|place| wanted(*place)).map(|place| self.middle(place).to_string()).collect()
        };
        let marks = at(&|place| self.axis.closed.get(place).copied().unwrap_or(false));
        let gaps = at(&|place| values.get(place).copied().flatten().is_none());
        let begins = |place: usize| place == 0 || self.axis.quarters.get(place).is_some_and(|edition| edition.quarter() == 1);
        let year = |(place, edition): (usize, &Edition)| Sign { x: self.middle(place), y: 144, text: edition.year().to_string() };
        let years = self.axis.quarters.iter().enumerate().filter(|(place, _)| begins(*place)).map(year).collect::<Vec<_>>();
        // A first year of one quarter has no room beside the next.
        let crowded = years.windows(2).any(|pair| pair[1].x - pair[0].x < 4 * SIGN + 4);
        Panel {
            years: years.into_iter().skip(usize::from(crowded)).collect(),
            digits: self.axis.quarters.iter().map(|edition| edition.quarter().to_string()).collect(),
            digits_x: at(&|_| true).join(" "),
            marks: "▪".repeat(marks.len()),
            marks_x: marks.join(" "),
            gaps: "–".repeat(gaps.len()),
            gaps_x: gaps.join(" "),
            ..Panel::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(n: usize) -> Axis {
        let first: Edition = "2025-Q3".parse().unwrap();
        let quarters: Vec<Edition> = std::iter::successors(Some(first), |e| Some(e.next())).take(n).collect();
        Axis { closed: vec![true; n / 2].into_iter().chain(vec![false; n - n / 2]).collect(), quarters }
    }

    fn series(values: &[Option<u64>]) -> Series {
        Series { label: "a".into(), values: values.to_vec() }
    }

    #[test]
    fn columns_stand_on_each_other_to_one_scale_and_gaps_stay_gaps() {
        let axis = axis(4);
        let panels = vec![vec![series(&[Some(10), None, Some(0), Some(30)]), series(&[Some(10), None, Some(0), Some(10)])]];
        assert_eq!(top(&panels), 40);
        let drawing = Drawing { axis: &axis, top: 40, language: Language::En };
        let panel = drawing.columns("x", "t", "f", &panels[0]);
        // 22 of 88 for ten of forty; the second on top of the first.
        let drawn: Vec<&str> = panel.paths.iter().map(|path| path.d.as_str()).collect();
        assert_eq!(drawn, ["M9 86h42v22h-42zM189 42h42v66h-42z", "M9 64h42v22h-42zM189 20h42v22h-42z"]);
        let said: Vec<(usize, &str)> = panel.figures.iter().map(|sign| (sign.x, sign.text.as_str())).collect();
        assert_eq!(said, [(30, "20"), (150, "0"), (210, "40")], "a nought is said, a gap is not");
        assert_eq!((panel.gaps.as_str(), panel.gaps_x.as_str()), ("–", "90"));
        assert_eq!((panel.digits.as_str(), panel.marks_x.as_str()), ("3412", "30 90"));
        assert_eq!(panel.years.iter().map(|year| year.text.as_str()).collect::<Vec<_>>(), ["2025", "2026"]);
    }

    #[test]
    fn a_line_is_broken_where_there_is_no_value() {
        let axis = axis(4);
        let drawing = Drawing { axis: &axis, top: 200, language: Language::En };
        let said = ["10 %", "", "20 %", "0 %"].map(String::from);
        let panel = drawing.line("x", "t", "f", &[Some(100), None, Some(200), Some(0)], &said);
        assert_eq!(panel.paths[0].d, "M30 64M150 20L210 108");
        assert_eq!(panel.paths[1].d, "M30 64h0M150 20h0M210 108h0");
        assert_eq!(panel.figures.iter().map(|sign| sign.text.as_str()).collect::<Vec<_>>(), ["10 %", "20 %", "0 %"]);
    }

    #[test]
    fn a_scale_is_there_when_nothing_is() {
        assert_eq!(top(&[vec![series(&[Some(0), None])]]), 1);
        let axis = Axis::default();
        let panel = Drawing { axis: &axis, top: 1, language: Language::En }.columns("x", "t", "f", &[]);
        assert!(panel.paths.is_empty() && panel.digits.is_empty());
    }
}
