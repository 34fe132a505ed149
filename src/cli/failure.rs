//! How a command fails: words for a person and an exit code.

use std::process::ExitCode;

use crate::app::AppError;

/// A failed command.
#[derive(Debug)]
pub struct Failure {
    words: String,
    code: u8,
}

impl Failure {
    /// It could not be done (exit code 1).
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 1 }
    }

    /// It was asked in a way that cannot be (exit code 2).
    pub fn wrong_use(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 2 }
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Says the words on standard error and answers the exit code.
    pub fn report(&self) -> ExitCode {
        for line in self.words.lines() {
            eprintln!("error: {line}");
        }
        ExitCode::from(self.code)
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let words = match &error {
            AppError::Incomplete(gaps) => format!("{error}: {gaps:?}"),
            AppError::Invalid { field, why } => format!("{field}: {why}"),
            other => chain(other),
        };
        Self::new(words)
    }
}

/// An error with what caused it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !words.ends_with(&said) {
            words = format!("{words}: {said}");
        }
        cause = error.source();
    }
    words
}

/// Errors that are said as they are.
macro_rules! said {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::new(chain(&error))
            }
        })+
    };
}

said!(
    crate::config::ConfigError,
    crate::config::secret::SecretFault,
    crate::db::DbError,
    crate::i18n::I18nError,
    crate::mail::MailError,
    crate::mail::keys::KeyFault,
    crate::mail::mailbox::MailboxFault,
    crate::mail::mailbox::PostFault,
    crate::mail::new_key::NewKeyFault,
    crate::mail::relay::RelayFault,
    crate::mail::sender::SenderFault,
    crate::mail::tls::RootFault,
    crate::papers::PaperFault,
    crate::telemetry::LogFault,
    crate::web::view::ViewError,
    csv::Error,
    serde_json::Error,
    std::io::Error,
);
