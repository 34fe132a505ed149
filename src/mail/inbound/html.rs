//! HTML reduced to its words, for mails that have no text: never shown as HTML, so nothing in it is trusted or kept.

use mail_parser::decoders::html::add_html_token;

/// What is inside these is nothing to read.
const SILENT: [&str; 6] = ["script", "style", "head", "template", "title", "noscript"];
/// These begin a new line.
const BLOCKS: [&str; 14] = ["p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "blockquote", "hr"];

/// The words of a page, a line for each block.
pub fn reduce(page: &str) -> String {
    let mut out = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some((text, tagged)) = rest.split_once('<') {
        add_text(&mut out, text);
        if let Some(comment) = tagged.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        // A `<` that begins no tag is a character.
        if !tagged.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            out.push('<');
            rest = tagged;
            continue;
        }
        let (tag, after) = tagged.split_once('>').unwrap_or((tagged, ""));
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect::<String>().to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) {
            out.push('\n');
        }
        let silent = SILENT.contains(&name.as_str()) && !tag.starts_with('/') && !tag.ends_with('/');
        rest = if silent { behind(after, &name) } else { after };
    }
    add_text(&mut out, rest);
    out
}

/// What follows the end of a silent element; nothing where it never ends.
fn behind<'x>(text: &'x str, name: &str) -> &'x str {
    let mut rest = text;
    while let Some((_, tagged)) = rest.split_once("</") {
        if tagged.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return tagged.split_once('>').map_or("", |(_, after)| after);
        }
        rest = tagged;
    }
    ""
}

/// Text between tags: white space is one blank, character references are read.
fn add_text(out: &mut String, text: &str) {
    let blank = |out: &mut String| {
        if !out.is_empty() && !out.ends_with(['\n', ' ']) {
            out.push(' ');
        }
    };
    if text.starts_with(|c: char| c.is_ascii_whitespace()) {
        blank(out);
    }
    for (number, word) in text.split_ascii_whitespace().enumerate() {
        if number > 0 {
            blank(out);
        }
        add_word(out, word);
    }
    if text.ends_with(|c: char| c.is_ascii_whitespace()) {
        blank(out);
    }
}

fn add_word(out: &mut String, word: &str) {
    let mut rest = word;
    while let Some((before, reference)) = rest.split_once('&') {
        out.push_str(before);
        // The longest names of characters that people use have eight letters.
        let name = reference.bytes().take(11).position(|b| b == b';').and_then(|end| reference.get(..end));
        match name.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')) {
            Some(name) => {
                add_html_token(out, format!("&{name};").as_bytes(), false);
                rest = &reference[name.len() + 1..];
            }
            None => {
                out.push('&');
                rest = reference;
            }
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_become_words() {
        for (page, expected) in [
            (
                "<html><head><title>x</title></head><body><p>Bonjour&nbsp;&eacute;l&#232;<b>ve</b> &lt;b&gt;</p><p>2 < 3 &amp; x</p>",
                "Bonjour\u{a0}élève <b>\n\n2 < 3 & x",
            ),
            ("<style type=\"text/css\">a{}</style><script>if (a<b) alert('</p>')</SCRIPT >ok", "ok"),
            ("<!-- no --> a<br>b <![CDATA[x]]>", "a\nb"),
            ("<script>never ends", ""),
            ("a <", "a <"),
            ("&bogus; &; &", "&bogus; &; &"),
        ] {
            assert_eq!(reduce(page).trim(), expected, "{page}");
        }
        assert!(reduce(&"&".repeat(200_000)).len() >= 200_000);
    }
}
