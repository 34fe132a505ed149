//! A visitor without scripts: loads pages, fills forms and sends them with their hidden fields.

use std::collections::HashMap;

use reqwest::{Client, Method, StatusCode, header::HeaderMap};
use scraper::{ElementRef, Html, Selector};
use url::Url;

/// One person's browser without scripts; redirects are followed, cookies kept.
#[derive(Clone)]
pub struct Visitor {
    pub client: Client,
    pub base: Url,
}

/// A page as it came.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: StatusCode,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: String,
}

/// A form of a page, with the values it would send.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: Url,
    pub method: Method,
    pub fields: Vec<(String, String)>,
}

impl Visitor {
    /// A visitor of the service at this address.
    pub fn new(base: &str) -> Self {
        // Shorter than the service keeps a connection: a request must not meet its closing.
        let idle = std::time::Duration::from_secs(3);
        let client = Client::builder().cookie_store(true).no_proxy().pool_idle_timeout(idle).build().expect("a client");
        Self { client, base: Url::parse(base).expect("a base URL") }
    }

    /// GET; a path or a whole URL.
    pub async fn get(&self, path: &str) -> Page {
        let url = self.base.join(path).expect("a path");
        self.page(self.client.get(url)).await
    }

    /// GET in a language the browser asks for.
    pub async fn get_in(&self, path: &str, accept_language: &str) -> Page {
        let url = self.base.join(path).expect("a path");
        self.page(self.client.get(url).header("Accept-Language", accept_language)).await
    }

    /// Sends any request and reads the answer.
    pub async fn page(&self, request: reqwest::RequestBuilder) -> Page {
        let again = request.try_clone();
        let mut answer = request.send().await.expect("an answer");
        // A connection opened and not needed at once is ended with 408 after a while; who uses it in that moment asks again, as
        // browsers do (RFC 9110 §15.5.9).
        if let (StatusCode::REQUEST_TIMEOUT, Some(again)) = (answer.status(), again) {
            answer = again.send().await.expect("an answer");
        }
        let (status, url, headers) = (answer.status(), answer.url().clone(), answer.headers().clone());
        Page { status, url, headers, body: answer.text().await.expect("a body") }
    }

    /// Sends a form as it stands.
    pub async fn send(&self, form: &Form) -> Page {
        self.page(self.request(form)).await
    }

    /// The request a form makes, for tests that bend it.
    pub fn request(&self, form: &Form) -> reqwest::RequestBuilder {
        let request = self.client.request(form.method.clone(), form.action.clone());
        let request = request.header("Sec-Fetch-Site", "same-origin");
        if form.method == Method::GET { request.query(&form.fields) } else { request.form(&form.fields) }
    }
}

impl Page {
    /// The only form whose action has this in it.
    pub fn form(&self, action_part: &str) -> Form {
        self.find_form(action_part).unwrap_or_else(|| panic!("no form to {action_part} on {} ({}):\n{}", self.url, self.status, self.body))
    }

    /// The form whose action has this in it, where there is one.
    pub fn find_form(&self, action_part: &str) -> Option<Form> {
        let mut read = self.forms(action_part);
        (!read.is_empty()).then(|| read.remove(0))
    }

    /// Every form whose action has this in it.
    pub fn forms(&self, action_part: &str) -> Vec<Form> {
        let page = Html::parse_document(&self.body);
        let any_form = selector("form");
        let mut read: Vec<_> = page.select(&any_form).map(|f| read_form(&self.url, f)).collect();
        read.retain(|f| f.action.path().contains(action_part));
        read
    }

    /// The state that the main element tells.
    pub fn state(&self) -> String {
        self.attribute("[data-registration-state]", "data-registration-state").unwrap_or_default()
    }

    /// The text of every element that matches, white space joined.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&selector(css)).map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// The first match's text.
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// An attribute of the first match.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let page = Html::parse_document(&self.body);
        page.select(&selector(css)).next()?.attr(name).map(str::to_owned)
    }

    /// How many elements match.
    pub fn count(&self, css: &str) -> usize {
        Html::parse_document(&self.body).select(&selector(css)).count()
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }

    /// Every link target of the page.
    pub fn links(&self) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&selector("a[href]")).filter_map(|a| a.attr("href")).map(str::to_owned).collect()
    }
}

impl Form {
    /// Sets a field that the form has.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        let known: Vec<_> = self.fields.iter().map(|(n, _)| n.clone()).collect();
        match self.fields.iter_mut().find(|(n, _)| n == name) {
            Some(field) => field.1 = value.to_owned(),
            None => panic!("no field {name} among {known:?}"),
        }
        self
    }

    /// Adds or replaces a field, whether the form has it or not.
    pub fn force(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a field out.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self
    }

    /// The value that would be sent.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The fields as a map.
    pub fn values(&self) -> HashMap<String, String> {
        self.fields.iter().cloned().collect()
    }
}

/// A form's fields with the values a browser would send; unchosen radio buttons and boxes appear with an empty value so
/// that a test can set them, except that an empty one is never sent by a browser: tests fill what they need.
fn read_form(base: &Url, form: ElementRef<'_>) -> Form {
    let action = base.join(form.attr("action").unwrap_or("")).expect("an action");
    let method = if form.attr("method").is_some_and(|m| m.eq_ignore_ascii_case("post")) { Method::POST } else { Method::GET };
    let mut fields: Vec<(String, String)> = Vec::new();
    for field in form.select(&selector("input[name], select[name], textarea[name], button[name]")) {
        let (name, kind) = (field.attr("name").unwrap_or_default().to_owned(), field.attr("type").unwrap_or("text"));
        let value = field.attr("value").unwrap_or_default().to_owned();
        match (field.value().name(), kind) {
            ("button", _) | (_, "submit" | "reset" | "button" | "file") => {}
            (_, "radio") if field.attr("checked").is_none() => {
                if !fields.iter().any(|(n, _)| *n == name) {
                    fields.push((name, String::new()));
                }
            }
            (_, "radio") => {
                fields.retain(|(n, _)| *n != name);
                fields.push((name, value));
            }
            (_, "checkbox") if field.attr("checked").is_none() => {}
            (_, "checkbox") => fields.push((name, if value.is_empty() { "on".to_owned() } else { value })),
            ("select", _) => {
                let chosen = field.select(&selector("option[selected]")).next().or_else(|| field.select(&selector("option")).next());
                fields.push((name, chosen.and_then(|o| o.attr("value")).unwrap_or_default().to_owned()));
            }
            ("textarea", _) => fields.push((name, field.text().collect())),
            _ => fields.push((name, value)),
        }
    }
    Form { action, method, fields }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|e| panic!("{css}: {e}"))
}

#[test]
fn a_form_is_read_like_a_browser_reads_it() {
    let page = Page {
        status: StatusCode::OK,
        url: Url::parse("http://h/en/events/x").expect("a URL"),
        headers: HeaderMap::new(),
        body: "<form method=post action='x/register'><input type=hidden name=csrf value=t><input name=name value='A &amp; B'>\
               <input type=radio name=mode value=on_site><input type=radio name=mode value=online checked><input type=checkbox name=u value=1>\
               <select name=sector><option value=''>–<option value=public selected>P</select></form>"
            .to_owned(),
    };
    let form = page.form("/register").set("name", "C");
    let expected = [("csrf", "t"), ("name", "C"), ("mode", "online"), ("sector", "public")];
    assert_eq!(form.fields, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
    assert_eq!((form.action.path(), form.method), ("/en/events/x/register", Method::POST));
}
