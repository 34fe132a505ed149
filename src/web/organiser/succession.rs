//! Who had a seat before, who has it now, and who is asked to take it over: for the page of a registration.

use fluent_bundle::FluentValue;

use crate::app::show::RegistrationView;
use crate::domain::ids::Reference;
use crate::i18n::format;
use crate::web::error::Refusal;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::Related;

/// Those people, in this order.
pub(super) async fn related(staff: &Staff, found: &RegistrationView) -> Result<Vec<Related>, Refusal> {
    let told = staff.state.app.succession(found.row.id, staff.now).await?;
    let named = |name: String| if name.is_empty() { staff.t("staff-erased") } else { name };
    let page = |reference: &Reference| staff.event_href(&found.event, &format!("/registrations/{reference}"));
    let person = |label: &str, who: Option<(Reference, String)>| {
        who.map(|(reference, name)| Related { label: staff.t(label), href: page(&reference), name: named(name), until: String::new() })
    };
    let asked = told.asked.map(|(who, before)| Related {
        label: staff.t("staff-substitute-asked"),
        href: String::new(),
        name: who,
        until: staff.t_with("staff-substitute-until", &[("before", FluentValue::from(format::date_time(staff.language, before)))]),
    });
    Ok(person("staff-substitute-for", told.before).into_iter().chain(person("staff-substitute-by", told.after)).chain(asked).collect())
}
