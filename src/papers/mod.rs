//! Papers: what is printed or kept as a PDF. Pure: data in, bytes out, the same bytes for the same data. It must not know where data comes
//! from, who may have it, or where the bytes go.

pub mod attestation;
pub mod badges;
pub mod flow;
pub mod letters;
pub mod sheet;
pub mod square;
pub mod table;

/// Why a paper could not be made. Each is a fault of ours: nothing that somebody typed leads here.
#[derive(Debug, thiserror::Error)]
pub enum PaperFault {
    /// A font that is part of the program cannot be read.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The document breaks a rule of PDF or of PDF/UA.
    #[error("the document is not sound: {0}")]
    Unsound(String),
}

#[cfg(test)]
mod tests;
