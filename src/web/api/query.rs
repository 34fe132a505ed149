//! The parameters of a query: each known, each once, each checked.

use super::problem::{FieldError, Problem};

/// A query being read. What is left over at the end is refused.
#[derive(Debug)]
pub struct Query {
    pairs: Vec<(String, String)>,
    known: Vec<&'static str>,
    errors: Vec<FieldError>,
}

impl Query {
    /// Reads a query string.
    pub fn of(text: &str) -> Self {
        let pairs = url::form_urlencoded::parse(text.as_bytes()).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        Self { pairs, known: Vec::new(), errors: Vec::new() }
    }

    /// A parameter's text.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        self.known.push(name);
        let mut values = Vec::new();
        self.pairs.retain(|(key, value)| {
            let mine = key == name;
            if mine {
                values.push(value.clone());
            }
            !mine
        });
        if values.len() > 1 {
            self.refuse(name, "repeated", "the parameter is given more than once; give it once");
        }
        values.into_iter().next()
    }

    /// A parameter that parses.
    pub fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        text.parse().map_err(|e: T::Err| self.refuse(name, "invalid", e.to_string())).ok()
    }

    /// A parameter that must be there and parse.
    pub fn required<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, name: &'static str, hint: &str) -> Option<T> {
        if self.pairs.iter().all(|(key, _)| key != name) {
            self.known.push(name);
            self.refuse(name, "missing", hint);
            return None;
        }
        self.parsed(name)
    }

    /// Words with commas between them.
    pub fn words<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, name: &'static str) -> Option<Vec<T>> {
        let text = self.text(name)?;
        let mut found = Vec::new();
        for word in text.split(',') {
            match word.trim().parse::<T>() {
                Ok(value) => found.push(value),
                Err(e) => self.refuse(name, "invalid", e.to_string()),
            }
        }
        Some(found)
    }

    /// Notes a refusal.
    pub fn refuse(&mut self, name: &str, code: &'static str, detail: impl Into<String>) {
        self.errors.push(FieldError::of(name, code, detail));
    }

    /// The end: every refusal at once.
    ///
    /// # Errors
    /// `invalid`.
    pub fn finish(mut self) -> Result<(), Problem> {
        let known = if self.known.is_empty() { "this call has no parameters".into() } else { format!("known are: {}", self.known.join(", ")) };
        for (name, _) in std::mem::take(&mut self.pairs) {
            let name: String = name.chars().take(60).collect();
            self.refuse(&name, "unknown_parameter", format!("there is no parameter {name:?}; {known}"));
        }
        if self.errors.is_empty() { Ok(()) } else { Err(Problem::invalid(self.errors)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_query_is_named() {
        let mut query = Query::of("limit=x&limit=2&stat=1&by=a,2");
        assert_eq!(query.parsed::<u32>("limit"), None);
        assert_eq!(query.words::<u32>("by"), Some(vec![2]));
        let problem = query.finish().unwrap_err();
        assert_eq!(problem.code(), "invalid");
        let text = format!("{problem:?}");
        for part in ["more than once", "invalid digit", "known are: limit, by"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
