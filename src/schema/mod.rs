//! The one schema of the content format: which records there are and which fields they have.
//!
//! Floor 1. A [`Field`] is declared once, in [`records`], and drives everything that knows fields:
//! decoding, suggestions for unknown keys, the reference page `docs/format.md`, and how loudly a
//! change is reported. The schema is data; `content` decodes by it.

mod field;
mod fields;
mod json_schema;
mod kept_words;
mod kind;
pub mod records;
pub mod reference;
mod synonyms;

pub use field::{Choice, Entries, Field, FieldSpec, FieldType, KeyType, RecordType, ReferenceTarget, Significance};
pub use fields::{Fields, FromValue, Key, Value};
pub use json_schema::FileSchema;
pub use kind::{KINDS, MeasureColumn, PlanBlock, PlanKind};
pub use synonyms::meant_by;
