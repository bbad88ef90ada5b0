//! Stub.

mod evidence;
