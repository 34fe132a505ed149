//! Browser and system of a sign-in, in words that people know their own devices by. Must not keep what a browser says of itself:
//! only names of this list are ever stored.

use std::fmt;

/// A browser and the system it runs on, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    browser: Option<&'static str>,
    system: Option<&'static str>,
}

/// What stands in the header of which browser; the first that fits counts, since most name others as well.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// The same for systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Device {
    /// Read from the header `User-Agent`.
    pub fn of(user_agent: &str) -> Self {
        let named = |list: &[(&str, &'static str)]| list.iter().find(|(part, _)| user_agent.contains(part)).map(|(_, name)| *name);
        Self { browser: named(&BROWSERS), system: named(&SYSTEMS) }
    }
}

impl fmt::Display for Device {
    /// Nothing for what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = [self.browser, self.system].into_iter().flatten().collect();
        f.write_str(&known.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_named_in_words_of_ours() {
        let chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        for (header, words) in [
            (format!("Mozilla/5.0 (X11; Linux x86_64) {chrome}"), "Chrome, Linux"),
            (format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) {chrome} Edg/140.0"), "Edge, Windows"),
            (format!("Mozilla/5.0 (Linux; Android 10; K) {chrome}"), "Chrome, Android"),
            ("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0".into(), "Firefox, Linux"),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15".into(),
                "Safari, macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1"
                    .into(),
                "Chrome, iPhone",
            ),
            ("<script>alert(1)</script>".into(), ""),
            (String::new(), ""),
        ] {
            assert_eq!(Device::of(&header).to_string(), words, "{header}");
        }
    }
}
