//! What every page must be: well-formed, labelled, one heading, no missing text, nothing from elsewhere.

use scraper::{Html, Selector};

use crate::domain::language::Language;

const VOID: [&str; 6] = ["meta", "link", "input", "br", "wbr", "!doctype"];

pub(in super::super) fn page(what: &str, html: &str, language: Language, faulty: bool) {
    assert!(!html.contains('⟦'), "{what}: a text is missing");
    tags_close(what, html);
    let tree = Html::parse_document(html);
    let select = |css: &str| Selector::parse(css).unwrap();
    let count = |css: &str| tree.select(&select(css)).count();
    assert_eq!(count(&format!("html[lang='{language}']")), 1, "{what}: lang");
    assert_eq!(count("h1"), 1, "{what}: one h1");
    assert_eq!(count("main"), 1, "{what}: one main");
    assert_eq!(count("script:not([src]), style, [style], img"), 0, "{what}: inline script or style");
    let ids: Vec<_> = tree.select(&select("[id]")).filter_map(|e| e.attr("id")).collect();
    for (i, id) in ids.iter().enumerate() {
        assert!(!ids[..i].contains(id), "{what}: id {id} twice");
    }
    for input in tree.select(&select("input:not([type=hidden]):not([hidden]), select, textarea")) {
        let id = input.attr("id").unwrap_or_else(|| panic!("{what}: a field without id"));
        assert_eq!(count(&format!("label[for='{id}']")), 1, "{what}: label of {id}");
    }
    for described in tree.select(&select("[aria-describedby]")).chain(tree.select(&select("[aria-labelledby]"))) {
        let of = described.attr("aria-describedby").or(described.attr("aria-labelledby")).unwrap_or_default();
        for id in of.split_whitespace() {
            assert!(ids.contains(&id), "{what}: #{id} is referred to and missing");
        }
    }
    for link in tree.select(&select("a[href^='#']")) {
        let id = link.attr("href").unwrap_or_default().trim_start_matches('#');
        assert!(ids.contains(&id), "{what}: #{id} is linked and missing");
    }
    assert_eq!(count("form:not([method=post]):not([method=get])"), 0, "{what}: a form says how it is sent");
    for element in tree.select(&select("[href], [src], [action]")) {
        for address in ["href", "src", "action"].iter().filter_map(|a| element.attr(a)) {
            let outward = address.starts_with("http") && element.value().name() != "a";
            assert!(!outward && !address.starts_with("//") && !address.starts_with("javascript:"), "{what}: {address}");
        }
    }
    let title: String = tree.select(&select("title")).flat_map(|t| t.text()).collect();
    let prefix = match language {
        Language::Nl => "Fout: ",
        Language::Fr => "Erreur\u{a0}: ",
        Language::De => "Fehler: ",
        Language::En => "Error: ",
    };
    assert_eq!(title.starts_with(prefix), faulty, "{what}: title {title:?}");
    if faulty {
        assert!(count(".errors a") > 0 && count("[aria-invalid=true]") > 0, "{what}: summary and marked fields");
    }
    // Within one question; two questions may offer the same answers.
    for (question, answer) in [("select", "option"), ("fieldset", "label")] {
        for question in tree.select(&select(question)) {
            let mut labels: Vec<String> = question.select(&select(answer)).map(|l| l.text().collect()).collect();
            labels.sort();
            assert!(labels.windows(2).all(|pair| pair[0] != pair[1]), "{what}: two answers read the same");
        }
    }
    headings_descend(what, &tree);
}

fn headings_descend(what: &str, tree: &Html) {
    let mut last = 0;
    for heading in tree.select(&Selector::parse("h1, h2, h3, h4").unwrap()) {
        let level = heading.value().name().as_bytes()[1] - b'0';
        // The summary of faults stands before the h1, as the first thing to be read.
        if heading.attr("id") != Some("errors-title") {
            assert!(level <= last + 1, "{what}: h{level} after h{last}");
            last = level;
        }
    }
}

/// Every tag that opens closes, in order.
fn tags_close(what: &str, html: &str) {
    let mut open: Vec<String> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("{what}: a tag does not end: {piece}"));
        let name = tag.split_whitespace().next().unwrap_or("").to_ascii_lowercase();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "{what}: </{closed}>");
        } else if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{what}: not closed: {open:?}");
}
