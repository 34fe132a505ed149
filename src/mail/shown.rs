//! A mail as anybody but its recipient may see it: every personal link without the part that opens it, and the calendar object in lines
//! for people. Whoever reads mails must not be able to act as those who got them.

use super::message::{About, EventFacts, Links, Snapshot};

/// Stands where the secret part of a link stood.
pub const NO_TOKEN: &str = "···";

/// The links of a mail, none of which opens anything of a person's.
pub fn links(base_url: &str, mail: &Snapshot, event: Option<&EventFacts>) -> Links {
    let language = mail.language;
    match (&mail.about, event) {
        (About::Registration(_), Some(event)) => {
            Links::new(base_url, language, event, NO_TOKEN).with_pass(NO_TOKEN.to_owned()).joined_at(base_url, language, NO_TOKEN)
        }
        (About::Invitation(_), Some(event)) => Links::of_invitation(base_url, language, event, NO_TOKEN),
        (About::Guest(_), Some(event)) => Links::of_guests(base_url, language, event, NO_TOKEN),
        (About::Offer(_), Some(event)) => Links::of_offer(base_url, language, event, NO_TOKEN),
        (About::Mandate(_), _) | (_, None) => Links::of_mandate(base_url, language, NO_TOKEN),
    }
}

/// Signs in a row that only a secret of ours has: the tokens of personal links are longer, words are shorter.
const SECRET: usize = 40;

/// A text in which somebody may have quoted a mail of ours, without what opens its links: each long run of the signs that tokens are
/// made of, also where a mail program has broken it and begun the next line with `>`.
pub fn blotted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_of_token) {
        out.push_str(&rest[..start]);
        let run = &rest[start..];
        let (signs, length) = token(run);
        let is_secret = signs >= SECRET && is_random(&run[..length]);
        let end = if is_secret { length } else { run.find(|c| !is_of_token(c)).unwrap_or(run.len()) };
        out.push_str(if is_secret { NO_TOKEN } else { &run[..end] });
        rest = &run[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a run may be drawn by chance: a long word has capitals at its beginning at most, a line of dashes has none.
fn is_random(run: &str) -> bool {
    run.chars().skip(1).filter(char::is_ascii_uppercase).count() > 2
}

const fn is_of_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// How many signs a run has, and how many octets it takes with one line break and what quotes the next line.
fn token(run: &str) -> (usize, usize) {
    let first = run.find(|c| !is_of_token(c)).unwrap_or(run.len());
    let Some(next) = run[first..].strip_prefix('\n') else { return (first, first) };
    let quoted = next.trim_start_matches(['>', ' ']);
    let more = quoted.find(|c| !is_of_token(c)).unwrap_or(quoted.len());
    // Only what is no token by itself is looked for behind the break, and a word that ends a line is none.
    if !(SECRET / 4..SECRET).contains(&first) || more == 0 {
        return (first, first);
    }
    (first + more, run.len() - quoted.len() + more)
}

/// What people want to know of a calendar object, in this order. ORGANIZER is where answers go: its address may tell who answers.
const TOLD: [&str; 10] = ["METHOD", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "STATUS", "ATTENDEE", "SEQUENCE", "DTSTAMP", "UID"];

/// Name and value of the lines of a calendar object that people want to know, unfolded and unescaped, of its event only.
pub fn calendar_lines(object: &str) -> Vec<(&'static str, String)> {
    let unfolded = object.replace("\r\n ", "").replace("\r\n\t", "");
    // The rules of the time zone have starts of their own, the alarm words of its own.
    let mut inside: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for line in unfolded.lines() {
        let Some((left, value)) = split(line) else { continue };
        let name = left.split(';').next().unwrap_or(left);
        match name {
            "BEGIN" => inside.push(value),
            "END" => drop(inside.pop()),
            _ if matches!(inside.last(), Some(&"VEVENT" | &"VCALENDAR")) => {
                if let Some(told) = TOLD.iter().position(|told| *told == name) {
                    found.push((told, readable(left, value)));
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(place, value)| (TOLD[place], value)).collect()
}

/// At the colon that ends name and parameters: one within quotes does not.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == ':' && !quoted).then_some(at)
    })?;
    Some((&line[..at], &line[at + 1..]))
}

fn readable(left: &str, value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut escaped = false;
    for c in value.chars() {
        match (escaped, c) {
            (false, '\\') => {
                escaped = true;
                continue;
            }
            (true, 'n' | 'N') => text.push(' '),
            (_, other) => text.push(other),
        }
        escaped = false;
    }
    let zone = left.split(';').find_map(|part| part.strip_prefix("TZID="));
    let answer = left.split(';').find_map(|part| part.strip_prefix("PARTSTAT="));
    let text = text.strip_prefix("mailto:").map(str::to_owned).unwrap_or(text);
    let beside: Vec<&str> = zone.into_iter().chain(answer).collect();
    if beside.is_empty() { text } else { format!("{text} ({})", beside.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_a_quoted_link_is_blotted() {
        let token = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFf-_G";
        let whole = format!("Hello\n> https://a.be/nl/r/{token}?done=x\n> Bye");
        assert_eq!(blotted(&whole), "Hello\n> https://a.be/nl/r/···?done=x\n> Bye");
        for at in [12, 20, 31] {
            let broken = format!("> /r/{}\n> {}\nBye", &token[..at], &token[at..]);
            assert_eq!(blotted(&broken), "> /r/···\nBye", "broken at {at}");
        }
        let passed_on = format!("https://safe.example/?url=https%3A%2F%2Fa.be%2Fr%2F{token}&x=1");
        assert!(!blotted(&passed_on).contains(&token[5..]), "{}", blotted(&passed_on));
        for harmless in [
            "",
            "Ik kom niet.\nTot dan",
            &"-".repeat(70),
            "Informatiebeveiligingsverantwoordelijke\n> ja",
            "a_b-c",
            "https://ccb.belgium.be/nl/nieuws/een-lange-titel\nMet groeten",
            "é…\n>",
        ] {
            assert_eq!(blotted(harmless), *harmless);
        }
    }

    #[test]
    fn a_calendar_object_is_told_in_lines() {
        let object = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\nBEGIN:STANDARD\r\n\
                      DTSTART:19961027T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:x@example.be\r\n\
                      ORGANIZER;CN=\"A: b\":mailto:rsvp+secret@example.be\r\nATTENDEE;CN=\"Zoë: D\";PARTSTAT=ACCEPTED:mailto:zo\r\n e@example.be\r\n\
                      DTSTART;TZID=Europe/Brussels:20261210T140000\r\nSUMMARY:One\\, two\\nthree\r\nBEGIN:VALARM\r\nSUMMARY:alarm\r\n\
                      END:VALARM\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let expected = [
            ("METHOD", "REQUEST"),
            ("SUMMARY", "One, two three"),
            ("DTSTART", "20261210T140000 (Europe/Brussels)"),
            ("STATUS", "CONFIRMED"),
            ("ATTENDEE", "zoe@example.be (ACCEPTED)"),
            ("UID", "x@example.be"),
        ];
        assert_eq!(calendar_lines(object), expected.map(|(name, value)| (name, value.to_owned())));
    }
}
