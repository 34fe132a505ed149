//! A real Postfix and a real Dovecot of the test's own, on free ports of the loopback interface, with folders of their own: nothing of the
//! machine's is started, stopped or touched. Gone when dropped.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::absent;
use super::attendee::DOMAIN;
use super::databases::Folder;
use super::mail::Received;
use super::service::free_address;

/// Everybody's password.
const PASSWORD: &str = "of the tests";
const POSTFIX: &str = "/usr/sbin/postfix";
const DOVECOT: &str = "/usr/sbin/dovecot";

/// Where Postfix brings what is for the service's own domain.
pub enum Route<'a> {
    /// To the service's LMTP door at this address.
    Door(&'a str),
    /// To a mailbox like everybody's, `events@…`, whatever the tag.
    Mailbox,
}

/// The running pair.
pub struct PostOffice {
    smtp: String,
    imap: String,
    python: PathBuf,
    processes: Vec<Child>,
    folder: Folder,
}

impl PostOffice {
    /// Starts both, with mailboxes for these addresses. `None`, said loudly, where something is absent.
    pub fn open(mailboxes: &[&str], route: &Route<'_>) -> Option<Self> {
        let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
            absent::not_run("nobody reads the mailboxes (QUARTERDECK_TEST_PYTHON)");
            return None;
        };
        if let Some(missing) =
            [POSTFIX, DOVECOT, "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp"].iter().find(|program| fs::metadata(program).is_err())
        {
            absent::not_run(&format!("needs Postfix and Dovecot ({missing} is missing)"));
            return None;
        }
        if !is_root() && !as_root("true").status().is_ok_and(|done| done.success()) {
            absent::not_run("Postfix and Dovecot are started by root only (or sudo that asks no password)");
            return None;
        }
        let folder = Folder::new();
        let [smtp, imap, lmtp] = [(); 3].map(|()| free_address());
        let mut office = Self { smtp, imap, python: python.into(), processes: Vec::new(), folder };
        office.lay_out(mailboxes, &lmtp, route);
        office.start(&lmtp);
        Some(office)
    }

    /// For `mail.smtp_url`.
    pub fn smtp_url(&self) -> String {
        format!("smtp://{}", self.smtp)
    }

    /// For `mail.imap_url`: the mailbox of the service itself.
    pub fn imap_url(&self) -> String {
        format!("imap://events%40{DOMAIN}:of%20the%20tests@{}/INBOX", self.imap)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path.join(name)
    }

    fn lay_out(&self, mailboxes: &[&str], lmtp: &str, route: &Route<'_>) {
        for name in ["postfix", "queue", "data", "run", "mail"] {
            fs::create_dir(self.path(name)).expect("a folder");
        }
        let own = |user: &str, name: &str| assert!(as_root("chown").arg(user).arg(self.path(name)).status().expect("chown").success());
        own("postfix", "data");
        own("dovecot", "mail");
        let at = |address: &str| address.replace("127.0.0.1:", "inet:[127.0.0.1]:");
        let mut domains: Vec<&str> = mailboxes.iter().filter_map(|address| address.rsplit('@').next()).collect();
        domains.sort_unstable();
        domains.dedup();
        let mut transport = String::new();
        for domain in domains.iter().filter(|domain| **domain != DOMAIN) {
            writeln!(transport, "{domain} lmtp:{}", at(lmtp)).expect("written");
        }
        let ours = match route {
            Route::Door(door) => at(door),
            Route::Mailbox => at(lmtp),
        };
        writeln!(transport, "{DOMAIN} lmtp:{ours}").expect("written");
        self.write("postfix/transport", &transport);
        self.write("postfix/main.cf", &postfix_settings(&self.folder.path.display().to_string(), &domains));
        self.write("postfix/master.cf", &format!("{} inet n - n - - smtpd\n{SERVICES}", self.smtp));
        let users: String = mailboxes.iter().map(|user| format!("{user}:{{PLAIN}}{PASSWORD}::::::\n")).collect();
        self.write("users", &users);
        self.write("dovecot.conf", &dovecot_settings(&self.folder.path.display().to_string(), &self.imap, lmtp));
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    fn start(&mut self, lmtp: &str) {
        let (conf, dovecot) = (self.path("postfix"), self.path("dovecot.conf"));
        if !is_root() {
            assert!(as_root("chown").args(["-R", "root"]).arg(&conf).status().expect("chown").success());
        }
        let log = |name: &str| fs::File::create(self.folder.path.join(name)).expect("a log");
        let quiet = |command: &mut Command, log: fs::File| command.stdin(Stdio::null()).stdout(log.try_clone().expect("a log")).stderr(log).spawn();
        let postfix = quiet(as_root(POSTFIX).arg("-c").arg(conf).arg("start-fg"), log("postfix.out")).expect("Postfix starts");
        let dovecot = quiet(as_root(DOVECOT).arg("-F").arg("-c").arg(dovecot), log("dovecot.out")).expect("Dovecot starts");
        self.processes = vec![postfix, dovecot];
        let start = Instant::now();
        for address in [&self.smtp, &self.imap, &lmtp.to_owned()] {
            while std::net::TcpStream::connect(address).is_err() {
                let ended = self.processes.iter_mut().any(|process| process.try_wait().ok().flatten().is_some());
                assert!(!ended && start.elapsed() < Duration::from_secs(20), "the post office does not open:\n{}", self.log());
                std::thread::sleep(Duration::from_millis(50));
            }
        }
    }

    /// What both wrote so far.
    pub fn log(&self) -> String {
        ["postfix.out", "postfix.log", "dovecot.out", "dovecot.log"].map(|name| fs::read_to_string(self.path(name)).unwrap_or_default()).join("\n")
    }

    fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.python);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/interop/mailbox.py")).args(arguments);
        command
    }

    /// Somebody's mail program hands a mail over.
    pub fn send(&self, from: &str, to: &str, raw: &[u8]) {
        let port = self.smtp.rsplit(':').next().expect("a port");
        let mut program = self.program(&["send", port, from, to]).stdin(Stdio::piped()).spawn().expect("python");
        program.stdin.take().expect("a pipe").write_all(raw).expect("written");
        assert!(program.wait().expect("an end").success(), "Postfix did not take a mail to {to}:\n{}", self.log());
    }

    /// Everything in a folder of somebody's mailbox.
    pub fn mailbox(&self, user: &str, folder: &str) -> Vec<Received> {
        let port = self.imap.rsplit(':').next().expect("a port");
        let read = self.program(&["read", port, user, PASSWORD, folder]).stderr(Stdio::inherit()).output().expect("python");
        assert!(read.status.success(), "the mailbox of {user} cannot be read:\n{}", self.log());
        let raw = |line: &str| STANDARD.decode(line).expect("base64");
        let text = String::from_utf8(read.stdout).expect("text");
        text.lines().map(|line| Received { sender: String::new(), recipients: vec![user.to_owned()], raw: raw(line) }).collect()
    }

    /// Waits for a mail of this kind in somebody's mailbox.
    pub async fn wait_for(&self, user: &str, kind: &str) -> Received {
        let start = Instant::now();
        loop {
            let found = self.mailbox(user, "INBOX");
            if let Some(mail) = found.iter().rev().find(|mail| mail.kind() == kind) {
                return mail.clone();
            }
            let kinds: Vec<String> = found.iter().map(Received::kind).collect();
            assert!(start.elapsed() < Duration::from_secs(20), "no {kind} for {user}, only {kinds:?}:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        // What was started is a script; the server itself is known by its number only, and outlives it.
        let _ = as_root(POSTFIX).arg("-c").arg(self.path("postfix")).arg("stop").stdin(Stdio::null()).stderr(Stdio::null()).status();
        for process in &mut self.processes {
            let _ = as_root("kill").args(["-TERM", &process.id().to_string()]).status();
        }
        for process in &mut self.processes {
            let start = Instant::now();
            while process.try_wait().is_ok_and(|ended| ended.is_none()) && start.elapsed() < Duration::from_secs(5) {
                std::thread::sleep(Duration::from_millis(20));
            }
            let _ = process.kill();
            let _ = process.wait();
        }
        if !is_root() {
            let _ = as_root("rm").arg("-rf").arg(&self.folder.path).status();
        }
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.arg("-n").arg(program);
    command
}

fn postfix_settings(folder: &str, domains: &[&str]) -> String {
    format!(
        "compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.{DOMAIN}
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
relay_domains = {DOMAIN}, {}
smtpd_relay_restrictions = permit_mynetworks, reject
transport_maps = texthash:{folder}/postfix/transport
disable_dns_lookups = yes
biff = no
",
        domains.join(", ")
    )
}

/// The programs Postfix is made of, none of them in a cage: the folders are the test's own.
const SERVICES: &str = "cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
";

fn dovecot_settings(folder: &str, imap: &str, lmtp: &str) -> String {
    let port = |address: &str| address.rsplit(':').next().unwrap_or_default().to_owned();
    format!(
        "protocols = imap lmtp
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
mail_uid = dovecot
mail_gid = dovecot
recipient_delimiter = +
passdb {{
  driver = passwd-file
  args = username_format=%u {folder}/users
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {folder}/users
}}
service imap-login {{
  inet_listener imap {{
    address = 127.0.0.1
    port = {}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {}
  }}
}}
",
        port(imap),
        port(lmtp),
    )
}
