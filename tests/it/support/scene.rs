//! Events set up directly in the tables, so that a test can have any past, any room and any secret without clicking.

use chrono::{Datelike, Duration, Timelike};
use quarterdeck::clock::{Clock, Instant};

use super::sql::{Sql, moment, quoted};

/// An event to be: by default published, open, on site, in twenty days at nine, on the platform `qctr`.
#[derive(Clone, Debug)]
pub struct Scene {
    slug: String,
    platform: String,
    status: &'static str,
    format: &'static str,
    starts_at: Instant,
    closes_at: Option<Instant>,
    opens_at: Option<Instant>,
    title: String,
    on_site: Pool,
    online: Pool,
}

#[derive(Clone, Debug, Default)]
struct Pool {
    capacity: Option<u32>,
    quotas: [Option<u32>; 3],
    max_per_organisation: Option<u32>,
}

/// The present, for scenes; the service under test reads the machine's clock, too.
pub fn now() -> Instant {
    Clock::System.now()
}

impl Scene {
    /// An event of this slug.
    pub fn event(slug: &str) -> Self {
        let starts_at = (now() + Duration::days(20)).with_hour(8).and_then(|t| t.with_minute(0)).expect("a moment");
        Self {
            slug: slug.into(),
            platform: "qctr".into(),
            status: "published",
            format: "on_site",
            starts_at,
            closes_at: None,
            opens_at: None,
            title: "Quarterly Cyber Threat Report".into(),
            on_site: Pool { capacity: Some(100), ..Pool::default() },
            online: Pool::default(),
        }
    }

    pub fn platform(mut self, slug: &str) -> Self {
        self.platform = slug.into();
        self
    }

    pub fn status(mut self, status: &'static str) -> Self {
        self.status = status;
        self
    }

    pub fn title(mut self, title: &str) -> Self {
        self.title = title.into();
        self
    }

    /// Seats in the room.
    pub fn seats(mut self, seats: u32) -> Self {
        self.on_site.capacity = Some(seats);
        self
    }

    /// Also online, with so many seats or without limit.
    pub fn hybrid(mut self, online: Option<u32>) -> Self {
        self.format = "hybrid";
        self.online.capacity = online;
        self
    }

    /// Quotas of the room: private, academic, public.
    pub fn quotas(mut self, quotas: [Option<u32>; 3]) -> Self {
        self.on_site.quotas = quotas;
        self
    }

    pub fn max_per_organisation(mut self, max: u32) -> Self {
        self.on_site.max_per_organisation = Some(max);
        self
    }

    pub fn starts_at(mut self, at: Instant) -> Self {
        self.starts_at = at;
        self
    }

    pub fn closes_at(mut self, at: Instant) -> Self {
        self.closes_at = Some(at);
        self
    }

    pub fn opens_at(mut self, at: Instant) -> Self {
        self.opens_at = Some(at);
        self
    }

    /// Writes it.
    pub fn put(&self, sql: &mut Sql) {
        let id = 1 + sql.number("SELECT count(*) AS value FROM event");
        let platform = sql.number(&format!("SELECT id AS value FROM platform WHERE slug = {}", quoted(&self.platform)));
        let text = |words: &str| {
            let all = ["nl", "fr", "de", "en"].map(|l| (l.to_owned(), serde_json::Value::from(format!("{words} ({l})"))));
            quoted(&serde_json::Value::Object(all.into_iter().collect()).to_string())
        };
        let ends_at = self.starts_at + Duration::hours(3);
        let edition = format!("'{}-Q{}'", self.starts_at.year(), self.starts_at.month0() / 3 + 1);
        let venue = if self.format == "online" { "'{}'".to_owned() } else { text("Residence Palace, Wetstraat 155, Brussel") };
        let join = if self.format == "on_site" { "NULL".to_owned() } else { "'https://meet.example.be/qctr'".to_owned() };
        let closes_at = self.closes_at.unwrap_or(self.starts_at - Duration::hours(1));
        let made = moment(now() - Duration::days(30));
        sql.run(&format!(
            "INSERT INTO event (id, platform_id, slug, edition, status, tlp, title, summary, agenda, starts_at, ends_at, opens_at, closes_at, \
             format, venue, join_link, next_waiting_no, sequence, revision, created_at, updated_at) VALUES \
             ({id}, {platform}, {}, {edition}, '{}', 'clear', {}, {}, '[]', {}, {}, {}, {}, '{}', {venue}, {join}, 1, 0, 1, {made}, {made})",
            quoted(&self.slug),
            self.status,
            text(&self.title),
            text("What we saw this quarter."),
            moment(self.starts_at),
            moment(ends_at),
            self.opens_at.map_or("NULL".to_owned(), moment),
            moment(closes_at),
            self.format,
        ));
        for (mode, pool) in [("on_site", &self.on_site), ("online", &self.online)] {
            let limit = |n: Option<u32>| n.map_or("NULL".to_owned(), |n| n.to_string());
            let [private, academic, public] = pool.quotas.map(limit);
            sql.run(&format!(
                "INSERT INTO seat_pool (event_id, mode, capacity, quota_private, quota_academic, quota_public, max_per_organisation, \
                 taken_private, taken_academic, taken_public) VALUES ({id}, '{mode}', {}, {private}, {academic}, {public}, {}, 0, 0, 0)",
                limit(pool.capacity),
                limit(pool.max_per_organisation),
            ));
        }
    }
}
