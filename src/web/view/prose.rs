//! Sentences with addresses in them, as pieces: each e-mail address becomes a link.

use serde::Serialize;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// Whether it is an e-mail address, to be written to.
    pub is_address: bool,
}

/// Cuts a text around the addresses in it. Only for texts of ours: what somebody typed gets no links.
pub fn linked(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let address = word.trim().trim_end_matches(['.', ',', ';', ':', '?', ')']);
        let (before, after) = word.split_at(word.find(address).unwrap_or(0));
        let is_address = address.split_once('@').is_some_and(|(mailbox, domain)| !mailbox.is_empty() && domain.contains('.'));
        if !is_address {
            push(&mut pieces, word);
            continue;
        }
        push(&mut pieces, before);
        pieces.push(Piece { text: address.to_owned(), is_address: true });
        push(&mut pieces, &after[address.len()..]);
    }
    pieces
}

/// Adds plain words, to the last piece where that is plain, too.
fn push(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(last) if !last.is_address => last.text.push_str(words),
        _ if words.is_empty() => {}
        _ => pieces.push(Piece { text: words.to_owned(), is_address: false }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_links_and_nothing_is_lost() {
        for (text, addresses) in [
            ("Write to events@example.be.", vec!["events@example.be"]),
            ("Rue 1, a@b.be, or dpo@c.be; thanks", vec!["a@b.be", "dpo@c.be"]),
            ("No address @ all", vec![]),
            ("", vec![]),
        ] {
            let pieces = linked(text);
            assert_eq!(pieces.iter().map(|p| p.text.as_str()).collect::<String>(), text);
            assert_eq!(pieces.iter().filter(|p| p.is_address).map(|p| p.text.as_str()).collect::<Vec<_>>(), addresses, "{text}");
        }
    }
}
