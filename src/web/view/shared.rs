//! Pages that everybody sees alike, but for a few tokens: drawn once and kept until something in them changes. A page is kept with
//! what it shows, and drawn anew when that differs, so that an old one can never be shown. It must not know any single page.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use ring::rand::{SecureRandom, SystemRandom};

/// Addresses whose page is kept, some 20 KB each; then all are dropped, and drawn again as they are asked for.
const KEPT: usize = 100;

/// The pages kept.
pub(super) struct Shared {
    /// Stands in a page where a token goes. Nobody can guess it, so that no text contains it.
    mark: String,
    pages: Mutex<HashMap<String, Kept>>,
}

/// The page of an address, with what it shows.
struct Kept {
    shows: Vec<u8>,
    cut: Arc<Cut>,
}

/// A page cut where tokens go: text, then which token, and so on.
struct Cut {
    parts: Vec<(String, Option<usize>)>,
}

impl Shared {
    /// With a mark of its own; `None` without randomness.
    pub(super) fn new() -> Option<Self> {
        let mut bytes = [0_u8; 16];
        SystemRandom::new().fill(&mut bytes).ok()?;
        Some(Self { mark: hex(&bytes), pages: Mutex::default() })
    }

    /// What stands in a page for this token.
    pub(super) fn mark(&self, token: usize) -> String {
        format!("{}-{token}-", self.mark)
    }

    /// The page of an address: the one kept, if it shows just this, or the one that `draw` makes; with these tokens.
    pub(super) fn page<E>(&self, address: &str, shows: Vec<u8>, tokens: &[&str], draw: impl FnOnce() -> Result<String, E>) -> Result<String, E> {
        let known =
            self.pages.lock().unwrap_or_else(PoisonError::into_inner).get(address).filter(|kept| kept.shows == shows).map(|kept| kept.cut.clone());
        let cut = match known {
            Some(cut) => cut,
            None => {
                let cut = Arc::new(self.cut(&draw()?, tokens.len()));
                let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
                if pages.len() >= KEPT && !pages.contains_key(address) {
                    pages.clear();
                }
                pages.insert(address.to_owned(), Kept { shows, cut: cut.clone() });
                cut
            }
        };
        Ok(cut.with(tokens))
    }

    fn cut(&self, page: &str, tokens: usize) -> Cut {
        let marks: Vec<String> = (0..tokens).map(|token| self.mark(token)).collect();
        let found = |(token, mark): (usize, &String)| page.match_indices(mark.as_str()).map(|(at, _)| (at, token)).collect::<Vec<_>>();
        let mut places: Vec<(usize, usize)> = marks.iter().enumerate().flat_map(found).collect();
        places.sort_unstable();
        let mut parts = Vec::with_capacity(places.len() + 1);
        let mut from = 0;
        for (at, token) in places {
            parts.push((page[from..at].to_owned(), Some(token)));
            from = at + marks[token].len();
        }
        parts.push((page[from..].to_owned(), None));
        Cut { parts }
    }
}

impl Cut {
    fn with(&self, tokens: &[&str]) -> String {
        let token = |token: &Option<usize>| token.and_then(|i| tokens.get(i)).copied().unwrap_or_default();
        let mut page = String::with_capacity(self.parts.iter().map(|(text, slot)| text.len() + token(slot).len()).sum());
        for (text, slot) in &self.parts {
            page.push_str(text);
            page.push_str(token(slot));
        }
        page
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_drawn_once_and_gets_its_own_tokens() {
        let shared = Shared::new().unwrap();
        let text = format!("<a>{}</a><b>{}</b><c>{}</c>", shared.mark(1), shared.mark(0), shared.mark(1));
        let mut drawn = Vec::new();
        for (address, shows, tokens) in [
            ("x", "3 seats", ["k1", "t1"]),
            ("x", "3 seats", ["k2", "t2"]),
            ("y", "3 seats", ["k3", "t3"]),
            ("x", "2 seats", ["k4", "t4"]),
            ("x", "3 seats", ["k5", "t5"]),
        ] {
            let page = shared.page(address, shows.into(), &tokens, || {
                drawn.push((address, shows));
                Ok::<_, ()>(text.clone())
            });
            assert_eq!(page.unwrap(), format!("<a>{1}</a><b>{0}</b><c>{1}</c>", tokens[0], tokens[1]));
        }
        assert_eq!(drawn, [("x", "3 seats"), ("y", "3 seats"), ("x", "2 seats"), ("x", "3 seats")], "whenever it shows something else");
    }

    #[test]
    fn what_cannot_be_drawn_is_not_kept_and_many_are_not_kept_for_ever() {
        let shared = Shared::new().unwrap();
        assert_eq!(shared.page("x", Vec::new(), &[], || Err("no")), Err("no"));
        for n in 0..KEPT * 3 {
            assert_eq!(shared.page(&n.to_string(), Vec::new(), &[], || Ok::<_, ()>(n.to_string())), Ok(n.to_string()));
        }
        assert!(shared.pages.lock().unwrap().len() <= KEPT);
        assert_eq!(shared.page("x", Vec::new(), &[], || Ok::<_, ()>("drawn".into())), Ok("drawn".into()));
    }
}
