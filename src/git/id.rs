//! The names git gives to what it keeps.

use std::fmt;

use gix::ObjectId;

/// The id of a commit, SHA-1 or SHA-256. Sorted by bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitId(pub(super) ObjectId);

/// The id of the content of a file: equal ids are equal bytes. Sorted by bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId(pub(super) ObjectId);

/// How many digits of an id are shown to people.
const SHORT: usize = 10;

macro_rules! id {
    ($name:ident) => {
        impl $name {
            /// Reads an id of 40 or 64 hexadecimal digits.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                ObjectId::from_hex(text.as_bytes()).ok().map(Self)
            }

            /// Makes an id of 20 or 32 bytes.
            #[must_use]
            pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
                ObjectId::try_from(bytes).ok().map(Self)
            }

            /// Returns the first ten digits, as they are shown to people.
            #[must_use]
            pub fn short(&self) -> String {
                self.0.to_hex_with_len(SHORT).to_string()
            }

            /// Returns the id as bytes: 20 of SHA-1, 32 of SHA-256.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    };
}

id!(CommitId);
id!(BlobId);
