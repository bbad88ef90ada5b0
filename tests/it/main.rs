//! Stub.

mod tidy;
