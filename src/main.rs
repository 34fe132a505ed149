//! The program. Everything is in the library; here only the exit code is handed on.

fn main() -> std::process::ExitCode {
    quarterdeck::cli::run()
}
