//! Heavy tests one after the other, whatever runs them: threads of one process or many processes.

use std::fs::File;

/// Held while a heavy test runs.
pub struct Turn(#[expect(dead_code)] File);

/// Waits until no other test holds the turn of this name (`browser`, `storm`).
pub fn take(name: &str) -> Turn {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.turn"));
    let file = File::create(path).expect("a lock file under target/tmp");
    file.lock().expect("the lock");
    Turn(file)
}
