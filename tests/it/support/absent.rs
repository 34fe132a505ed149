//! What happens when an outside program is absent: loudly not run, or a failure where everything must run.

use std::io::Write;

/// Says on the terminal, past the test runner's capture, that a test was not run; under `scripts/test.sh`
/// (`QUARTERDECK_TEST_COMPLETE`) it fails instead.
pub fn not_run(what_is_missing: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let line = format!("NOT RUN: {test}: {what_is_missing}; scripts/test.sh runs everything\n");
    assert!(std::env::var_os("QUARTERDECK_TEST_COMPLETE").is_none(), "{line}");
    let _ = std::io::stderr().write_all(line.as_bytes());
}
