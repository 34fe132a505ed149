//! The command line: reads arguments, calls one use case, shows. Machine output goes to standard output, words to
//! standard error; the exit code is 0 when done, 1 when it failed, 2 for wrong use.

mod catalogue;
mod check;
mod check_doors;
mod check_loop;
mod closing;
mod demo;
mod failure;
mod import;
mod journal;
mod mail;
mod mail_key;
mod parts;
mod person;
mod report;
mod serve;
mod shape;
mod staff;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
pub use failure::Failure;
use parts::Parts;
use shape::{Arguments, Catalogue, Command, Config};

use crate::config::Loaded;
use crate::{db, telemetry};

/// Reads the arguments, does what they say, and answers the exit code.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(e) => {
            // Help and version are no failure; clap prints them to standard output.
            let code = if e.use_stderr() { 2 } else { 0 };
            let _ = e.print();
            return ExitCode::from(code);
        }
    };
    // Pages are answered by threads of the server's own, mails by the worker's.
    match tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build() {
        Ok(runtime) => {
            let done = runtime.block_on(obey(arguments));
            // A thread that still waits for a relay or a disk must not keep the process alive.
            runtime.shutdown_timeout(Duration::from_millis(500));
            done.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS)
        }
        Err(e) => Failure::new(format!("cannot start: {e}")).report(),
    }
}

async fn obey(arguments: Arguments) -> Result<(), Failure> {
    let file = arguments.config.as_deref();
    if let Command::Demo(options) = arguments.command {
        return demo::run(file, options).await;
    }
    let loaded = Loaded::read(file, std::env::vars())?;
    let server = &loaded.config.server;
    telemetry::start(server.log, &server.log_filter)?;
    match arguments.command {
        Command::Serve => serve::serve(loaded.config).await,
        Command::Worker => serve::work(loaded.config).await,
        Command::Demo(_) => Ok(()),
        Command::Migrate => migrate(&loaded),
        Command::Check(asked) => check::run(&loaded.config, &asked).await,
        Command::Config(Config::Print) => {
            print!("{}", loaded.print());
            Ok(())
        }
        Command::User(user) => staff::user(&Parts::open(loaded.config)?, user).await,
        Command::Token(token) => staff::token(&Parts::open(loaded.config)?, token).await,
        Command::Catalogue(Catalogue::Load { from }) => catalogue::load(&Parts::open(loaded.config)?, &from).await,
        Command::Import(command) => import::run(&Parts::open(loaded.config)?, command).await,
        Command::Report(report) => report::run(&Parts::open(loaded.config)?, report).await,
        Command::Mail(shape::Mail::Key(key)) => mail_key::run(&loaded.config, key),
        Command::Mail(mail) => mail::run(&Parts::open(loaded.config)?, mail).await,
        Command::Person(command) => person::run(&Parts::open(loaded.config)?, command).await,
        Command::Purge => person::purge(&Parts::open(loaded.config)?).await,
        Command::Journal(command) => journal::run(&Parts::open(loaded.config)?, command).await,
        Command::Verify => verify(&Parts::open(loaded.config)?).await,
    }
}

fn migrate(loaded: &Loaded) -> Result<(), Failure> {
    let url = db::DatabaseUrl::parse(&loaded.config.database.url)?;
    let ran = db::migrate::migrate(&url)?;
    if ran.is_empty() {
        eprintln!("The tables are up to date.");
    }
    ran.iter().for_each(|name| eprintln!("ran {name}"));
    Ok(())
}

async fn verify(parts: &Parts) -> Result<(), Failure> {
    let findings = parts.app.verify(parts.app.now()).await?;
    for finding in &findings {
        println!("{}\t{}\t{}", finding.invariant, finding.row, finding.detail);
    }
    if findings.is_empty() {
        eprintln!("All {} invariants hold.", db::verify::INVARIANTS.len());
        return Ok(());
    }
    Err(Failure::new(format!("{} rows break an invariant; they are listed on standard output", findings.len())))
}

#[cfg(test)]
mod tests;
