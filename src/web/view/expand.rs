//! Puts partials and layouts into the pages before these are parsed.
//!
//! Handlebars gives every partial a copy of all data, which was two thirds of the cost of drawing a page. Expanded once at
//! start, a partial costs nothing. What is allowed is little, and anything else is refused with the template's name:
//!
//! - `{{> name}}` and `{{> name a="text" b=some.path c=(t "key")}}`
//! - `{{#> name}} … {{/name}}`, where `name` holds `{{> @partial-block}}`
//!
//! Inside a partial an argument stands for its value wherever its name begins a path, also after `../` and inside lists: so
//! an argument must not be called like a field of a list's items, and one that is a path needs its `../` there.

use std::collections::BTreeMap;

/// Partials inside partials, at most.
const DEPTH: usize = 10;

const BLOCK: &str = "{{> @partial-block}}";

/// Templates by name.
pub type Sources = BTreeMap<String, String>;

/// Expands a template's text; the error says what cannot be expanded.
pub fn expand(source: &str, sources: &Sources, depth: usize) -> Result<String, String> {
    if depth > DEPTH {
        return Err("its partials include each other".into());
    }
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = next_partial(rest) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.find("}}").ok_or("a tag does not end")?;
        let (tag, after) = (&from[..end], &from[end + 2..]);
        let wraps = tag.starts_with("{{#>");
        let (name, args) = read_tag(tag.trim_start_matches("{{#>").trim_start_matches("{{>"))?;
        let partial = sources.get(name).ok_or_else(|| format!("there is no partial {name}"))?;
        let mut filled = fill(partial, &args)?;
        rest = after;
        if wraps {
            let closing = format!("{{{{/{name}}}}}");
            let (body, after) = after.split_once(&closing).ok_or_else(|| format!("{name} is not closed"))?;
            // A layout in a layout hands the page's part on to the inner one.
            filled = filled.replace(BLOCK, body.trim_start_matches('\n'));
            rest = after;
        }
        out.push_str(&expand(&filled, sources, depth + 1)?);
        // A tag alone on its line leaves no empty line behind.
        if filled.ends_with('\n') {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn next_partial(source: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = [source[from..].find("{{> "), source[from..].find("{{#> ")].into_iter().flatten().min() {
        if !source[from + at..].starts_with(BLOCK) {
            return Some(from + at);
        }
        from += at + BLOCK.len();
    }
    None
}

/// Name and arguments of a partial's tag.
fn read_tag(inside: &str) -> Result<(&str, BTreeMap<&str, Arg>), String> {
    let inside = inside.trim();
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut args = BTreeMap::new();
    while let Some((key, value)) = rest.trim_start().split_once('=') {
        let (arg, after) = if let Some(text) = value.strip_prefix("(t \"") {
            let (text_key, after) = text.split_once("\")").ok_or_else(|| format!("{name}: {key} must be (t \"key\")"))?;
            (Arg::Text(text_key.to_owned()), after)
        } else if let Some(text) = value.strip_prefix('"') {
            let (literal, after) = text.split_once('"').ok_or_else(|| format!("{name}: {key} is not closed"))?;
            (Arg::Literal(literal.to_owned()), after)
        } else {
            let (path, after) = value.split_once(' ').unwrap_or((value, ""));
            (Arg::Path(path.to_owned()), after)
        };
        args.insert(key, arg);
        rest = after;
    }
    if rest.trim().is_empty() { Ok((name, args)) } else { Err(format!("{name}: \"{}\" is no argument", rest.trim())) }
}

/// What an argument stands for.
enum Arg {
    Literal(String),
    Text(String),
    Path(String),
}

impl Arg {
    /// As a parameter of another tag.
    fn as_parameter(&self) -> String {
        match self {
            Self::Literal(text) => format!("\"{text}\""),
            Self::Text(key) => format!("(t \"{key}\")"),
            Self::Path(path) => path.clone(),
        }
    }
}

/// A partial's text with its arguments in place.
fn fill(partial: &str, args: &BTreeMap<&str, Arg>) -> Result<String, String> {
    if args.is_empty() {
        return Ok(partial.to_owned());
    }
    let mut out = String::with_capacity(partial.len());
    let mut rest = partial;
    while let Some((before, from)) = rest.split_once("{{") {
        let (tag, after) = from.split_once("}}").ok_or("a tag does not end")?;
        out.push_str(before);
        out.push_str(&fill_tag(tag, args));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn fill_tag(tag: &str, args: &BTreeMap<&str, Arg>) -> String {
    let constant = |word: &str| match args.get(word.trim_start_matches("../")) {
        Some(Arg::Literal(text)) => Some((handlebars::html_escape(text), !text.is_empty())),
        Some(Arg::Text(key)) => Some((format!("{{{{t \"{key}\"}}}}"), true)),
        _ => None,
    };
    if let Some((text, _)) = constant(tag) {
        return text;
    }
    if let Some((condition, word)) = tag.split_once(' ').filter(|(head, _)| matches!(*head, "#if" | "#unless"))
        && let Some((_, holds)) = constant(word)
    {
        return format!("{{{{{condition} {holds}}}}}");
    }
    // Only whole words are looked at; what stands in quotes stays as it is.
    let pieces: Vec<String> =
        tag.split('"').enumerate().map(|(i, piece)| if i % 2 == 0 { fill_words(piece, args) } else { piece.to_owned() }).collect();
    format!("{{{{{}}}}}", pieces.join("\""))
}

fn fill_words(piece: &str, args: &BTreeMap<&str, Arg>) -> String {
    let mut out = String::with_capacity(piece.len());
    let ends_word = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '/' | '@'));
    for part in piece.split_inclusive(ends_word) {
        let (word, end) = part.strip_suffix(ends_word).map_or((part, ""), |word| (word, &part[word.len()..]));
        let ups = word.len() - word.trim_start_matches("../").len();
        let (first, tail) = word[ups..].split_once('.').map_or((&word[ups..], ""), |(first, _)| (first, &word[ups + first.len()..]));
        match args.get(first).filter(|_| end != "=") {
            Some(Arg::Path(path)) => out.extend([&word[..ups], path.as_str(), tail, end]),
            Some(arg) if tail.is_empty() => out.extend([arg.as_parameter().as_str(), end]),
            _ => out.extend([word, end]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(source: &str) -> Result<String, String> {
        let sources = [
            ("page", "<html>{{> bar}}{{> @partial-block}}</html>"),
            ("inner", "{{#> page}}<main>{{> @partial-block}}</main>{{/page}}"),
            ("bar", "<a>{{title}}</a>"),
            (
                "field",
                "<i id=\"{{id}}\">{{label}}{{#if hint}}{{hint}}{{/if}}{{#each field.all}}{{../id}}-{{value}}{{#if ../field.error}}!{{/if}}{{/each}}</i>",
            ),
            ("nested", "{{> field id=id field=of label=(t \"k\") hint=hint}}"),
            ("loop", "{{> loop}}"),
        ];
        expand(source, &sources.map(|(n, s)| (n.to_owned(), s.to_owned())).into(), 0)
    }

    #[test]
    fn layouts_wrap_and_partials_stand_in_place() {
        assert_eq!(expanded("{{> bar}}x").unwrap(), "<a>{{title}}</a>x");
        assert_eq!(expanded("{{#> inner}}x{{> bar}}{{/inner}}").unwrap(), "<html><a>{{title}}</a><main>x<a>{{title}}</a></main></html>");
    }

    #[test]
    fn arguments_stand_for_their_values() {
        let field = |hint: &str, holds: bool| {
            format!(
                "<i id=\"a\">{{{{t \"k\"}}}}{{{{#if {holds}}}}}{hint}{{{{/if}}}}{{{{#each form.name.all}}}}a-{{{{value}}}}{{{{#if ../form.name.error}}}}!{{{{/if}}}}{{{{/each}}}}</i>"
            )
        };
        assert_eq!(expanded("{{> field id=\"a\" field=form.name label=(t \"k\") hint=\"\"}}").unwrap(), field("", false));
        assert_eq!(expanded("{{> field id=\"a\" field=form.name label=(t \"k\") hint=\"<\"}}").unwrap(), field("&lt;", true));
        assert_eq!(expanded("{{> nested id=\"a\" of=form.name hint=(t \"h\")}}").unwrap(), field("{{t \"h\"}}", true));
    }

    #[test]
    fn what_cannot_be_expanded_is_said() {
        assert!(expanded("{{> nowhere}}").unwrap_err().contains("nowhere"));
        assert!(expanded("{{> loop}}").unwrap_err().contains("each other"));
        assert!(expanded("{{#> page}}x").unwrap_err().contains("not closed"));
        assert!(expanded("{{> bar x}}").is_err());
    }
}
