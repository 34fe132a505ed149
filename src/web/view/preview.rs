//! Every page in every language from sample data: drawn, checked, and written to `$QUARTERDECK_PREVIEW_DIR` to be looked at.

use std::sync::LazyLock;

use super::*;
use crate::domain::language::Language;

mod attendance_samples;
mod attestation_samples;
mod check;
mod dashboard_samples;
mod guest_samples;
mod invitation_samples;
mod join_samples;
mod mail_samples;
mod mandate_samples;
mod objection_samples;
mod offer_samples;
mod organisation_samples;
mod public_samples;
mod roster_samples;
mod staff_samples;

pub(super) static PAGES: LazyLock<Pages> =
    LazyLock::new(|| Pages::new(Arc::new(Catalogue::load(None).unwrap()), Overrides::default()).unwrap().with_contact("events@example.be"));

/// One drawn sample.
pub(super) struct Sample {
    pub name: String,
    pub html: String,
    /// Whether its form has faults.
    pub faulty: bool,
}

pub(super) fn sample<V: View>(name: &str, head: &Head, view: &V, faulty: bool) -> Sample {
    Sample {
        name: name.to_owned(),
        html: PAGES.draw(head, view).unwrap_or_else(|e| panic!("{name}: {e}: {:?}", std::error::Error::source(&e))),
        faulty,
    }
}

fn every_sample(language: Language) -> Vec<Sample> {
    let mut samples = public_samples::all(language);
    samples.extend(invitation_samples::all(language));
    samples.extend(join_samples::all(language));
    samples.extend(mandate_samples::all(language));
    samples.extend(objection_samples::all(language));
    samples.extend(guest_samples::all(language));
    samples.extend(attendance_samples::all(language));
    samples.extend(dashboard_samples::all(language));
    samples.extend(attestation_samples::all(language));
    samples.extend(staff_samples::all(language));
    samples
}

#[test]
fn preview_every_page_in_every_language() {
    let folder = std::env::var_os("QUARTERDECK_PREVIEW_DIR").map(std::path::PathBuf::from);
    let style = PAGES.assets().get("style.css").unwrap().bytes.len();
    for language in Language::ALL {
        for Sample { name, html, faulty } in every_sample(*language) {
            let what = format!("{name} in {language}");
            check::page(&what, &html, *language, faulty);
            assert!(html.len() + style < 60_000, "{what}: {} bytes with its style", html.len() + style);
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder.join("static")).unwrap();
                let css = PAGES.assets().href("style.css").to_owned();
                let local = html.replace(&css, "static/style.css").replace(PAGES.assets().href("icon.svg"), "static/icon.svg");
                std::fs::write(folder.join(format!("{name}.{language}.html")), local).unwrap();
                std::fs::write(folder.join("static/style.css"), &PAGES.assets().get("style.css").unwrap().bytes).unwrap();
            }
        }
    }
}
