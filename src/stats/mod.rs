//! Tables out of counts. Pure: it must not know where the counts are stored or who may see them.

pub mod attendance;
pub mod dashboard;
pub mod export;
pub mod published;
pub mod quarter;
pub mod suppress;
pub mod workbook;
