//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::clock::Instant;
use crate::db::outbox::MailStatus;
use crate::domain::edition::Edition;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::staff::Role;
use crate::mail::keys::Algorithm;
use crate::mail::new_key::RSA_BITS;
use crate::stats::attendance::Dimension;

/// Registration, invitations that calendars honour, and attendance figures for a cybersecurity authority's briefings.
#[derive(Debug, Parser)]
#[command(name = "quarterdeck", version, arg_required_else_help = true, max_term_width = 100)]
pub struct Arguments {
    /// Configuration file; without it defaults and QUARTERDECK_… variables hold.
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages and API; deliver mail and run timers too, unless worker.enabled is false.
    Serve,
    /// Deliver mail and run timers only.
    Worker,
    /// Show everything at once: a believable year, on this machine, with nothing to set up.
    Demo(Demo),
    /// Bring the database's tables up to date.
    Migrate,
    /// Check configuration, database, mail relay and DNS; says what to do about each fault.
    Check(Check),
    /// Show the configuration.
    #[command(subcommand)]
    Config(Config),
    /// Add, list, disable and enable staff users, give them roles and take them back.
    #[command(subcommand)]
    User(User),
    /// Make, list and disable API tokens.
    #[command(subcommand)]
    Token(Token),
    /// Load platforms.
    #[command(subcommand)]
    Catalogue(Catalogue),
    /// Take in tables: each wrong row is named by its line.
    #[command(subcommand)]
    Import(Import),
    /// Print figures.
    #[command(subcommand)]
    Report(Report),
    /// Look after mails owed.
    #[command(subcommand)]
    Mail(Mail),
    /// Export or erase everything that is kept of one person.
    #[command(subcommand)]
    Person(Person),
    /// Erase names and addresses at events that ended longer ago than privacy.retention_days; serve and worker do it too.
    Purge,
    /// Who did what to what, when: printed, or looked through for what was changed or taken out.
    #[command(subcommand)]
    Journal(Journal),
    /// Check every invariant of the database; names each row that breaks one.
    Verify,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Send a mail to an address that takes answers, too, and wait until the running service has it.
    #[arg(long = "loop")]
    pub round_trip: bool,
    /// For how long to wait.
    #[arg(long, value_name = "SECONDS", default_value_t = 120, requires = "round_trip", value_parser = clap::value_parser!(u16).range(1..))]
    pub loop_timeout: u16,
}

#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Check every entry against its seal; names each that was changed and each that is missing.
    Verify {
        /// A line that an earlier run printed: its entry must still stand as it was, and all before it.
        #[arg(long, value_name = "NUMBER:SEAL")]
        known: Option<String>,
    },
    /// Print all entries, oldest first, one JSON object a line.
    List,
}

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Print everything that is kept of a person, as JSON.
    Export {
        /// The person's address.
        #[arg(value_parser = email)]
        email: EmailAddress,
    },
    /// Erase a person: seats are freed, names and addresses go, counts stay.
    Erase {
        /// The person's address.
        #[arg(value_parser = email)]
        email: EmailAddress,
    },
}

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Register organisations, or correct them. What a table does not say stays as it is.
    Organisations {
        /// A CSV file; the first row names the columns: name, sector, and if you like number, domains, name_nl, name_fr, name_de,
        /// name_en, aliases. Several domains or aliases stand in one cell with | between them.
        file: PathBuf,
        /// Only say what would happen to each row.
        #[arg(long)]
        dry_run: bool,
        /// Leave wrong rows out and write the good ones.
        #[arg(long)]
        keep_good: bool,
    },
    /// Put people on a platform's roster, or correct their mandates. Whoever is not in the table stays as they are.
    Members {
        /// A CSV file; the first row names the columns: name, email, organisation, function, language, and if you like sector,
        /// start, end, deputy.
        file: PathBuf,
        /// The platform.
        #[arg(long, value_name = "SLUG")]
        platform: String,
        /// Only say what would happen to each row.
        #[arg(long)]
        dry_run: bool,
        /// Write the good rows although others are wrong.
        #[arg(long)]
        keep_good: bool,
    },
    /// Take in who was there by the attendance report of Microsoft Teams, Zoom or Webex, or a table with a name or an address, from when and
    /// until when. Who is not certain waits on the event's page for somebody to decide. The same file twice changes nothing.
    Attendance {
        /// The file as the meeting service gives it (CSV, also tab-separated in UTF-16), or a workbook.
        file: PathBuf,
        /// Of which event; it must be over.
        #[arg(long, value_name = "SLUG")]
        event: String,
        /// The zone of the clock by which the report was saved: services write none.
        #[arg(long, value_name = "ZONE", default_value = "Europe/Brussels", value_parser = super::import::zone)]
        zone: chrono_tz::Tz,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
    },
    /// Invite the people of a list: columns name, email, organisation, sector, language, or addresses alone.
    Invitations {
        /// CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
        /// To which event.
        #[arg(long, value_name = "SLUG")]
        event: String,
        /// Language of the mails for those whose language the list does not say: nl, fr, de or en. None is the default.
        #[arg(long)]
        language: Option<Language>,
        /// When the mails go, like 2026-12-10T14:00:00+01:00; at once when left out.
        #[arg(long, value_name = "MOMENT", value_parser = super::import::moment)]
        at: Option<Instant>,
        /// Only say what each line means; changes nothing.
        #[arg(long)]
        dry_run: bool,
        /// Invite the good lines though others cannot be used.
        #[arg(long)]
        keep_good: bool,
    },
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Build the data anew even if today's are there.
    #[arg(long)]
    pub fresh: bool,
    /// Make another year out of this number.
    #[arg(long, default_value_t = 2026)]
    pub seed: u64,
}

#[derive(Debug, Subcommand)]
pub enum Config {
    /// Print what holds and where it comes from, secrets masked.
    Print,
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a user with a role, or give an existing one another role or a new password.
    Add {
        #[arg(long, value_parser = email)]
        email: EmailAddress,
        /// admin, organiser, desk or reporter.
        #[arg(long)]
        role: Role,
        /// Only for this platform; without it, for all.
        #[arg(long, value_name = "SLUG")]
        platform: Option<String>,
        /// Read the password from standard input; without it a random one is made and printed.
        #[arg(long)]
        password_stdin: bool,
    },
    /// List users with their roles.
    List,
    /// Shut a user out and end their sign-ins.
    Disable {
        #[arg(long, value_parser = email)]
        email: EmailAddress,
    },
    /// Let a user who was shut out in again, with the roles they had.
    Enable {
        #[arg(long, value_parser = email)]
        email: EmailAddress,
    },
    /// Take a role back from a user.
    Revoke {
        #[arg(long, value_parser = email)]
        email: EmailAddress,
        /// admin, organiser, desk or reporter.
        #[arg(long)]
        role: Role,
        /// The role for this platform; without it, the role for all.
        #[arg(long, value_name = "SLUG")]
        platform: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token; it is printed once and never stored.
    Add {
        /// What it is for.
        #[arg(long)]
        name: String,
        /// admin, organiser, desk or reporter.
        #[arg(long)]
        role: Role,
        /// Only for this platform; without it, for all.
        #[arg(long, value_name = "SLUG")]
        platform: Option<String>,
    },
    /// List tokens with their roles; a token itself is never shown again.
    List,
    /// Shut a token out, for good; its name stays taken.
    Disable {
        /// Its name, as `token list` shows it.
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Catalogue {
    /// Load the built-in catalogue "ccb" or a file; what was edited since stays.
    Load {
        /// ccb, or a TOML file.
        #[arg(value_name = "ccb|FILE")]
        from: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Report {
    /// Who was there: registered, confirmed, attended, no-show.
    Attendance {
        /// First quarter, like 2026-Q1.
        #[arg(long)]
        from: Edition,
        /// Last quarter, like 2026-Q4.
        #[arg(long)]
        to: Edition,
        /// Only this platform; may be given several times.
        #[arg(long, value_name = "SLUG")]
        platform: Vec<String>,
        /// What to split by, in this order: sector, platform, edition, mode, language, event.
        #[arg(long, value_delimiter = ',', default_value = "sector")]
        by: Vec<Dimension>,
        /// For publication: hide counts of fewer than K people (privacy.suppress_below when left out), and enough others that nothing gives
        /// them back. What was told of an event before it was over does not go well with what is told after: publish one of them.
        #[arg(long, value_name = "K", num_args = 0..=1, value_parser = clap::value_parser!(u32).range(1..=1000))]
        suppress: Option<Option<u32>>,
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Everything about a platform's quarter: cadence, funnel, sectors, people, organisations, lead time, coverage. Exact figures.
    Quarter {
        /// The quarter, like 2026-Q4.
        edition: Edition,
        /// The platform.
        #[arg(long, value_name = "SLUG")]
        platform: String,
        /// As this revision of a closed quarter has it; the last one when left out.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        revision: Option<u32>,
        #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
        format: ReportFormat,
        /// Write the file's detached Ed25519 signature instead of the file: 64 octets, to be checked with the key that `report key` prints.
        #[arg(long)]
        signature: bool,
        /// The language of words: nl, fr, de, en.
        #[arg(long, default_value = "en")]
        language: Language,
    },
    /// Close a platform's quarter: its figures are frozen, signed, and told so from then on, also once names are gone. Once more after a
    /// correction, with a reason, makes a further revision where figures differ.
    Close {
        /// The quarter, like 2026-Q4; it must be over, and all its events.
        edition: Edition,
        /// The platform.
        #[arg(long, value_name = "SLUG")]
        platform: String,
        /// Why figures are made anew. Kept for ever: name nobody.
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// List the revisions of a closed quarter, with what differs from the one before.
    Revisions {
        /// The quarter, like 2026-Q4.
        edition: Edition,
        /// The platform.
        #[arg(long, value_name = "SLUG")]
        platform: String,
    },
    /// Print a platform's closings for somebody who checks them without us: one JSON object a line, in the order of the chain, with the very
    /// words that were signed.
    Closings {
        /// The platform.
        #[arg(long, value_name = "SLUG")]
        platform: String,
        /// Also what was frozen: exact figures, also of few people.
        #[arg(long)]
        content: bool,
    },
    /// Print the public half of the key that signs closed quarters.
    Key,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Columns for people.
    Table,
    /// RFC 4180, a line for each figure.
    Csv,
    /// For programs.
    Json,
    /// A workbook, with a sheet of definitions.
    Xlsx,
    /// A page that needs nothing else.
    Html,
    /// A document to print and keep.
    Pdf,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for people.
    Table,
    /// RFC 4180, safe to open in a spreadsheet.
    Csv,
    /// For programs.
    Json,
}

#[derive(Debug, Subcommand)]
pub enum Mail {
    /// List mails, newest first.
    List {
        /// Only queued, sent, failed or aborted ones.
        #[arg(long)]
        status: Option<MailStatus>,
        /// At most so many.
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=100_000))]
        limit: u32,
    },
    /// Try mails again now, also dead letters.
    Retry {
        /// Numbers as `mail list` shows them.
        #[arg(required_unless_present = "failed", conflicts_with = "failed")]
        mail: Vec<i64>,
        /// All dead letters.
        #[arg(long)]
        failed: bool,
    },
    /// Give mails up for good.
    Abort {
        /// Numbers as `mail list` shows them.
        #[arg(required = true)]
        mail: Vec<i64>,
    },
    /// Take one mail (RFC 5322) from standard input, as a mail server's pipe gives it; 0 once it is stored safely.
    Inbound {
        /// To which of our addresses it came, where the mail server knows.
        #[arg(long)]
        recipient: Option<String>,
    },
    /// Send a mail now, past the queue, to see that it arrives and is signed.
    Test {
        /// To whom.
        #[arg(value_parser = email)]
        address: EmailAddress,
    },
    /// Make a key that signs mails (DKIM), unless the file is there; print its DNS record as a zone file has it.
    Key(Key),
}

#[derive(Debug, Args)]
pub struct Key {
    /// The name under _domainkey; a new one for each key.
    #[arg(long)]
    pub selector: String,
    /// ed25519-sha256 or rsa-sha256.
    #[arg(long, value_parser = algorithm)]
    pub algorithm: Algorithm,
    /// The size of an RSA key: 2048 (the default), 3072 or 4096. Larger ones cost more with each mail, and their record is too long for
    /// some providers of DNS.
    #[arg(long, value_parser = bits)]
    pub bits: Option<usize>,
    /// The key file (PEM, PKCS#8); mode 600 when it is made.
    pub file: PathBuf,
}

fn algorithm(text: &str) -> Result<Algorithm, String> {
    text.parse().map_err(|_| "use ed25519-sha256 or rsa-sha256".to_owned())
}

fn bits(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|bits| RSA_BITS.contains(bits)).ok_or_else(|| "use 2048, 3072 or 4096".to_owned())
}

fn email(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).map_err(|fault| format!("no address that can be used ({})", fault.code()))
}
