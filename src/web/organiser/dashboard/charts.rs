//! The charts of the dashboard: which figures stand in which panel, with their words. No figure is counted here.

use crate::app::dashboard::PlatformQuarters;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::i18n::format;
use crate::stats::dashboard::{COVERAGE, Came, Figures, Part};
use crate::stats::quarter::words::Words;
use crate::stats::quarter::{Cell, Measure, Statistic};
use crate::web::extract::staff::Staff;
use crate::web::view::multiples::{Axis, Drawing, Key, Multiples, Panel, Series, top};
use crate::web::view::staff::FiguresRow;

/// The rows of lead time in a report, from the day itself on.
const LEAD: [&str; 5] = ["lead_same_day", "lead_week", "lead_two_weeks", "lead_month", "lead_longer"];
/// The mark of a closed quarter.
const CLOSED: &str = "▪";
/// What stands where there is no figure.
const NOTHING: &str = "–";

/// What charts are made of.
pub struct Charts<'a> {
    staff: &'a Staff,
    words: Words<'a>,
    axis: Axis,
    /// All platforms together, quarter by quarter.
    all: Vec<Figures>,
    /// Each platform by itself.
    each: Vec<(String, Vec<Figures>)>,
    /// The one sector that is asked for.
    sector: Option<Sector>,
    /// The median of lead time, quarter by quarter, where one platform alone is shown.
    medians: Option<Vec<Cell>>,
}

/// A panel before it is drawn.
struct Plan {
    title: String,
    series: Vec<Series>,
    /// Which quarters are closed, where it is not about all platforms together.
    closed: Option<Vec<bool>>,
}

/// A series as it is said: its name, its values, and how each is written.
type Told = (String, Vec<Option<u64>>, Vec<String>);

impl<'a> Charts<'a> {
    /// Out of quarters as they were read.
    pub fn of(staff: &'a Staff, read: &[PlatformQuarters], sector: Option<Sector>) -> Self {
        let figures = |of: &PlatformQuarters| of.quarters.iter().map(|quarter| Figures::of(quarter, sector)).collect::<Vec<_>>();
        let each: Vec<_> = read.iter().map(|of| (of.platform.name.get_or_any(staff.language).to_owned(), figures(of))).collect();
        let quarters: Vec<_> = read.first().map(|of| of.quarters.iter().map(|quarter| quarter.edition).collect()).unwrap_or_default();
        let all: Vec<Figures> =
            (0..quarters.len()).map(|place| Figures::together(each.iter().filter_map(|(_, figures)| figures.get(place)))).collect();
        let axis = Axis { closed: all.iter().map(|figures| figures.is_closed).collect(), quarters };
        let median = |of: &PlatformQuarters| {
            let cell = |table: &crate::stats::quarter::Table| table.rows.first().and_then(|row| row.cells.first().cloned());
            of.quarters.iter().map(|quarter| quarter.frozen.report.table(Statistic::Lead).and_then(cell).unwrap_or(Cell::Nothing)).collect()
        };
        let medians = if let [only] = read { Some(median(only)) } else { None };
        Self { words: Words { texts: staff.state.texts(), language: staff.language }, staff, axis, all, each, sector, medians }
    }

    /// The charts of a part; those with nothing to show are left out.
    pub fn of_part(&self, part: Part) -> Vec<Multiples> {
        let charts = match part {
            Part::Overview => vec![self.attended(), self.funnel()],
            Part::People => vec![self.people(), self.organisations(), self.lead()],
            Part::Ways => vec![self.modes(), self.languages(), self.coverage()],
        };
        charts.into_iter().flatten().collect()
    }

    fn attended(&self) -> Option<Multiples> {
        let sectors = |figures: &[Figures]| {
            let series = |(n, sector): (usize, &Sector)| {
                self.series(self.words.texts.word(self.words.language, "sector", sector.code()), figures, |f| held(f, f.sectors[n]))
            };
            Sector::ALL.iter().enumerate().map(series).collect::<Vec<_>>()
        };
        let met = self.each.iter().filter(|(_, figures)| figures.iter().any(|figures| figures.held > 0));
        let closed = |figures: &[Figures]| Some(figures.iter().map(|figures| figures.is_closed).collect());
        let plans: Vec<Plan> = met.map(|(name, figures)| Plan { title: name.clone(), series: sectors(figures), closed: closed(figures) }).collect();
        let keys = Sector::ALL.iter().map(|sector| self.staff.word("sector", sector.code())).collect();
        let of_platform = |plan: &Plan| plan.series.iter().map(|each| self.row_of(plan, each)).collect::<Vec<_>>();
        let rows = plans.iter().flat_map(of_platform).collect();
        let mut chart = self.columns(Statistic::BySector, plans, keys)?;
        chart.rows = rows;
        chart.title = self.staff.t("staff-chart-sectors");
        // Each platform closes its own quarters: the mark stands at the figure.
        chart.columns = self.axis.quarters.iter().map(|edition| format::quarter(*edition)).collect();
        chart.of = vec![self.staff.t("staff-platform"), self.words.of_what(Statistic::BySector)];
        Some(chart)
    }

    fn funnel(&self) -> Option<Multiples> {
        let plans = vec![
            self.alone(self.words.measure(Measure::Invited), |f| any(f, f.invited)),
            self.alone(self.words.measure(Measure::Registered), |f| any(f, f.sum.counts.registered)),
            self.alone(self.words.measure(Measure::Confirmed), |f| any(f, f.sum.counts.confirmed)),
            self.alone(self.words.measure(Measure::Attended), |f| held(f, f.sum.counts.attended)),
        ];
        let mut chart = self.columns(Statistic::Funnel, plans, Vec::new())?;
        chart.of = vec![self.words.measure(Measure::Count)];
        self.no_show(&mut chart);
        Some(chart)
    }

    /// Adds the share that did not come: a line of its own scale.
    fn no_show(&self, chart: &mut Multiples) {
        let shares: Vec<Cell> = self.all.iter().map(Figures::no_show).map(|(part, whole)| Cell::Share { part, whole }).collect();
        let values: Vec<Option<u64>> = shares.iter().map(Cell::thousandths).collect();
        let said: Vec<String> = shares.iter().map(|cell| self.words.cell(cell)).collect();
        let (id, title) = (format!("{}-no-show", chart.id), self.words.measure(Measure::NoShowRate));
        let top = values.iter().flatten().max().copied().unwrap_or(0).max(1).next_multiple_of(100);
        let drawing = Drawing { axis: &self.axis, top, language: self.words.language };
        let finding = self.finding(&[(title.clone(), values.clone(), said.clone())]);
        chart.panels.push(drawing.line(id, title.clone(), finding, &values, &said));
        let share = |(cell, said): (&Cell, &String)| match cell {
            Cell::Share { part, whole } if *whole > 0 => {
                let args = [("share", said.as_str().into()), ("part", self.number(*part).into()), ("whole", self.number(*whole).into())];
                self.staff.t_with("staff-dash-share", &args)
            }
            _ => NOTHING.into(),
        };
        chart.rows.push(FiguresRow { of: vec![title], figures: shares.iter().zip(&said).map(share).collect() });
    }

    fn people(&self) -> Option<Multiples> {
        let is_bound = self.all.iter().any(|figures| figures.people.is_bound);
        let keys = if is_bound { ["first_timers_at_most", "returning_at_least"] } else { ["first_timers", "returning"] };
        self.came(Statistic::People, "people", keys, |figures| figures.people)
    }

    fn organisations(&self) -> Option<Multiples> {
        self.came(Statistic::Organisations, "organisations", ["new_organisations", "returning_organisations"], |figures| figures.organisations)
    }

    /// Who came, each once: in all, and by whether they came before.
    fn came(&self, statistic: Statistic, all: &str, keys: [&str; 2], of: impl Fn(&Figures) -> Came) -> Option<Multiples> {
        let labels = keys.map(|code| self.staff.word("quarter-row", code));
        let series = vec![
            self.series(labels[0].clone(), &self.all, |figures| held(figures, of(figures).first)),
            self.series(labels[1].clone(), &self.all, |figures| held(figures, of(figures).again)),
        ];
        let mut chart = self.columns(statistic, vec![Plan { title: self.staff.word("quarter-row", all), series, closed: None }], labels.into())?;
        let total = self.series(self.staff.word("quarter-row", all), &self.all, |figures| held(figures, of(figures).first + of(figures).again));
        chart.rows.insert(0, self.row(&[], &total));
        Some(chart)
    }

    fn lead(&self) -> Option<Multiples> {
        let plan = |(n, code): (usize, &str)| self.alone(self.staff.word("quarter-row", code), |figures| any(figures, figures.lead[n]));
        let plans = LEAD.iter().enumerate().map(|(n, code)| plan((n, code))).collect();
        let mut chart = self.columns(Statistic::Lead, plans, Vec::new())?;
        if let Some(medians) = &self.medians {
            let said = |cell: &Cell| Some(self.words.cell(cell)).filter(|said| !said.is_empty()).unwrap_or_else(|| NOTHING.into());
            chart.rows.push(FiguresRow { of: vec![self.staff.word("quarter-row", "lead_median")], figures: medians.iter().map(said).collect() });
        }
        Some(chart)
    }

    fn modes(&self) -> Option<Multiples> {
        let plan = |(n, mode): (usize, &Mode)| self.alone(self.staff.word("mode", mode.code()), |figures| held(figures, figures.modes[n]));
        self.columns(Statistic::ByMode, Mode::ALL.iter().enumerate().map(plan).collect(), Vec::new())
    }

    fn languages(&self) -> Option<Multiples> {
        let plan = |(n, of): (usize, &Language)| self.alone(self.staff.word("language", of.code()), |figures| held(figures, figures.languages[n]));
        self.columns(Statistic::ByLanguage, Language::ALL.iter().enumerate().map(plan).collect(), Vec::new())
    }

    fn coverage(&self) -> Option<Multiples> {
        if self.sector.is_some() {
            return None;
        }
        let has = |function: &&Function| self.all.iter().any(|figures| figures.coverage.contains_key(*function));
        let value = |function: Function, n: usize| move |figures: &Figures| figures.coverage.get(&function).map(|row| row[n]);
        let functions: Vec<Function> = Function::ALL.iter().filter(has).copied().collect();
        let name = |function: Function| self.staff.word("function", function.code());
        let series = |function: Function, n: usize| self.series(self.words.measure(COVERAGE[n]), &self.all, value(function, n));
        // Held, deputy only, vacant: together all organisations that have the function.
        let plan = |function: &Function| Plan { title: name(*function), series: (1..4).map(|n| series(*function, n)).collect(), closed: None };
        let keys = (1..4).map(|n| self.words.measure(COVERAGE[n])).collect();
        let mut chart = self.columns(Statistic::Coverage, functions.iter().map(plan).collect(), keys)?;
        let rows = |function: &Function| (0..COVERAGE.len()).map(|n| self.row(&[name(*function)], &series(*function, n))).collect::<Vec<_>>();
        chart.rows = functions.iter().flat_map(rows).collect();
        chart.of = vec![self.words.of_what(Statistic::Coverage), self.words.measure(Measure::Count)];
        Some(chart)
    }

    /// A panel of one series.
    fn alone(&self, title: String, value: impl Fn(&Figures) -> Option<u64>) -> Plan {
        Plan { series: vec![self.series(title.clone(), &self.all, value)], title, closed: None }
    }

    fn series(&self, label: String, figures: &[Figures], value: impl Fn(&Figures) -> Option<u64>) -> Series {
        Series { label, values: figures.iter().map(value).collect() }
    }

    /// Panels to one scale with their table, a row for each series. `None` when there is no figure at all.
    fn columns(&self, statistic: Statistic, plans: Vec<Plan>, keys: Vec<String>) -> Option<Multiples> {
        let panels: Vec<Vec<Series>> = plans.iter().map(|plan| plan.series.clone()).collect();
        panels.iter().flatten().flat_map(|series| &series.values).find(|value| value.is_some())?;
        let (top, id) = (top(&panels), statistic.code());
        let draw = |(n, plan): (usize, &Plan)| -> Panel {
            let quarters = self.axis.quarters.clone();
            let axis = Axis { quarters, closed: plan.closed.clone().unwrap_or_else(|| self.axis.closed.clone()) };
            let drawing = Drawing { axis: &axis, top, language: self.words.language };
            let said: Vec<_> = plan.series.iter().map(|each| (each.label.clone(), each.values.clone(), self.said(&each.values))).collect();
            drawing.columns(format!("{id}-{n}"), plan.title.clone(), self.finding(&said), &plan.series)
        };
        let mark = |closed: bool| if closed { format!(" {CLOSED}") } else { String::new() };
        Some(Multiples {
            id: id.into(),
            title: self.words.table(statistic),
            what: self.words.definition(statistic),
            keys: keys.into_iter().enumerate().map(|(n, label)| Key { n: n + 1, label }).collect(),
            panels: plans.iter().enumerate().map(draw).collect(),
            of: vec![self.words.of_what(statistic)],
            columns: self
                .axis
                .quarters
                .iter()
                .zip(&self.axis.closed)
                .map(|(e, closed)| format!("{}{}", format::quarter(*e), mark(*closed)))
                .collect(),
            rows: plans.iter().flat_map(|plan| plan.series.iter().map(|each| self.row(&[], each))).collect(),
        })
    }

    fn row(&self, before: &[String], series: &Series) -> FiguresRow {
        FiguresRow { of: before.iter().cloned().chain([series.label.clone()]).collect(), figures: self.said(&series.values) }
    }

    /// The row of a platform, with the mark at the figures of its closed quarters.
    fn row_of(&self, plan: &Plan, series: &Series) -> FiguresRow {
        let mut row = self.row(std::slice::from_ref(&plan.title), series);
        for (figure, _) in row.figures.iter_mut().zip(plan.closed.iter().flatten()).filter(|(_, closed)| **closed) {
            figure.push(' ');
            figure.push_str(CLOSED);
        }
        row
    }

    fn said(&self, values: &[Option<u64>]) -> Vec<String> {
        values.iter().map(|value| value.map_or_else(|| NOTHING.into(), |n| self.number(n))).collect()
    }

    fn number(&self, n: u64) -> String {
        format::number(self.words.language, i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// What a panel says, in words: each series from its first figure to its last.
    fn finding(&self, series: &[Told]) -> String {
        let known = |values: &[Option<u64>]| Some((values.iter().position(Option::is_some)?, values.iter().rposition(Option::is_some)?));
        let spans: Vec<_> = series.iter().filter_map(|(label, values, said)| Some((label, known(values)?, said))).collect();
        let (Some(from), Some(to)) = (spans.iter().map(|(_, (from, _), _)| *from).min(), spans.iter().map(|(_, (_, to), _)| *to).max()) else {
            return self.staff.t("quarter-empty");
        };
        let [first, last] = [from, to].map(|place| self.axis.quarters.get(place).map(|edition| format::quarter(*edition)).unwrap_or_default());
        let one = |(label, (from, to), said): (&String, (usize, usize), &Vec<String>)| {
            let figures = if from == to { said[from].clone() } else { format!("{} → {}", said[from], said[to]) };
            self.staff.t_with("staff-dash-series", &[("label", label.as_str().into()), ("figures", figures.into())])
        };
        let quarters = if from == to { first } else { format!("{first} → {last}") };
        format!("{quarters}. {}.", spans.into_iter().map(one).collect::<Vec<_>>().join("; "))
    }
}

/// A figure of attendance: none before an event took place.
fn held(figures: &Figures, n: u64) -> Option<u64> {
    (figures.held > 0).then_some(n)
}

/// A figure of registrations: none without an event.
fn any(figures: &Figures, n: u64) -> Option<u64> {
    (figures.events > 0).then_some(n)
}
