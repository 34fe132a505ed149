//! Attendance reports of meeting services at an event: what one would do, taking it in, deciding who is not certain, taking it back.
//! The reading of files is [`crate::presence`]'s; what proofs come to is [`crate::domain::attendance`]'s.

pub mod decide;
pub mod plan;
pub mod read;
pub mod show;
pub mod take_in;
pub mod undo;
