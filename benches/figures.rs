//! Figures as they are printed: one line each, with the bar it is held against where there is one.

use std::time::Duration;

/// Collects lines and bars.
pub struct Board {
    bars: Vec<(String, bool)>,
    is_full: bool,
}

impl Board {
    /// Says on which machine this runs.
    pub fn begin(size: &str) -> Self {
        let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpu.lines().find(|l| l.starts_with("model name")).and_then(|l| l.split(": ").nth(1)).unwrap_or("unknown processor");
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        println!("{size} measurement on {cores} × {model}");
        Self { bars: Vec::new(), is_full: size == "full" }
    }

    /// A heading.
    pub fn part(&mut self, title: &str) {
        println!("\n== {title}");
    }

    /// A figure.
    pub fn line(&mut self, what: &str, figure: &str) {
        println!("{what:<58} {figure}");
    }

    /// Something the reader must know.
    pub fn note(&mut self, text: &str) {
        println!("   {text}");
    }

    /// A figure that must reach a bar.
    pub fn at_least(&mut self, what: &str, figure: f64, bar: f64, unit: &str) {
        self.judge(what, figure, bar, unit, figure >= bar, "at least");
    }

    /// A figure that must stay under a bar.
    pub fn at_most(&mut self, what: &str, figure: f64, bar: f64, unit: &str) {
        self.judge(what, figure, bar, unit, figure <= bar, "at most");
    }

    fn judge(&mut self, what: &str, figure: f64, bar: f64, unit: &str, holds: bool, side: &str) {
        let word = if holds { "holds" } else { "MISSED" };
        println!("{what:<58} {figure:.2} {unit} (bar: {side} {bar} {unit}) {word}");
        self.bars.push((what.to_owned(), holds));
    }

    /// Sums up; `false` when the full measurement missed a bar. The quick one is too short to judge by.
    pub fn end(self) -> bool {
        let missed: Vec<&str> = self.bars.iter().filter(|(_, holds)| !holds).map(|(what, _)| what.as_str()).collect();
        println!("\n{} of {} bars hold{}", self.bars.len() - missed.len(), self.bars.len(), if missed.is_empty() { "" } else { "; missed:" });
        missed.iter().for_each(|what| println!("   {what}"));
        missed.is_empty() || !self.is_full
    }
}

/// The duration that this share of them does not exceed.
pub fn percentile(mut times: Vec<Duration>, share: f64) -> Duration {
    times.sort_unstable();
    times.get(((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// The p50, p95 and p99 of some durations, in milliseconds.
pub fn percentiles(times: Vec<Duration>) -> String {
    let at = |share: f64| percentile(times.clone(), share).as_secs_f64() * 1e3;
    format!("p50 {:.1}  p95 {:.1}  p99 {:.1} ms", at(0.50), at(0.95), at(0.99))
}

/// So many in so much time.
pub fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64().max(1e-9)
}

/// Milliseconds of each.
pub fn ms_each(time: Duration, count: usize) -> f64 {
    time.as_secs_f64() * 1e3 / count.max(1) as f64
}
