//! A bar chart as data: drawn as inline SVG, always with its table.

use serde::Serialize;

use crate::domain::language::Language;
use crate::i18n::format::number;

/// Width of the longest bar, in the chart's own units.
const LENGTH: u64 = 270;
/// Height of one bar with its label and gap: room for the larger letters of narrow screens.
const PITCH: usize = 52;

/// One bar.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// The figure in words, as in the table.
    pub value: String,
    /// Length of the bar in the chart's units.
    width: u64,
    /// Top of the label.
    label_y: usize,
    /// Top of the bar.
    bar_y: usize,
    /// Where the figure starts.
    value_x: u64,
    /// Its baseline.
    figure_y: usize,
}

/// A horizontal bar chart and the table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Chart {
    /// Prefix of the ids in it; unique on the page.
    pub id: String,
    /// What it shows: title of the chart and caption of the table.
    pub title: String,
    /// Whom it counts, one sentence.
    pub population: String,
    /// Heading of the first column.
    pub of_what: String,
    /// Heading of the column of figures.
    pub how_many: String,
    /// The bars in order.
    pub bars: Vec<Bar>,
    /// Height of the drawing.
    height: usize,
}

impl Chart {
    /// Lays out the bars in proportion to the greatest figure. `None` is a figure that is withheld: `hidden` is shown for it.
    pub fn new(language: Language, id: &str, title: &str, rows: &[(String, Option<u64>)], hidden: &str) -> Self {
        let greatest = rows.iter().filter_map(|(_, n)| *n).max().unwrap_or(0).max(1);
        let bar = |(i, (label, count)): (usize, &(String, Option<u64>))| {
            let width = count.map_or(0, |n| (n * LENGTH).div_ceil(greatest));
            let value = count.map_or_else(|| hidden.to_owned(), |n| number(language, i64::try_from(n).unwrap_or(i64::MAX)));
            Bar { label: label.clone(), value, width, label_y: i * PITCH + 16, bar_y: i * PITCH + 24, value_x: width + 8, figure_y: i * PITCH + 38 }
        };
        let bars: Vec<Bar> = rows.iter().enumerate().map(bar).collect();
        let height = bars.len() * PITCH;
        let text = String::new;
        Self { id: id.into(), title: title.into(), population: text(), of_what: text(), how_many: text(), bars, height }
    }

    /// Says whom it counts and names the columns of the table.
    pub fn explained(mut self, population: &str, of_what: &str, how_many: &str) -> Self {
        (self.population, self.of_what, self.how_many) = (population.into(), of_what.into(), how_many.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        let rows = [("a".to_owned(), Some(1200)), ("b".to_owned(), Some(300)), ("c".to_owned(), None), ("d".to_owned(), Some(0))];
        let chart = Chart::new(Language::De, "x", "t", &rows, "<5");
        let seen: Vec<_> = chart.bars.iter().map(|b| (b.width, b.value.as_str())).collect();
        assert_eq!(seen, [(270, "1.200"), (68, "300"), (0, "<5"), (0, "0")]);
        assert_eq!(Chart::new(Language::De, "x", "t", &[], "").bars.len(), 0);
    }
}
