//! How the closed vocabularies and moments of the domain look in JSON and in its description.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::clock::Instant;
use crate::domain::language::{Language, Translated};

/// The vocabularies' descriptions, to be named by a field (`value_type`): the words themselves belong to lower layers, which know
/// nothing of the interface's description.
pub mod schema {
    use utoipa::openapi::schema::{ObjectBuilder, Type};
    use utoipa::openapi::{RefOr, Schema};
    use utoipa::{PartialSchema, ToSchema};

    use crate::domain::{event, invitation, language, member, mode, platform, registration, rsvp, sector, tlp};

    macro_rules! described {
        ($($module:ident::$word:ident: $description:literal),+ $(,)?) => {$(
            #[doc = $description]
            pub struct $word;

            impl PartialSchema for $word {
                fn schema() -> RefOr<Schema> {
                    ObjectBuilder::new()
                        .schema_type(Type::String)
                        .description(Some($description))
                        .enum_values(Some($module::$word::ALL.iter().map(|w| w.code())))
                        .into()
                }
            }

            impl ToSchema for $word {}
        )+};
    }

    described! {
        platform::Audience: "Who may register on a platform.",
        platform::Cadence: "How often a platform meets.",
        event::EventStatus: "Where an event stands.",
        mode::Format: "Which ways of attending an event offers.",
        member::Function: "What somebody is on a platform.",
        language::Language: "A language.",
        mode::Mode: "How one person attends.",
        member::Phase: "Where a mandate stands on a day.",
        sector::Sector: "The sector a person speaks for.",
        registration::State: "Where a registration stands.",
        tlp::Tlp: "Traffic Light Protocol 2.0 label.",
        invitation::Verdict: "What inviting an address means, as it stands.",
        rsvp::Narrowed: "By which answer of the calendar people are listed. `needs-action`: has a seat and did not answer the invitation as it is now; `asked`: one of these who were asked by mail whether they decline; `declined`: answered so when it was too late to free the seat.",
        platform::Visibility: "Whether outsiders can know of a platform.",
    }

    /// A calendar quarter.
    pub struct Edition;

    impl PartialSchema for Edition {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some("A calendar quarter."))
                .pattern(Some("^2[0-9]{3}-Q[1-4]$"))
                .examples([serde_json::json!("2026-Q4")])
                .into()
        }
    }

    impl ToSchema for Edition {}

    /// An answer of a calendar.
    pub struct Rsvp;

    impl PartialSchema for Rsvp {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some("What a calendar answered (PARTSTAT); `needs-action` also where it did not answer the invitation as it is now."))
                .enum_values(Some(rsvp::Answer::ALL.iter().map(|w| w.code())))
                .into()
        }
    }

    impl ToSchema for Rsvp {}
}

/// A moment: RFC 3339 with an offset; answers are in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Moment(pub Instant);

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        let parsed = chrono::DateTime::parse_from_rfc3339(&text).ok().map(|t| crate::clock::cut(t.to_utc()));
        parsed.filter(crate::clock::is_kept).map(Self).ok_or_else(|| {
            let given: String = text.chars().take(60).collect();
            serde::de::Error::custom(format!("{given:?} is not a moment from 2000 to 2999; write it with an offset, like 2026-12-10T14:00:00+01:00"))
        })
    }
}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some("A moment from 2000 to 2999, RFC 3339 with an offset; in answers always UTC."))
            .examples([serde_json::json!("2026-12-10T13:00:00Z")])
            .into()
    }
}

impl ToSchema for Moment {}

/// A text in the four languages; an empty one is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Translations {
    /// Dutch.
    pub nl: String,
    /// French.
    pub fr: String,
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl From<Translated> for Translations {
    fn from(t: Translated) -> Self {
        Self { nl: t.nl, fr: t.fr, de: t.de, en: t.en }
    }
}

impl From<Translations> for Translated {
    fn from(t: Translations) -> Self {
        Self { nl: t.nl, fr: t.fr, de: t.de, en: t.en }
    }
}

impl Translations {
    /// The same text for each language, changed by `f` (language, text).
    pub fn map(&self, mut f: impl FnMut(Language, &str) -> String) -> Translated {
        Translated { nl: f(Language::Nl, &self.nl), fr: f(Language::Fr, &self.fr), de: f(Language::De, &self.de), en: f(Language::En, &self.en) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_need_an_offset_and_a_year_that_can_be() {
        for (text, ok) in [
            ("2026-12-10T14:00:00+01:00", true),
            ("2026-12-10T13:00:00.123456789Z", true),
            ("2026-12-10T14:00:00", false),
            ("10/12/2026", false),
            ("0001-01-01T00:00:00Z", false),
        ] {
            assert_eq!(serde_json::from_value::<Moment>(text.into()).is_ok(), ok, "{text}");
        }
    }
}
