//! The dashboard with six platforms over eight quarters, one of which had no event.

use super::staff_samples::Draw;
use super::{Language, Link, Sample, sample};
use crate::domain::edition::Edition;
use crate::web::view::multiples::{Axis, Drawing, Key, Multiples, Series, top};
use crate::web::view::staff::{DashboardPage, FiguresRow, Input, StandRow};

const PLATFORMS: [&str; 6] = ["QCTR", "CSI/DPO", "Synergy IT", "REN", "ISP think tank", "Cyber Security Coalition Belgium"];

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![overview(&draw), people(&draw)]
}

fn axis() -> Axis {
    let first = Edition::new(2025, 1);
    let quarters: Vec<Edition> = std::iter::successors(first, |edition| Some(edition.next())).take(8).collect();
    Axis { closed: (0..8).map(|n| n < 6).collect(), quarters }
}

fn values(seed: u64, most: u64) -> Vec<Option<u64>> {
    (0..8_u64).map(|n| (n != 3).then(|| (seed * 37 + n * 53 + 11) % most + n * 4)).collect()
}

fn chart(draw: &Draw, code: &str, titles: &[String], labels: &[String], keys: bool) -> Multiples {
    let axis = axis();
    let series = |n: usize| {
        labels.iter().enumerate().map(move |(m, label)| Series { label: label.clone(), values: values((n * 3 + m) as u64, 120) }).collect()
    };
    let panels: Vec<Vec<Series>> = (0..titles.len()).map(series).collect();
    let drawing = Drawing { axis: &axis, top: top(&panels), language: draw.language };
    let said = |each: &Series| each.values.iter().map(|value| value.map_or_else(|| "–".to_owned(), |n| n.to_string())).collect();
    let finding = draw.t("quarter-empty");
    Multiples {
        id: code.into(),
        title: draw.t(&format!("quarter-table-{code}")),
        what: draw.t(&format!("quarter-what-{code}")),
        keys: labels.iter().filter(|_| keys).enumerate().map(|(n, label)| Key { n: n + 1, label: label.clone() }).collect(),
        panels: titles
            .iter()
            .zip(&panels)
            .enumerate()
            .map(|(n, (title, series))| drawing.columns(format!("{code}-{n}"), title, &finding, series))
            .collect(),
        of: vec![draw.t("staff-platform"), draw.t(&format!("quarter-of-{code}"))],
        columns: axis.quarters.iter().map(ToString::to_string).collect(),
        rows: titles
            .iter()
            .zip(&panels)
            .flat_map(|(title, series)| {
                series.iter().map(move |each| FiguresRow { of: vec![title.clone(), each.label.clone()], figures: said(each) })
            })
            .collect(),
    }
}

fn page(draw: &Draw, charts: Vec<Multiples>, stands: Vec<StandRow>) -> DashboardPage {
    let quarters = || {
        std::iter::successors(Edition::new(2023, 1), |edition| Some(edition.next()))
            .take(16)
            .map(|edition| (edition.to_string(), edition.to_string()))
    };
    let names = PLATFORMS.map(|name| (name.to_owned(), name.to_owned()));
    DashboardPage {
        fields: vec![
            Input::choice("from", draw.t("staff-from"), "2025-Q1", quarters()),
            Input::choice("to", draw.t("staff-to"), "2026-Q4", quarters()),
            Input::choice("platform", draw.t("staff-platform"), "", names),
            Input::choice("sector", draw.t("staff-sector"), "", [(String::new(), draw.t("staff-dash-all-sectors"))]),
        ],
        action: "/organiser/nl/dashboard".into(),
        called: draw.t("staff-dash-parts"),
        tabs: ["overview", "people", "ways"]
            .map(|part| Link { current: part == "overview", ..Link::new("/organiser/nl/dashboard", draw.t(&format!("staff-dash-part-{part}"))) })
            .into(),
        scope: format!("{}, 2025-Q1 – 2026-Q4", draw.t("staff-all-platforms")),
        notes: vec![draw.t("quarter-internal"), draw.t("staff-dash-publish")],
        standing: draw.t("quarter-table-cadence"),
        stands,
        charts,
        script: "/static/dashboard.js".into(),
        ..DashboardPage::default()
    }
}

fn overview(draw: &Draw) -> Sample {
    let states = [
        ("●", "confirmed", "kept"),
        ("◐", "", "planned"),
        ("▲", "waitlisted", "at_risk"),
        ("✕", "rejected", "missed"),
        ("○", "", "no_duty"),
        ("○", "", "no_interval"),
    ];
    let stand = |(name, (shape, class, state)): (&str, (&'static str, &'static str, &str))| StandRow {
        name: name.into(),
        href: "/organiser/nl/figures/quarter/qctr/2026-Q4".into(),
        shape,
        class,
        state: draw.t(&format!("quarter-verdict-{state}")),
        last: draw.t("staff-dash-no-last"),
        change: "▲ 12".into(),
        next: draw.t("staff-dash-no-next"),
    };
    let sectors = ["private", "academic", "public"].map(|sector| draw.t(&format!("sector-{sector}")));
    let measures = ["invited", "registered", "confirmed", "attended"].map(|measure| draw.t(&format!("quarter-measure-{measure}")));
    let attended = chart(draw, "by_sector", &PLATFORMS.map(String::from), &sectors, true);
    let funnel = chart(draw, "funnel", &measures, &[draw.t("quarter-measure-count")], false);
    let stands = PLATFORMS.into_iter().zip(states).map(stand).collect();
    let view = page(draw, vec![attended, funnel], stands);
    sample("staff-dashboard", &draw.head("/dashboard", &draw.t("staff-dash")), &view, false)
}

fn people(draw: &Draw) -> Sample {
    let rows = |codes: &[&str]| codes.iter().map(|code| draw.t(&format!("quarter-row-{code}"))).collect::<Vec<_>>();
    let charts = vec![
        chart(draw, "people", &rows(&["people"]), &rows(&["first_timers", "returning"]), true),
        chart(draw, "organisations", &rows(&["organisations"]), &rows(&["new_organisations", "returning_organisations"]), true),
        chart(draw, "lead", &rows(&["lead_same_day", "lead_week", "lead_two_weeks", "lead_month", "lead_longer"]), &rows(&["people"]), false),
    ];
    let view = page(draw, charts, Vec::new());
    sample("staff-dashboard-people", &draw.head("/dashboard/people", &draw.t("staff-dash")), &view, false)
}
