//! The description of the API before an independent validator.

use std::process::Command;

use crate::support::absent;
use crate::support::api::Api;
use crate::support::databases::{Folder, Kind, run};

#[test]
fn the_description_is_valid() {
    run(async {
        let Some(api) = Api::start(Kind::Sqlite).await else { return };
        let document = api.get("", "/openapi.json").await;
        let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
            absent::not_run("the API's description is not read by an independent validator (QUARTERDECK_TEST_PYTHON)");
            return;
        };
        let folder = Folder::new();
        let file = folder.path.join("openapi.json");
        std::fs::write(&file, document.to_string()).expect("a file");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/interop/check_openapi.py");
        let done = Command::new(python).arg(script).arg(&file).output().expect("the validator runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    });
}
