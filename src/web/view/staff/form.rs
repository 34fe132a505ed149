//! Every longer form of the staff pages: sections of fields, drawn by one template.

use serde::Serialize;

use crate::web::view::{Choice, FormError, Hidden, Link, View};

/// Tables we read, as a file.
pub const TABLE_FILES: &str = ".xlsx,.csv,.txt,text/csv,text/plain";

/// One field.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Input {
    /// Its `id` and name.
    pub id: String,
    /// Its label.
    pub label: String,
    /// A requirement said before the fault; may be empty.
    pub hint: String,
    /// The `type` of a single line; empty for the others.
    pub kind: &'static str,
    /// Whether it takes several lines.
    pub tall: bool,
    /// Its answers, when it is a choice.
    pub choices: Vec<Choice>,
    /// As typed, or a preset.
    pub value: String,
    /// What is wrong, in words; empty when nothing is.
    pub error: String,
    /// The language of what is typed; empty when it is the page's.
    pub lang: &'static str,
    /// For a file: which it may be.
    pub accept: &'static str,
}

impl Input {
    /// A single line.
    pub fn line(id: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), value: value.into(), kind: "text", ..Self::default() }
    }

    /// A single line of another `type`.
    pub fn of_kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// A table as a file. Its form must be an [`FormPage::upload`].
    pub fn table_file(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { accept: TABLE_FILES, ..Self::line(id, label, "").of_kind("file") }
    }

    /// Several lines.
    pub fn tall(mut self) -> Self {
        (self.kind, self.tall) = ("", true);
        self
    }

    /// With a hint.
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// In a language.
    pub fn in_language(mut self, lang: &'static str) -> Self {
        self.lang = lang;
        self
    }

    /// A choice: value and label of each answer.
    pub fn choice(id: impl Into<String>, label: impl Into<String>, chosen: &str, answers: impl IntoIterator<Item = (String, String)>) -> Self {
        let choice = |(value, label): (String, String)| Choice { chosen: value == chosen, value, label, ..Choice::default() };
        Self { id: id.into(), label: label.into(), choices: answers.into_iter().map(choice).collect(), ..Self::default() }
    }
}

/// Fields that belong together.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Section {
    /// Its heading.
    pub legend: String,
    /// What to know before filling it in; may be empty.
    pub hint: String,
    /// Its fields.
    pub fields: Vec<Input>,
}

/// A page with one form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormPage {
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// The page's heading.
    pub heading: String,
    /// What the form does, and to whom; may be empty.
    pub lead: String,
    /// Where it goes.
    pub action: String,
    /// Whether it comes with a file.
    pub upload: bool,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// The fields.
    pub sections: Vec<Section>,
    /// What the button does.
    pub button: String,
    /// Whether that cannot be undone.
    pub danger: bool,
    /// The way out.
    pub back: Link,
}

impl View for FormPage {
    const TEMPLATE: &'static str = "staff/form";
}

impl FormPage {
    /// Puts faults beside their fields and into the summary, in the order of the fields; a fault of no field stands first
    /// and leads to the form.
    pub fn with_faults(mut self, faults: &[(String, String)]) -> Self {
        let mut of_fields = Vec::new();
        for field in self.sections.iter_mut().flat_map(|s| s.fields.iter_mut()) {
            if let Some((id, text)) = faults.iter().find(|(id, _)| *id == field.id) {
                field.error = text.clone();
                // Several fields can lack the same thing: the summary says which one each line is about.
                of_fields.push(FormError { field: id.clone(), label: field.label.clone(), text: text.clone() });
            }
        }
        let known = |id: &str| of_fields.iter().any(|e| e.field == id);
        let general = faults.iter().filter(|(id, _)| !known(id)).map(|(_, text)| FormError {
            field: "form".into(),
            text: text.clone(),
            ..FormError::default()
        });
        self.errors = general.chain(of_fields.iter().cloned()).collect();
        self
    }
}
