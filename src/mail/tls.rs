//! Encrypted connections to a relay or a mailbox: the usual certificate authorities, and those of the house.

use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// An extra root certificate that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the certificate authority cannot be used: {0}")]
pub struct RootFault(String);

impl RootFault {
    pub(super) fn of(error: &dyn std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// The certificates in PEM text.
pub(super) fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, RootFault> {
    CertificateDer::pem_slice_iter(pem).map(|one| one.map_err(|e| RootFault::of(&e))).collect()
}

/// Connects to whoever has a certificate of a usual authority or of one of `roots`.
pub(super) fn connector(roots: Vec<CertificateDer<'static>>) -> Result<TlsConnector, RootFault> {
    let mut store = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for root in roots {
        store.add(root).map_err(|e| RootFault::of(&e))?;
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| RootFault::of(&e))?
        .with_root_certificates(store)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
