//! Reading in what others keep in spreadsheets. Must not know who may, nor where rows go.

pub mod invitees;
pub mod table;
