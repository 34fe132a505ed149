//! The program itself, running, with a database and a mail sink of its own. Going out of scope it must leave nothing
//! behind: no unsent mail, no broken invariant, and it must end in good order.

use std::fs::{self, File};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::databases::{Database, Kind};
use super::html::{Page, Visitor};
use super::interop;
use super::scene::Scene;
use super::smtp_sink::SmtpSink;
use super::sql::Sql;

/// A running `quarterdeck serve`.
pub struct Service {
    pub base: String,
    pub sink: SmtpSink,
    pub database: Database,
    settings: Vec<(String, String)>,
    process: Option<Child>,
}

/// Somebody who wants a seat.
#[derive(Clone, Debug)]
pub struct Guest {
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub sector: &'static str,
    pub language: &'static str,
    pub mode: Option<&'static str>,
}

impl Guest {
    /// Somebody from the private sector who reads English; the address is made from the name.
    pub fn named(name: &str) -> Self {
        let local: String =
            name.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').map(|c| if c == ' ' { '.' } else { c }).collect();
        Self {
            name: name.into(),
            email: format!("{local}@example.be"),
            organisation: "Example NV".into(),
            sector: "private",
            language: "en",
            mode: None,
        }
    }

    pub fn sector(mut self, sector: &'static str) -> Self {
        self.sector = sector;
        self
    }

    pub fn reads(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    pub fn attends(mut self, mode: &'static str) -> Self {
        self.mode = Some(mode);
        self
    }

    pub fn of(mut self, organisation: &str) -> Self {
        self.organisation = organisation.into();
        self
    }
}

impl Service {
    /// Starts one with the catalogue loaded; `None` (said loudly) where the database is absent.
    pub async fn start(kind: Kind) -> Option<Self> {
        Self::start_with(kind, &[]).await
    }

    /// The same with settings of its own (`SECTION__KEY` without the prefix).
    pub async fn start_with(kind: Kind, settings: &[(&str, &str)]) -> Option<Self> {
        let database = kind.fresh()?;
        let sink = SmtpSink::start();
        let address = free_address();
        let base = format!("http://{address}");
        let mut all: Vec<(String, String)> = [
            ("SERVER__LISTEN", address.as_str()),
            ("SERVER__BASE_URL", base.as_str()),
            ("DATABASE__URL", database.url.as_str()),
            ("MAIL__TRANSPORT", "smtp"),
            ("MAIL__SMTP_URL", sink.url().as_str()),
            ("MAIL__FROM", "Quarterdeck <events@quarterdeck.example>"),
            ("MAIL__DOMAIN", interop::DOMAIN),
            ("MAIL__DKIM", interop::lay_out_keys(&database.folder.path).as_str()),
            ("MAIL__RETRY_BASE_SECONDS", "1"),
            ("MAIL__RETRY_MAX_SECONDS", "2"),
            ("LIMITS__ENABLED", "false"),
        ]
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .to_vec();
        for (key, value) in settings {
            all.retain(|(known, _)| known != key);
            all.push(((*key).to_owned(), (*value).to_owned()));
        }
        let mut service = Self { base, sink, database, settings: all, process: None };
        service.keep_secret();
        service.command(&["migrate"]);
        service.command(&["catalogue", "load", "ccb"]);
        service.wake().await;
        Some(service)
    }

    /// Writes the server's secret where it is looked for.
    fn keep_secret(&self) {
        use std::io::Write;
        use std::os::unix::fs::OpenOptionsExt;
        let folder = self.database.folder.path.join("var");
        fs::create_dir_all(&folder).expect("a folder");
        let file = File::options().write(true).create_new(true).mode(0o600).open(folder.join("quarterdeck.secret"));
        file.expect("a file").write_all(super::app::SECRET).expect("a secret");
    }

    /// Starts the process (again) on the same address and waits until it answers.
    pub async fn wake(&mut self) {
        let log = File::options().create(true).append(true).open(self.database.folder.path.join("service.log")).expect("a log");
        let process = self.quarterdeck(&["serve"]).stdout(Stdio::null()).stderr(log).spawn().expect("quarterdeck runs");
        self.process = Some(process);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let start = Instant::now();
        loop {
            if let Ok(answer) = client.get(format!("{}/healthz", self.base)).send().await
                && answer.status().is_success()
            {
                return;
            }
            let ended = self.process.as_mut().and_then(|p| p.try_wait().ok().flatten());
            assert!(ended.is_none() && start.elapsed() < Duration::from_secs(30), "the service does not start:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Pulls the plug.
    pub fn kill_nine(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Asks it to end; the exit code and how long it took.
    pub fn terminate(&mut self) -> (Option<i32>, Duration) {
        let Some(mut process) = self.process.take() else { return (None, Duration::ZERO) };
        let start = Instant::now();
        let _ = Command::new("kill").args(["-TERM", &process.id().to_string()]).status();
        while start.elapsed() < Duration::from_secs(15) {
            if let Ok(Some(status)) = process.try_wait() {
                return (status.code(), start.elapsed());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = process.kill();
        let _ = process.wait();
        (None, start.elapsed())
    }

    /// The process's number.
    pub fn pid(&self) -> u32 {
        self.process.as_ref().map_or(0, Child::id)
    }

    /// Runs another command with the same settings; it must succeed.
    pub fn command(&self, arguments: &[&str]) -> String {
        let done = self.try_command(arguments);
        assert!(done.status.success(), "quarterdeck {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    /// Runs another command with the same settings.
    pub fn try_command(&self, arguments: &[&str]) -> Output {
        self.quarterdeck(arguments).stdin(Stdio::null()).output().expect("quarterdeck runs")
    }

    /// Runs another command with other settings than the service has.
    pub fn try_command_with(&self, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
        let mut command = self.quarterdeck(arguments);
        for (key, value) in settings {
            command.env(format!("QUARTERDECK_{key}"), value);
        }
        command.stdin(Stdio::null()).output().expect("quarterdeck runs")
    }

    /// Runs another command with so much address space, in KiB: whoever asks the system for more gets none.
    pub fn try_command_within(&self, kib: u32, arguments: &[&str]) -> Output {
        let plain = self.quarterdeck(arguments);
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v \"$0\" && exec \"$@\"", &kib.to_string()]).arg(plain.get_program()).args(plain.get_args());
        command.envs(plain.get_envs().filter_map(|(key, value)| Some((key, value?)))).current_dir(&self.database.folder.path);
        command.env_remove("RUST_LOG").stdin(Stdio::null()).output().expect("a shell")
    }

    /// Runs a command that reads from standard input.
    pub fn command_reading(&self, arguments: &[&str], input: &str) -> Output {
        use std::io::Write;
        let mut child = self.quarterdeck(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
        child.wait_with_output().expect("an end")
    }

    fn quarterdeck(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quarterdeck"));
        command.args(arguments).current_dir(&self.database.folder.path).env_remove("RUST_LOG");
        for (key, value) in &self.settings {
            command.env(format!("QUARTERDECK_{key}"), value);
        }
        command
    }

    /// What it wrote so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.database.folder.path.join("service.log")).unwrap_or_default()
    }

    /// A connection to its tables.
    pub fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    /// Sets up an event.
    pub fn put(&self, scene: Scene) {
        scene.put(&mut self.sql());
    }

    /// Somebody's browser.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.base)
    }

    /// Fills the form of an event as this guest would, and sends it: the answer page.
    pub async fn register(&self, event: &str, guest: &Guest) -> Page {
        let visitor = self.visitor();
        let page = visitor.get(&format!("/{}/events/{event}", guest.language)).await;
        visitor.send(&filled(&page, guest)).await
    }

    /// Opens the link of the guest's newest proof mail and presses the button: the personal page.
    pub async fn prove(&self, guest: &Guest) -> Page {
        let mail = self.sink.wait_for(&guest.email, "prove_address").await;
        let visitor = self.visitor();
        let page = visitor.get(&mail.link_with("/r/")).await;
        visitor.send(&page.form("/confirm")).await
    }

    /// Registers and proves: the personal page.
    pub async fn join(&self, event: &str, guest: &Guest) -> Page {
        let answer = self.register(event, guest).await;
        assert_eq!(answer.state(), "pending", "{} {}: {}", answer.status, answer.url, answer.body);
        self.prove(guest).await
    }

    /// The state of a guest's registration as stored.
    pub fn stored_state(&self, guest: &Guest) -> String {
        let query = format!("SELECT state AS value FROM registration WHERE email = '{}'", guest.email);
        self.sql().words(&query).join(",")
    }

    /// Waits until no mail is owed any more.
    pub async fn delivered(&self) {
        let mut sql = self.sql();
        let done = self.sink.wait_until(Duration::from_secs(60), || sql.count("outbox", "status = 'queued'") == 0).await;
        assert!(done.is_ok(), "mails are still queued: {:?}\n{}", unsent(&mut sql), self.log());
    }

    /// Every invariant of the database holds, and the journal stands as it was written.
    pub fn assert_verified(&self) {
        for command in [&["verify"][..], &["journal", "verify"]] {
            let done = self.try_command(command);
            let words = [done.stdout, done.stderr].map(|b| String::from_utf8_lossy(&b).into_owned());
            assert!(done.status.success(), "quarterdeck {command:?}: {}{}", words[0], words[1]);
        }
    }
}

/// The event's form with a guest's answers.
pub fn filled(page: &Page, guest: &Guest) -> super::html::Form {
    let mut form = page.form("/register").set("name", &guest.name).set("email", &guest.email).set("organisation", &guest.organisation);
    form = form.set("sector", guest.sector).set("language", guest.language);
    match guest.mode {
        Some(mode) => form.set("mode", mode),
        None => form,
    }
}

fn unsent(sql: &mut Sql) -> Vec<String> {
    sql.words("SELECT kind || ' ' || status || ' tried ' || attempts || ' ' || coalesce(last_text, '') AS value FROM outbox WHERE status = 'queued' LIMIT 5")
}

/// An address of this machine that nobody listens at.
pub fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").to_string()
}

impl Drop for Service {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.kill_nine();
            let log = self.log();
            let tail: Vec<_> = log.lines().rev().take(25).collect();
            eprintln!("the service's last words:\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
            return;
        }
        let mut sql = self.sql();
        let start = Instant::now();
        while sql.count("outbox", "status = 'queued'") > 0 && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(50));
        }
        let left = unsent(&mut sql);
        drop(sql);
        let (code, took) = self.terminate();
        assert!(left.is_empty(), "mails are left: {left:?}\n{}", self.log());
        assert_eq!(code, Some(0), "the service did not end in good order\n{}", self.log());
        assert!(took < Duration::from_secs(10), "the service took {took:?} to end");
        self.assert_verified();
        interop::check(&interop::sample(self.sink.taken()), false);
    }
}
