//! What can be typed, and what wrong use is answered.

use clap::{CommandFactory, Parser};

use super::shape::Arguments;

#[test]
fn the_command_line_is_well_formed() {
    Arguments::command().debug_assert();
}

#[test]
fn commands_are_taken_or_refused() {
    let good = [
        "quarterdeck serve",
        "quarterdeck --config x.toml serve",
        "quarterdeck serve --config x.toml",
        "quarterdeck demo --fresh",
        "quarterdeck config print",
        "quarterdeck user add --email a@example.be --role desk --platform qctr --password-stdin",
        "quarterdeck user disable --email a@example.be",
        "quarterdeck user enable --email a@example.be",
        "quarterdeck user revoke --email a@example.be --role desk --platform qctr",
        "quarterdeck token add --name desk --role desk",
        "quarterdeck token list",
        "quarterdeck token disable desk",
        "quarterdeck catalogue load ccb",
        "quarterdeck report attendance --from 2026-Q1 --to 2026-Q4 --by sector,platform --format csv",
        "quarterdeck mail list --status failed",
        "quarterdeck mail retry 1 2",
        "quarterdeck mail retry --failed",
        "quarterdeck mail test a@example.be",
        "quarterdeck mail key --selector qd1 --algorithm rsa-sha256 --bits 3072 key.pem",
        "quarterdeck verify",
    ];
    for line in good {
        assert!(Arguments::try_parse_from(line.split(' ')).is_ok(), "{line}: {:?}", Arguments::try_parse_from(line.split(' ')).err());
    }
    let bad = [
        ("quarterdeck", "Usage"),
        ("quarterdeck sevre", "serve"),
        ("quarterdeck user add --email nobody --role desk", "no address"),
        ("quarterdeck user add --email a@example.be --role boss", "boss"),
        ("quarterdeck report attendance --from 2026-Q5 --to 2026-Q4", "2026-Q5"),
        ("quarterdeck report attendance --from 2026-Q1 --to 2026-Q4 --by shoe", "shoe"),
        ("quarterdeck user revoke --email a@example.be", "--role"),
        ("quarterdeck token disable", "NAME"),
        ("quarterdeck mail retry", "required"),
        ("quarterdeck mail list --status lost", "lost"),
        ("quarterdeck mail key --selector qd1 --algorithm rsa-sha256 --bits 1024 key.pem", "use 2048, 3072 or 4096"),
    ];
    for (line, expected) in bad {
        let said = Arguments::try_parse_from(line.split(' ')).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(said.contains(expected), "{line}: {said}");
    }
}
