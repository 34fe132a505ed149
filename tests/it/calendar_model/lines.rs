//! Content lines of iCalendar (RFC 5545 §3.1), read with tolerance, as calendars do.

/// A component with what stands in it.
#[derive(Debug, Default)]
pub struct Component {
    pub name: String,
    pub properties: Vec<Property>,
    pub children: Vec<Component>,
}

/// One content line.
#[derive(Debug)]
pub struct Property {
    pub name: String,
    pub parameters: Vec<(String, String)>,
    /// As written: escapes kept.
    pub value: String,
}

impl Component {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The property that must stand there once.
    pub fn one<'a>(&'a self, name: &'a str) -> Result<&'a Property, String> {
        let mut all = self.all(name);
        match (all.next(), all.next()) {
            (Some(property), None) => Ok(property),
            (None, _) => Err(format!("no {name} in {}", self.name)),
            _ => Err(format!("{name} twice in {}", self.name)),
        }
    }

    pub fn value<'a>(&'a self, name: &'a str) -> Result<&'a str, String> {
        Ok(self.one(name)?.value.as_str())
    }
}

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A TEXT value without its escapes (§3.3.11).
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut characters = self.value.chars();
        while let Some(c) = characters.next() {
            match (c, c == '\\') {
                (_, true) => match characters.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(escaped) => out.push(escaped),
                    None => {}
                },
                (c, false) => out.push(c),
            }
        }
        out
    }
}

/// The one component of an object.
pub fn read(object: &str) -> Result<Component, String> {
    let mut unfolded: Vec<String> = Vec::new();
    for line in object.split('\n').map(|line| line.trim_end_matches('\r')).filter(|line| !line.is_empty()) {
        match (line.strip_prefix([' ', '\t']), unfolded.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => unfolded.push(line.to_owned()),
        }
    }
    let mut open = vec![Component::default()];
    for line in unfolded {
        let property = property(&line)?;
        match property.name.as_str() {
            "BEGIN" => open.push(Component { name: property.value.to_ascii_uppercase(), ..Component::default() }),
            "END" => {
                let done = open.pop().filter(|done| done.name.eq_ignore_ascii_case(&property.value)).ok_or("components cross")?;
                open.last_mut().ok_or("an END too many")?.children.push(done);
            }
            _ => open.last_mut().ok_or("a line outside")?.properties.push(property),
        }
    }
    let [outside] = &mut open[..] else { return Err("a component is not ended".into()) };
    match (outside.children.pop(), outside.children.pop(), outside.properties.is_empty()) {
        (Some(one), None, true) => Ok(one),
        _ => Err("not exactly one object".into()),
    }
}

fn property(line: &str) -> Result<Property, String> {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let colon = line.char_indices().find(|(at, c)| {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(*at),
            _ => {}
        }
        *c == ':' && !quoted
    });
    let colon = colon.map(|(at, _)| at).ok_or_else(|| format!("no value in {line}"))?;
    cuts.push(colon);
    let name = line[..cuts[0]].to_ascii_uppercase();
    let parameters = cuts.windows(2).map(|cut| {
        let (key, value) = line[cut[0] + 1..cut[1]].split_once('=').unwrap_or_default();
        (key.to_ascii_uppercase(), value.trim_matches('"').replace("^n", "\n").replace("^'", "\"").replace("^^", "^"))
    });
    Ok(Property { name, parameters: parameters.collect(), value: line[colon + 1..].to_owned() })
}
