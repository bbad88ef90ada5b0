//! One state, one message type, one pure update.

pub mod address;
