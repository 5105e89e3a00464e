//! The values reports are made of: amounts, periods, item numbers, ids, paths and prose.
//!
//! Floor 0. Plain data that cannot be wrong: each type is made only by a parser or constructor
//! that refuses what it must not hold. Nothing here knows files, plans or languages; how a value
//! is written for readers is the business of `locale`.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod amount;
mod approximation;
mod figure;
mod footnote_mark;
mod groups;
mod id;
mod magnitude;
mod meant;
mod money;
mod near_money;
mod negative;
mod number;
mod path;
mod period;
mod period_text;
mod period_words;
mod personal_number;
mod persons;
mod point_in_time;
mod price_level;
mod prose;
mod rate;
mod unit;
mod utf16;
mod web_address;
mod written_amount;
mod year;

pub use amount::Amount;
pub use approximation::Approximation;
pub use figure::{Figure, ShownDecimals};
pub use footnote_mark::FootnoteMark;
pub use id::Id;
pub use magnitude::is_magnitude;
pub use meant::{in_groups, meant_amounts, meant_date};
pub use money::{Currency, Magnitude, ends_in_sign, parse_money, take_sign};
pub use near_money::nearly_money;
pub use negative::NegativeStyle;
pub use number::ItemNumber;
pub use path::{PathError, RelPath};
pub use period::{Period, PeriodPart, Season};
pub use period_text::PeriodError;
pub use period_words::is_month;
pub use personal_number::{
    CellNotation, Certainty, ColumnNames, FoundNumber, PersonalNumber, is_dash, is_inline_tag, mask_personal_numbers,
    may_hold_personal_number, may_hold_whole_number, parted_numbers, personal_numbers, shown_numbers,
};
pub use persons::{counted_persons, is_rate};
pub use point_in_time::without_points_in_time;
pub use price_level::price_level;
pub use prose::{
    Link, LinkTarget, Picture, Prose, ProseOpening, ProsePart, ProseParts, SourceRange, Stumble, StumbleKind, Stumbles,
};
pub use rate::Rate;
pub use unit::Unit;
pub use utf16::{looks_like_utf16, marked_utf16};
pub use web_address::{contact_address, is_web_address, meant_web_address};
pub use written_amount::{AmountError, MAX_DECIMALS, Notation, WrittenAmount};
pub use year::{Year, YearError};

/// An exact decimal number. Figures never pass through binary floating point.
pub use rust_decimal::Decimal;

/// A day in the Gregorian calendar, without a time of day or a zone.
pub use jiff::civil::Date;
