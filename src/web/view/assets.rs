//! The files beside the pages: served under a name made from their content, so that browsers may keep them for ever.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use rust_embed::RustEmbed;

use super::engine::ViewError;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Embedded;

/// One file as it goes out.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub content_type: &'static str,
    /// A strong entity tag, with quotes.
    pub etag: String,
    /// What to send as Cache-Control.
    pub cache_control: &'static str,
}

/// All files by the name they are served under.
#[derive(Debug, Default)]
pub struct Assets {
    served: BTreeMap<String, Asset>,
    current: BTreeMap<String, String>,
}

impl Assets {
    /// Reads the embedded files and those of the override folder, which replace the embedded ones of the same name.
    pub fn load(overrides: Option<&Path>) -> Result<Self, ViewError> {
        let mut assets = Self::default();
        for name in Embedded::iter() {
            let own = overrides.map(|folder| folder.join(name.as_ref())).filter(|own| own.is_file());
            let bytes = match own {
                Some(own) => Cow::Owned(std::fs::read(&own).map_err(|source| ViewError::Read { path: own, source })?),
                None => match Embedded::get(&name) {
                    Some(file) => file.data,
                    None => continue,
                },
            };
            assets.add(&name, bytes);
        }
        Ok(assets)
    }

    fn add(&mut self, name: &str, bytes: Cow<'static, [u8]>) {
        let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
        let hash: String = digest.as_ref().iter().take(8).map(|b| format!("{b:02x}")).collect();
        let hashed = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{name}.{hash}"),
        };
        let asset =
            Asset { bytes, content_type: content_type(name), etag: format!("\"{hash}\""), cache_control: "public, max-age=31536000, immutable" };
        self.served.insert(hashed.clone(), asset.clone());
        self.served.insert(name.to_owned(), Asset { cache_control: "public, max-age=300", ..asset });
        self.current.insert(name.to_owned(), format!("/static/{hashed}"));
    }

    /// The file served as `/static/<name>`, with or without its hash.
    pub fn get(&self, name: &str) -> Option<&Asset> {
        self.served.get(name)
    }

    /// The address of a file in its present version; empty when there is no such file.
    pub fn href(&self, name: &str) -> &str {
        self.current.get(name).map_or("", String::as_str)
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_served_under_the_name_of_their_content() {
        let assets = Assets::load(None).unwrap();
        let href = assets.href("style.css");
        let asset = assets.get(href.strip_prefix("/static/").unwrap()).unwrap();
        assert_eq!(asset.content_type, "text/css; charset=utf-8");
        assert!(asset.cache_control.contains("immutable") && href.contains(asset.etag.trim_matches('"')));
        assert!(!assets.get("style.css").unwrap().cache_control.contains("immutable"), "the bare name may change its content");
        assert!(assets.get("../Cargo.toml").is_none());
        let mut other = Assets::default();
        other.add("style.css", Cow::Borrowed(b"x"));
        assert_ne!(other.href("style.css"), href);
    }

    /// Relative luminance of `#rrggbb` (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |i: usize| {
            let c = f64::from(u8::from_str_radix(&colour[i..i + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn colours_are_far_enough_apart_in_light_and_dark() {
        let css = String::from_utf8(Embedded::get("style.css").unwrap().data.into_owned()).unwrap();
        let colours = |block: &str| -> BTreeMap<String, String> {
            let lines = block.lines().filter_map(|l| l.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
            lines.filter(|(_, v)| v.starts_with('#')).map(|(n, v)| (n.to_owned(), v.to_owned())).collect()
        };
        let (light, rest) = css.split_once("prefers-color-scheme: dark").unwrap();
        let light = colours(light);
        let mut dark = light.clone();
        dark.extend(colours(rest.split_once("\n}").unwrap().0));
        let on_paper = ["ink", "soft", "sea", "good", "wait", "stop"].map(|c| (c, "paper", 4.5));
        let on_wash = ["ink", "soft", "sea", "stop"].map(|c| (c, "wash", 4.5));
        let on_tones = ["good", "wait", "stop"].into_iter().flat_map(|tone| ["ink", "sea", tone].map(move |c| (c, tone)));
        let reversed =
            [("on-sea", "sea"), ("on-deep", "deep"), ("deep-soft", "deep"), ("on-stop", "stop"), ("on-signal", "signal"), ("signal", "deep")];
        for (theme, of) in [("light", &light), ("dark", &dark)] {
            let mut pairs: Vec<(&str, String, f64)> = on_paper.iter().chain(&on_wash).map(|(a, b, r)| (*a, (*b).to_owned(), *r)).collect();
            pairs.extend(on_tones.clone().map(|(c, tone)| (c, format!("{tone}-wash"), 4.5)));
            pairs.extend(reversed.map(|(a, b)| (a, b.to_owned(), 4.5)));
            pairs.extend([("edge", "paper".to_owned(), 3.0), ("edge", "wash".to_owned(), 3.0)]);
            for (front, back, least) in pairs {
                let (a, b) = (luminance(&of[front]), luminance(&of[&back]));
                let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(ratio >= least, "{theme}: {front} on {back} is {ratio:.2}:1, at least {least}:1");
            }
        }
    }
}
