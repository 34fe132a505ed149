//! The configuration as it holds, with secrets masked and where each value comes from.

use url::Url;

use super::Config;
use super::load::Loaded;

/// What stands in place of a secret.
const MASK: &str = "***";

impl Loaded {
    /// The whole configuration as TOML; each line says after `#` where its value comes from. Secrets are masked.
    pub fn print(&self) -> String {
        let mut out = String::new();
        let Ok(serde_json::Value::Object(sections)) = serde_json::to_value(self.config.masked()) else { return out };
        for (section, keys) in sections {
            out.push_str(&format!("{}[{section}]\n", if out.is_empty() { "" } else { "\n" }));
            for (key, value) in keys.as_object().into_iter().flatten() {
                let origin = self.origins.get(&format!("{section}.{key}")).map_or_else(|| "default".to_owned(), ToString::to_string);
                let line = match value {
                    serde_json::Value::Null => format!("# {key} is not set"),
                    value => format!("{key} = {}  # {origin}", inline(value)),
                };
                out.push_str(&line);
                out.push('\n');
            }
        }
        out
    }
}

impl Config {
    /// The same without passwords. The secret and the signing keys are files, of which only the path is here.
    pub fn masked(&self) -> Self {
        let mut masked = self.clone();
        masked.database.url = mask_url(&self.database.url);
        masked.mail.smtp_url = self.mail.smtp_url.as_deref().map(mask_url);
        masked.mail.imap_url = self.mail.imap_url.as_deref().map(mask_url);
        masked.oidc.client_secret = self.oidc.client_secret.as_ref().map(|_| MASK.to_owned());
        masked
    }
}

/// A URL without its password: in the authority, and in libpq's query.
fn mask_url(text: &str) -> String {
    let Ok(mut url) = Url::parse(text) else {
        // libpq takes URLs the url crate does not; rather show too little.
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        return match rest.rsplit_once('@') {
            Some((_, rest)) if !rest.contains("password") => format!("{scheme}://{MASK}@{rest}"),
            None if !rest.contains("password") => text.to_owned(),
            _ => format!("{scheme}://{MASK}"),
        };
    };
    if url.password().is_some() && url.set_password(Some(MASK)).is_err() {
        return MASK.to_owned();
    }
    if url.query_pairs().any(|(key, _)| key.contains("password")) {
        let pairs: Vec<(String, String)> =
            url.query_pairs().map(|(k, v)| (k.to_string(), if k.contains("password") { MASK.to_owned() } else { v.to_string() })).collect();
        url.query_pairs_mut().clear().extend_pairs(pairs);
    }
    if url.password().is_none() && url.query().is_none_or(|q| !q.contains("password")) { text.to_owned() } else { url.to_string() }
}

fn inline(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(k, v)| format!("{k} = {}", inline(v))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        serde_json::Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        serde_json::Value::String(text) => toml::Value::String(text.clone()).to_string(),
        other => other.to_string(),
    }
}
