//! Parts of forms: what was typed and what is wrong with it.

use serde::Serialize;

/// One line to type in.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TextField {
    /// As typed before, or a preset.
    pub value: String,
    /// What is wrong, in words; empty when nothing is.
    pub error: String,
}

/// One of several answers.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line of help; may be empty.
    pub hint: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The `lang` of the label where it is not the page's; else empty.
    pub lang: String,
}

/// A question with fixed answers.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChoiceField {
    /// The answers in order.
    pub choices: Vec<Choice>,
    /// What is wrong, in words; empty when nothing is.
    pub error: String,
}

/// A line of the error summary: the field's id and the same words as beside it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormError {
    /// The `id` of the field to jump to.
    pub field: String,
    /// The field's label, where the words alone do not say which field is meant; else empty.
    pub label: String,
    /// What is wrong and how to put it right.
    pub text: String,
}

/// A field that is sent and not seen.
#[derive(Clone, Debug, Serialize)]
pub struct Hidden {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

impl TextField {
    /// A field without a fault.
    pub fn with(value: impl Into<String>) -> Self {
        Self { value: value.into(), error: String::new() }
    }
}

impl Hidden {
    /// A hidden field.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// Whether a form has faults, the way templates ask: the summary is shown when the list is not empty.
pub fn collect(fields: &[(&str, &str)]) -> Vec<FormError> {
    let wrong = fields.iter().filter(|(_, text)| !text.is_empty());
    wrong.map(|(id, text)| FormError { field: (*id).into(), text: (*text).into(), ..FormError::default() }).collect()
}
