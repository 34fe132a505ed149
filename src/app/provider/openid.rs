//! The provider, asked with the library `openidconnect`: authorisation code with PKCE (S256), state and nonce.
//!
//! The library checks signature, issuer, audience, end, nonce and the subject of what the provider says besides; we check the
//! authorised party, the moment of issue, the classes and methods demanded, and that no signature is made with a shared secret or
//! left out.

use std::sync::Arc;
use std::time::{Duration, Instant as Stopwatch};

use chrono::Duration as Span;
use openidconnect::core::*;
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, Client, ClientId,
    ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, IdTokenVerifier,
    IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use super::http::{Http, HttpFault, is_plain_here};
use super::{Asked, ProviderFault, ProviderSettings, Somebody};
use crate::clock::Instant;

/// How long what a provider says of itself is believed.
const FRESH: Duration = Duration::from_secs(3600);
/// How far its clock may be ahead of ours, and how old a token may be that was asked for a moment ago.
const SKEW_SECONDS: i64 = 60;
const TOKEN_MINUTES: i64 = 10;
/// Signatures that only the provider can make. Shared secrets (HS256 …) and `none` are not among them.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Claims beyond the standard's, as they come.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct Beyond(Map<String, Value>);
impl AdditionalClaims for Beyond {}

type Fields = IdTokenFields<Beyond, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Claims = IdTokenClaims<Beyond, CoreGenderClaim>;
type Us = Client<
    Beyond,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider with what it said of itself last.
pub struct Provider {
    settings: ProviderSettings,
    issuer: IssuerUrl,
    redirect: RedirectUrl,
    http: Http,
    known: Mutex<Option<(Arc<CoreProviderMetadata>, Stopwatch)>>,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("issuer", &self.settings.issuer).finish_non_exhaustive()
    }
}

impl Provider {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// An address or certificate that is none.
    pub fn new(settings: ProviderSettings) -> Result<Self, String> {
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|e| format!("oidc.issuer: {e}"))?;
        let redirect = RedirectUrl::new(settings.redirect.clone()).map_err(|e| format!("server.base_url: {e}"))?;
        let (roots, plain) = (settings.roots.as_deref(), is_plain_here(issuer.url()));
        let http = Http::new(roots, settings.patience, settings.most_bytes, plain).map_err(|e| format!("oidc.ca_file: {e}"))?;
        if !http.may_ask(issuer.url()) {
            return Err("oidc.issuer: only https is asked, or http on this machine".into());
        }
        Ok(Self { settings, issuer, redirect, http, known: Mutex::default() })
    }

    /// Its address.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where to send a browser that is to come back with a code; `anew` has the provider ask who it is, also where it knows.
    pub(in crate::app) async fn address(&self, asked: &Asked, anew: bool) -> Result<String, ProviderFault> {
        let us = self.us(&*self.metadata(None).await?);
        let (state, nonce) = (CsrfToken::new(asked.state.clone()), Nonce::new(asked.nonce.clone()));
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut request = us.authorize_url(flow, move || state, move || nonce).set_pkce_challenge(challenge(asked)?);
        // The library asks for `openid` by itself.
        for scope in self.settings.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        if anew {
            request = request.add_prompt(CoreAuthPrompt::Login);
        }
        for class in &self.settings.required_acr {
            request = request.add_auth_context_value(AuthenticationContextClass::new(class.clone()));
        }
        let address = request.url().0;
        // The page that sends the browser there has a link to it.
        if self.http.may_ask(&address) { Ok(address.into()) } else { Err(ProviderFault::Unavailable(format!("sends browsers to {address}"))) }
    }

    /// Redeems a code: who it is.
    pub(in crate::app) async fn redeem(&self, code: String, asked: &Asked, now: Instant) -> Result<Somebody, ProviderFault> {
        let mut metadata = self.metadata(None).await?;
        let us = self.us(&metadata);
        let ask = |request| self.http.ask(request);
        let request = us.exchange_code(AuthorizationCode::new(code)).map_err(|e| ProviderFault::Unavailable(e.to_string()))?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()));
        let tokens = request.request_async(&ask).await.map_err(of_tokens)?;
        let token = tokens.id_token().ok_or_else(|| refused("there is no ID token"))?;
        let nonce = Nonce::new(asked.nonce.clone());
        if signed_by_nobody_known(token.claims(&self.verifier(&metadata, now), &nonce)) {
            // The provider may have new keys since we looked.
            metadata = self.metadata(Some(&metadata)).await?;
        }
        let verifier = self.verifier(&metadata, now);
        let claims = token.claims(&verifier, &nonce).map_err(of_claims)?;
        self.check(claims)?;
        if let Some(expected) = claims.access_token_hash() {
            let key = token.signing_key(&verifier).map_err(refused)?;
            let is = AccessTokenHash::from_token(tokens.access_token(), token.signing_alg().map_err(refused)?, key).map_err(refused)?;
            if is != *expected {
                return Err(refused("the access token is of another ID token"));
            }
        }
        let mut who = self.of_token(claims);
        if (who.email.is_none() || who.values.is_empty()) && metadata.userinfo_endpoint().is_some() {
            let more = us.user_info(tokens.access_token().clone(), Some(claims.subject().clone())).map_err(refused)?;
            let more: UserInfoClaims<Beyond, CoreGenderClaim> = more.request_async(&ask).await.map_err(of_user)?;
            // What the token calls unproven is not proven by being said once more.
            if claims.email_verified() != Some(false) {
                who.email = who.email.or_else(|| self.proven(more.email().map(|e| e.as_str()), more.email_verified()));
            }
            who.values.extend(self.values(more.additional_claims()));
        }
        Ok(who)
    }

    /// What it says of itself, in a line.
    ///
    /// # Errors
    /// When it is not there, or is not who it should be.
    pub async fn look(&self) -> Result<String, ProviderFault> {
        let metadata = self.metadata(None).await?;
        let keys = metadata.jwks().keys().len();
        if metadata.token_endpoint().is_none() {
            return Err(ProviderFault::Unavailable("it names no token endpoint".into()));
        }
        Ok(format!("{}, {keys} keys; sends browsers back to {}", self.settings.issuer, self.settings.redirect))
    }

    /// What the provider says of itself, with its keys; asked anew after a while, and when `stale` is what we have.
    async fn metadata(&self, stale: Option<&Arc<CoreProviderMetadata>>) -> Result<Arc<CoreProviderMetadata>, ProviderFault> {
        // Who waits for another's question waits for two answers at most.
        let looked = tokio::time::timeout(self.settings.patience * 2, async {
            let mut known = self.known.lock().await;
            match &*known {
                Some((metadata, at)) if at.elapsed() < FRESH && !stale.is_some_and(|stale| Arc::ptr_eq(stale, metadata)) => {
                    return Ok(metadata.clone());
                }
                _ => {}
            }
            let ask = |request| self.http.ask(request);
            let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask).await;
            let found = Arc::new(found.map_err(|e| ProviderFault::Unavailable(chain(&e)))?);
            *known = Some((found.clone(), Stopwatch::now()));
            Ok(found)
        });
        looked.await.map_err(|_| ProviderFault::Unavailable("it takes too long to say who it is".into()))?
    }

    fn us(&self, metadata: &CoreProviderMetadata) -> Us {
        let (id, secret) = (ClientId::new(self.settings.client_id.clone()), self.settings.client_secret.clone().map(ClientSecret::new));
        let us = Us::from_provider_metadata(metadata.clone(), id, secret).set_redirect_uri(self.redirect.clone());
        let methods = metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        // Basic is what a provider takes that says nothing (OpenID Connect Discovery 1.0, section 3).
        if takes(CoreClientAuthMethod::ClientSecretBasic) { us } else { us.set_auth_type(AuthType::RequestBody) }
    }

    fn verifier<'a>(&'a self, metadata: &CoreProviderMetadata, now: Instant) -> IdTokenVerifier<'a, CoreJsonWebKey> {
        let id = ClientId::new(self.settings.client_id.clone());
        // Of a client without a secret: so none signs.
        IdTokenVerifier::new_public_client(id, self.issuer.clone(), metadata.jwks().clone())
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || now)
            .set_issue_time_verifier_fn(move |issued| {
                let (ahead, old) = (issued > now + Span::seconds(SKEW_SECONDS), issued < now - Span::minutes(TOKEN_MINUTES));
                if ahead || old { Err(format!("issued at {issued}, and it is {now}")) } else { Ok(()) }
            })
            .set_auth_context_verifier_fn(|reached| {
                let demanded = &self.settings.required_acr;
                let is_enough = demanded.is_empty() || reached.is_some_and(|class| demanded.contains(&**class));
                if is_enough { Ok(()) } else { Err(format!("{reached:?} is none of {demanded:?}")) }
            })
    }

    /// What the library leaves to us.
    fn check(&self, claims: &Claims) -> Result<(), ProviderFault> {
        if claims.authorized_party().is_some_and(|party| **party != self.settings.client_id) {
            return Err(refused("the token was made for another party"));
        }
        if claims.subject().is_empty() || claims.subject().len() > 255 {
            return Err(refused("the subject has no length that it may have"));
        }
        let used: Vec<&str> = claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str()).collect();
        match self.settings.required_amr.iter().find(|method| !used.contains(&method.as_str())) {
            Some(missing) => Err(ProviderFault::Weak(format!("{missing} is not among the methods {used:?}"))),
            None => Ok(()),
        }
    }

    fn of_token(&self, claims: &Claims) -> Somebody {
        Somebody {
            subject: claims.subject().to_string(),
            email: self.proven(claims.email().map(|email| email.as_str()), claims.email_verified()),
            values: self.values(claims.additional_claims()),
        }
    }

    /// An address that the provider says is proven, or that it proves without saying so, as the operator knows.
    fn proven(&self, email: Option<&str>, verified: Option<bool>) -> Option<String> {
        email.filter(|_| verified.unwrap_or(self.settings.trust_emails)).map(str::to_owned)
    }

    /// The values that roles are mapped from: a text, or a list of texts.
    fn values(&self, claims: &Beyond) -> Vec<String> {
        match inside(&claims.0, &self.settings.role_claim) {
            Some(Value::String(text)) => vec![text.clone()],
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }
}

/// A claim by its name; with dots, one inside others.
fn inside<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let mut parts = name.split('.');
    let outermost = claims.get(parts.next()?)?;
    claims.get(name).or_else(|| parts.try_fold(outermost, |at, part| at.get(part)))
}

fn challenge(asked: &Asked) -> Result<PkceCodeChallenge, ProviderFault> {
    // The library insists on what RFC 7636 says of its length.
    if !(43..=128).contains(&asked.verifier.len()) {
        return Err(refused("a verifier has 43 to 128 characters"));
    }
    Ok(PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(asked.verifier.clone())))
}

fn signed_by_nobody_known(checked: Result<&Claims, ClaimsVerificationError>) -> bool {
    use SignatureVerificationError::{AmbiguousKeyId, CryptoError, NoMatchingKey};
    matches!(checked, Err(ClaimsVerificationError::SignatureVerification(NoMatchingKey | AmbiguousKeyId(_) | CryptoError(_))))
}

fn refused(why: impl std::fmt::Display) -> ProviderFault {
    ProviderFault::Refused(why.to_string())
}

fn of_claims(error: ClaimsVerificationError) -> ProviderFault {
    match error {
        ClaimsVerificationError::InvalidAuthContext(why) => ProviderFault::Weak(why),
        other => refused(chain(&other)),
    }
}

fn of_tokens(error: RequestTokenError<HttpFault, StandardErrorResponse<CoreErrorResponseType>>) -> ProviderFault {
    match error {
        RequestTokenError::ServerResponse(said) => refused(said),
        // What came in place of tokens may hold some: it is not written down.
        RequestTokenError::Parse(why, _) => ProviderFault::Unavailable(format!("what came in place of tokens cannot be read at {}", why.path())),
        other => ProviderFault::Unavailable(chain(&other)),
    }
}

fn of_user(error: openidconnect::UserInfoError<HttpFault>) -> ProviderFault {
    match error {
        openidconnect::UserInfoError::ClaimsVerification(why) => refused(chain(&why)),
        other => ProviderFault::Unavailable(chain(&other)),
    }
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said.push_str(": ");
        said.push_str(&error.to_string());
        cause = error.source();
    }
    said
}
