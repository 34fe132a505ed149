//! Reads the configuration: a TOML file, then `QUARTERDECK_SECTION__KEY` from the environment. A key nobody knows is an
//! error that names the nearest known one: a limit that was mistyped must not silently stay at its default.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::Serialized;
use figment::value::Value;

use super::Config;

/// What the names of environment variables begin with.
pub const PREFIX: &str = "QUARTERDECK_";

/// Why a configuration was refused. Never holds a value that may be secret.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration file {path}: {source}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no TOML.
    #[error("{path}, line {line}: {message}")]
    Form {
        /// Which file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// A key nobody knows.
    #[error("{origin}: unknown key {key}{}", .nearest.as_ref().map_or_else(String::new, |n| format!("; did you mean {n}?")))]
    UnknownKey {
        /// File or environment variable.
        origin: String,
        /// The key.
        key: String,
        /// The nearest one there is.
        nearest: Option<String>,
    },
    /// A value of the wrong kind.
    #[error("{origin}: {key}: {message}")]
    Value {
        /// File or environment variable.
        origin: String,
        /// The key.
        key: String,
        /// What is expected.
        message: String,
    },
    /// Values that cannot be used, each with the way out.
    #[error("{}", .0.join("\n"))]
    Refused(Vec<String>),
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    File(PathBuf),
    Environment(String),
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Environment(name) => f.write_str(name),
        }
    }
}

/// A configuration with where each value that is no default comes from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What holds.
    pub config: Config,
    pub(super) origins: BTreeMap<String, Origin>,
}

impl Loaded {
    /// Reads file and environment and checks the whole.
    ///
    /// # Errors
    /// Any fault of form, an unknown key, or values that do not go together.
    pub fn read(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let loaded = Self::gather(file, environment)?;
        let mut faults = loaded.config.faults();
        if let Some(path) = file {
            faults.extend(loaded.open_file(path));
        }
        if faults.is_empty() { Ok(loaded) } else { Err(ConfigError::Refused(faults)) }
    }

    pub(super) fn gather(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let known = known_keys();
        let mut origins = BTreeMap::new();
        let mut figment = Figment::from(Serialized::defaults(Config::default()));
        if let Some(path) = file {
            for (key, value) in from_file(path, &known)? {
                origins.insert(key.clone(), Origin::File(path.to_owned()));
                figment = figment.merge(Serialized::default(&key, value));
            }
        }
        for (name, text) in environment {
            let Some(key) = key_of_variable(&name, &known)? else { continue };
            let kind = known.get(&key).copied().unwrap_or(Kind::Text);
            origins.insert(key.clone(), Origin::Environment(name));
            figment = figment.merge(Serialized::default(&key, kind.read(&text)));
        }
        let mut config: Config = figment.extract().map_err(|e| value_error(e, &origins))?;
        config.server.base_url = usual_form(&config.server.base_url);
        Ok(Self { config, origins })
    }
}

/// An address as browsers write it: scheme and host in small letters, no port that goes without saying. Hosts and origins
/// are compared with it, and https must be recognised however it was typed. What is more than that is left for
/// `validate` to refuse.
fn usual_form(address: &str) -> String {
    match url::Url::parse(address) {
        Ok(url) if url.path() == "/" && !address.ends_with('/') && url.query().is_none() && url.fragment().is_none() => {
            url.as_str().trim_end_matches('/').to_owned()
        }
        _ => address.to_owned(),
    }
}

/// What the value of a key looks like, for environment variables, which are all text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Plain,
    List,
}

impl Kind {
    fn read(self, text: &str) -> Value {
        let parsed = || text.parse::<Value>().unwrap_or_else(|never| match never {});
        match self {
            Self::Text => Value::from(text),
            Self::Plain => parsed(),
            // A bare list is handier in an environment than a TOML one.
            Self::List if text.trim_start().starts_with('[') => parsed(),
            Self::List => Value::from(text.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect::<Vec<_>>()),
        }
    }
}

/// Every key, read off the defaults themselves, so that none can be forgotten.
fn known_keys() -> BTreeMap<String, Kind> {
    let mut known = BTreeMap::new();
    if let Ok(serde_json::Value::Object(sections)) = serde_json::to_value(Config::default()) {
        for (section, keys) in sections {
            for (key, value) in keys.as_object().into_iter().flatten() {
                let kind = match value {
                    serde_json::Value::Array(_) => Kind::List,
                    serde_json::Value::Number(_) | serde_json::Value::Bool(_) => Kind::Plain,
                    _ => Kind::Text,
                };
                known.insert(format!("{section}.{key}"), kind);
            }
        }
    }
    known
}

fn from_file(path: &Path, known: &BTreeMap<String, Kind>) -> Result<Vec<(String, toml::Value)>, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
    let table: toml::Table = toml::from_str(&text).map_err(|e| ConfigError::Form {
        path: path.to_owned(),
        line: e.span().map_or(1, |span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1),
        message: e.message().to_owned(),
    })?;
    let mut found = Vec::new();
    for (section, value) in table {
        match value {
            toml::Value::Table(keys) if known.keys().any(|k| k.split('.').next() == Some(&section)) => {
                found.extend(keys.into_iter().map(|(key, value)| (format!("{section}.{key}"), value)));
            }
            other if other.is_table() => found.push((format!("[{section}]"), other)),
            other => found.push((section, other)),
        }
    }
    match found.iter().find(|(key, _)| !known.contains_key(key)) {
        Some((key, _)) => Err(unknown(Origin::File(path.to_owned()), key, known)),
        None => Ok(found),
    }
}

/// The key an environment variable sets; `None` for variables that are not ours.
fn key_of_variable(name: &str, known: &BTreeMap<String, Kind>) -> Result<Option<String>, ConfigError> {
    let Some(rest) = name.strip_prefix(PREFIX) else { return Ok(None) };
    let lower = rest.to_ascii_lowercase();
    let key = match lower.split_once("__") {
        Some((section, key)) => format!("{section}.{key}"),
        // With one underscore it may be another program's (Kubernetes sets QUARTERDECK_SERVICE_HOST), or a slip.
        None => match lower.split_once('_').filter(|(section, _)| known.keys().any(|k| k.split('.').next() == Some(section))) {
            Some((section, key)) => return Err(unknown_variable(name, &format!("{section}.{key}"), known)),
            None => return Ok(None),
        },
    };
    if known.contains_key(&key) { Ok(Some(key)) } else { Err(unknown_variable(name, &key, known)) }
}

fn unknown_variable(name: &str, key: &str, known: &BTreeMap<String, Kind>) -> ConfigError {
    let nearest = nearest(key, known).map(|k| format!("{PREFIX}{}", k.replacen('.', "__", 1).to_ascii_uppercase()));
    ConfigError::UnknownKey { origin: "environment".into(), key: name.to_owned(), nearest }
}

fn unknown(origin: Origin, key: &str, known: &BTreeMap<String, Kind>) -> ConfigError {
    let nearest = match key.strip_prefix('[') {
        Some(section) => {
            let sections = known.keys().filter_map(|k| k.split('.').next());
            let distance = |s: &str| strsim::damerau_levenshtein(section.trim_end_matches(']'), s);
            sections.map(|s| (distance(s), s)).min().filter(|(d, _)| *d <= 3).map(|(_, s)| format!("[{s}]"))
        }
        None => nearest(key, known),
    };
    ConfigError::UnknownKey { origin: origin.to_string(), key: key.to_owned(), nearest }
}

fn nearest(key: &str, known: &BTreeMap<String, Kind>) -> Option<String> {
    let bare = |k: &str| k.split_once('.').map_or(k, |(_, key)| key).to_owned();
    let distance = |k: &String| strsim::damerau_levenshtein(key, k).min(1 + strsim::damerau_levenshtein(&bare(key), &bare(k)));
    known.keys().map(|k| (distance(k), k)).min().filter(|(d, k)| *d <= 2 + k.len() / 4).map(|(_, k)| k.clone())
}

fn value_error(error: figment::Error, origins: &BTreeMap<String, Origin>) -> ConfigError {
    let path = error.path.join(".");
    let set = origins.iter().find(|(key, _)| path == **key || path.starts_with(&format!("{key}.")));
    let (key, origin) = match set {
        // A variable is one text: the place inside it says nothing.
        Some((key, origin @ Origin::Environment(_))) => (key.clone(), origin.to_string()),
        Some((_, origin)) => (path, origin.to_string()),
        None => (path, "default".to_owned()),
    };
    ConfigError::Value { origin, key, message: error.kind.to_string() }
}
