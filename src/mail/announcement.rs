//! The text of a message of the organisers: paragraphs of lines, in which addresses of pages become links. No markup of theirs counts.

use serde::Serialize;

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its lines.
    pub lines: Vec<Vec<Piece>>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// Where it leads; empty for plain words.
    pub link: String,
}

/// Cuts a text into paragraphs at its empty lines.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            is_open = false;
            continue;
        }
        match paragraphs.last_mut().filter(|_| is_open) {
            Some(paragraph) => paragraph.lines.push(pieces(line)),
            None => paragraphs.push(Paragraph { lines: vec![pieces(line)] }),
        }
        is_open = true;
    }
    paragraphs
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim().trim_start_matches(['(', '[', '<', '"', '“', '«', '„']);
        let address = bare.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '”', '»', '“']);
        let leads = |a: &str| url::Url::parse(a).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !(address.starts_with("https://") || address.starts_with("http://")) || !leads(address) {
            push(&mut pieces, word);
            continue;
        }
        let (before, after) = word.split_at(word.find(address).unwrap_or(0));
        push(&mut pieces, before);
        pieces.push(Piece { text: address.to_owned(), link: address.to_owned() });
        push(&mut pieces, &after[address.len()..]);
    }
    pieces
}

/// Adds plain words, to the last piece where that is plain, too.
fn push(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(last) if last.link.is_empty() => last.text.push_str(words),
        _ if words.is_empty() => {}
        _ => pieces.push(Piece { text: words.to_owned(), link: String::new() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pages_are_links_and_nothing_is_lost() {
        for (line, links) in [
            ("See https://ccb.belgium.be/nl?a=1&b=2.", vec!["https://ccb.belgium.be/nl?a=1&b=2"]),
            ("(http://a.be), https://b.be/c; and <https://d.be>", vec!["http://a.be", "https://b.be/c", "https://d.be"]),
            ("javascript:alert(1) data:text/html,x ftp://a.be www.a.be https:// https://", vec![]),
            ("<b>https://a.be</b>", vec![]),
            ("<a href=\"https://a.be\">here</a>", vec![]),
            ("", vec![]),
        ] {
            let pieces = pieces(line);
            assert_eq!(pieces.iter().map(|p| p.text.as_str()).collect::<String>(), line);
            assert_eq!(pieces.iter().filter(|p| !p.link.is_empty()).map(|p| p.link.as_str()).collect::<Vec<_>>(), links, "{line}");
        }
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        let cut = paragraphs("One\ntwo\n\n\nThree \n");
        let words: Vec<Vec<String>> =
            cut.iter().map(|p| p.lines.iter().map(|l| l.iter().map(|piece| piece.text.as_str()).collect()).collect()).collect();
        assert_eq!(words, [vec!["One".to_owned(), "two".into()], vec!["Three".into()]]);
        assert_eq!(paragraphs(" \n"), []);
    }
}
