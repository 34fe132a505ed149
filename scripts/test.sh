#!/usr/bin/env bash
# Everything that must hold before a change lands: format, lints, all tests on SQLite and on PostgreSQL.
#
#   scripts/test.sh              everything
#   scripts/test.sh NAME...      the same set-up, but only the tests whose name contains NAME
#
# What the tests need and the machine lacks is installed with apt-get (as root, or with sudo that asks no password);
# otherwise this says what to install and exits with 2. PostgreSQL is a private cluster in a temporary folder: no
# service of the machine is started, stopped or touched.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*" >&2; }
refuse() { printf '%s\n' "$*" >&2; exit 2; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---- what the machine must have -------------------------------------------------------------------------------------

postgres_bin() {
    local newest
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then echo "$newest"; return; fi
    if have initdb && have postgres; then dirname "$(readlink -f "$(command -v initdb)")"; fi
}
has_browser() { have chromium || have chromium-browser || have google-chrome; }
has_libical() { { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q 'libical\.so\.'; }

missing=()
have cc || missing+=(build-essential)
have git || missing+=(git)
have openssl || missing+=(openssl)
[ -n "$(postgres_bin)" ] || missing+=(postgresql)
has_browser || missing+=(chromium)
have chromedriver || missing+=(chromium-driver)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
has_libical || missing+=(libical3)
{ have postfix || [ -x /usr/sbin/postfix ]; } || missing+=(postfix)
[ -x /usr/lib/dovecot/imap ] || missing+=(dovecot-imapd)
[ -x /usr/lib/dovecot/lmtp ] || missing+=(dovecot-lmtpd)
# A second verifier of DKIM. It knows RSA; Ed25519 is left to dkimpy.
perl -MMail::DKIM::Verifier -e1 2>/dev/null || missing+=(libmail-dkim-perl)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ]; then as_root=()
    elif have sudo && sudo -n true 2>/dev/null; then as_root=(sudo -n)
    else refuse "Missing for the tests: ${missing[*]}
Install them (for example: sudo apt-get install ${missing[*]}) and run this again."; fi
    have apt-get || refuse "Missing for the tests: ${missing[*]} (no apt-get here: install them your machine's way)."
    say "installing ${missing[*]}"
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    "${apt[@]}" update
    # Postfix without a configuration of its own does not begin to take mail on this machine: the tests give it theirs.
    echo 'postfix postfix/main_mailer_type select No configuration' | "${as_root[@]}" debconf-set-selections
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2
fi

have cargo || { [ -x "$HOME/.cargo/bin/cargo" ] && export PATH="$HOME/.cargo/bin:$PATH"; }
have cargo || refuse "Rust is missing: install it from https://rustup.rs and run this again."
for tool in fmt clippy; do
    cargo "$tool" --version >/dev/null 2>&1 && continue
    have rustup || refuse "cargo $tool is missing: install the Rust components rustfmt and clippy."
    rustup component add rustfmt clippy
done

# ---- the independent parsers ------------------------------------------------------------------------------------------

target=${CARGO_TARGET_DIR:-$PWD/target}
python_home="$target/interop-python"
if ! cmp -s tests/interop/requirements.txt "$python_home/requirements.txt"; then
    say "preparing the mail checkers"
    rm -rf "$python_home"
    python3 -m venv "$python_home"
    "$python_home/bin/pip" install --quiet --disable-pip-version-check --no-input -r tests/interop/requirements.txt
    cp tests/interop/requirements.txt "$python_home/requirements.txt"
fi
export QUARTERDECK_TEST_PYTHON="$python_home/bin/python"

# ---- a PostgreSQL of our own ------------------------------------------------------------------------------------------

scratch=$(mktemp -d /tmp/qd.XXXXXX) # short: a socket's path has room for 107 characters
postmaster=
cleanup() {
    local code=$?
    trap - EXIT
    if [ -n "$postmaster" ]; then
        kill -INT "$postmaster" 2>/dev/null || true
        for _ in $(seq 100); do kill -0 "$postmaster" 2>/dev/null || break; sleep 0.1; done
        kill -KILL "$postmaster" 2>/dev/null || true
    fi
    rm -rf "$scratch"
    exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

start_postgres() {
    local bin run=()
    bin=$(postgres_bin)
    mkdir "$scratch/socket"
    if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
        id postgres >/dev/null 2>&1 || refuse "The user postgres is missing: it comes with the package postgresql."
        chmod 755 "$scratch"
        mkdir "$scratch/data" && chown postgres "$scratch/data" "$scratch/socket"
        run=(runuser -u postgres --)
    fi
    (cd / && "${run[@]}" "$bin/initdb" -D "$scratch/data" -U quarterdeck -A trust -E UTF8 --locale=C --no-instructions) \
        >"$scratch/initdb.log" 2>&1 || { cat "$scratch/initdb.log" >&2; exit 1; }
    # fsync and synchronous_commit stay on, as in production: some tests are about what survives.
    cat >>"$scratch/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$scratch/socket'
max_connections = 400
shared_buffers = 128MB
max_wal_size = 2GB
log_min_messages = warning
CONF
    (cd / && exec "${run[@]}" "$bin/postgres" -D "$scratch/data") >"$scratch/postgres.log" 2>&1 </dev/null &
    for _ in $(seq 300); do
        if [ -s "$scratch/data/postmaster.pid" ] && grep -q '^ready' "$scratch/data/postmaster.pid"; then
            postmaster=$(head -n 1 "$scratch/data/postmaster.pid")
            export QUARTERDECK_TEST_POSTGRES="postgres:///postgres?host=$scratch/socket&user=quarterdeck"
            return
        fi
        sleep 0.1
    done
    cat "$scratch/postgres.log" >&2
    refuse "PostgreSQL did not start; its log is above."
}

# ---- the checks -------------------------------------------------------------------------------------------------------

# Under this script nothing may be skipped because a program is absent: a test that needs one fails instead.
export QUARTERDECK_TEST_COMPLETE=1
# How often four hundred people rush for fifty seats, each time with another seed.
export QUARTERDECK_TEST_ROUNDS=${QUARTERDECK_TEST_ROUNDS:-10}
# What is off by default for the sake of build time, and on in packages.
features=passkeys,oidc
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-never}

if [ $# -eq 0 ]; then
    say "format"
    cargo fmt --all --check
    say "lints"
    cargo clippy --workspace --locked --all-targets --features "$features" -- -D warnings
    # The program as `cargo run` builds it, without what is off by default.
    cargo clippy --workspace --locked -- -D warnings
    # The feature pg-tls is not built here: it compiles OpenSSL for minutes, and none of our code but one branch of the
    # check of database URLs depends on it.
    if cargo deny --version >/dev/null 2>&1; then
        say "what may come into the build"
        # The list of advisories and the sources of crates for other systems come from the network.
        if cargo fetch --locked >/dev/null 2>&1 && cargo deny fetch db >/dev/null 2>&1; then cargo deny --locked check
        else say "LEFT OUT: cargo deny needs the network, which is not there"; fi
    else
        say "LEFT OUT: cargo deny is not installed (cargo install --locked cargo-deny); tests/it/house.rs checks the most important bans"
    fi
fi
say "building the tests"
cargo test --workspace --locked --features "$features" --no-run

say "starting PostgreSQL"
start_postgres

say "tests"
if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --workspace --locked --features "$features" --no-fail-fast --no-tests=fail "$@" </dev/null
    exit 0
fi
status=0
cargo test --workspace --locked --features "$features" --no-fail-fast -- "$@" </dev/null 2>&1 | tee "$scratch/tests.log" || status=$?
# One line for the whole, because cargo prints one per binary.
awk '/^test result:/ { for (i = 2; i <= NF; i++) { if ($i == "passed;") p += $(i-1); if ($i == "failed;") f += $(i-1); if ($i == "ignored;") s += $(i-1) } }
     END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' "$scratch/tests.log"
exit "$status"
