//! Quantities as types. Stub.
