//! The newcomer's first minute: what to open, where mails lie, how to sign in.

use std::fmt::Write;

use super::{Failure, Parts};
use crate::app::show::EventView;
use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::staff::Role;

/// The words that are printed when visitors can come.
pub async fn words(parts: &Parts, logins: &[(Role, &'static str, String)]) -> Result<String, Failure> {
    let base = &parts.config.server.base_url;
    let now = parts.app.now();
    let events = parts.app.public_events(now).await?;
    let open: Vec<&EventView> = events.iter().filter(|view| view.stored.event.window(now) == Window::Open).collect();
    let full = open.iter().find_map(|view| sold_out(view).map(|words| (*view, words)));
    let free = open.iter().find(|view| sold_out(view).is_none());
    let line =
        |view: &EventView| format!("{base}/en/events/{}\n{:27}{}", view.stored.event.slug, "", view.stored.event.title.get_or_any(Language::En));
    let mut out = String::new();
    let mut say = |label: &str, words: &str| {
        let _ = writeln!(out, "  {label:<25}{words}");
    };
    say("", "");
    say("Quarterdeck is open:", &format!("{base}/en/   (also /nl/ /fr/ /de/)"));
    say("", "");
    if let Some(view) = free {
        say("Take a seat:", &line(view));
    }
    if let Some((view, words)) = full {
        say("Sold out, with a queue:", &line(view));
        say("", &words);
    }
    say("Your mails:", &format!("{}/   newest last; the first holds the link to confirm", parts.config.mail.directory.display()));
    say("", "");
    say("Staff:", &format!("{base}/organiser/"));
    for (role, email, password) in logins {
        say("", &format!("{:<11}{email:<32}{password}", role.code()));
    }
    say("", "");
    say("Figures:", &format!("{base}/organiser/en/figures"));
    say("Stop:", "Ctrl-C; the next start on the same day goes on where you left");
    Ok(out)
}

/// How many seats are taken and how many people wait, when there is no seat left in some way of attending.
fn sold_out(view: &EventView) -> Option<String> {
    Mode::ALL.iter().copied().find_map(|mode| {
        let (taken, waiting) = (view.stored.taken(mode).total(), view.waiting_for(mode));
        let capacity = view.stored.event.seats.pool(mode).capacity?;
        (waiting > 0 && taken >= capacity).then(|| format!("{taken} of {capacity} seats taken, {waiting} people waiting"))
    })
}
