//! What it costs to write values: a big site writes more than a million numbers.

use divan::{Bencher, black_box, counter::ItemsCount};
use fremdrift::{
    locale::{Language, Locale},
    value::{Amount, Date, Decimal, Period, Unit, Year},
};

fn main() {
    divan::main();
}

/// Numbers such as reports have: one to eight digits, nought to two decimals, some negative.
fn numbers() -> Vec<Decimal> {
    let spread = |n: i64| (n.wrapping_mul(2_654_435_761) % 100_000_007) / 10_i64.pow(u32::try_from(n % 7).unwrap_or(0));
    (0..1000)
        .map(|n| Decimal::new(if n % 9 == 0 { -spread(n) } else { spread(n) }, u32::try_from(n % 3).unwrap_or(0)))
        .collect()
}

fn danish() -> Locale {
    Locale::new(Language::Danish, &[]).expect("the words are embedded")
}

fn each<T>(bencher: Bencher, values: &[T], write: impl Fn(&mut String, &T)) {
    bencher.counter(ItemsCount::new(values.len())).bench_local(|| {
        let mut out = String::with_capacity(64);
        for value in values {
            out.clear();
            write(&mut out, black_box(value));
            black_box(&out);
        }
    });
}

#[divan::bench]
fn number(bencher: Bencher) {
    let locale = danish();
    each(bencher, &numbers(), |out, number| locale.write_number(out, number));
}

#[divan::bench]
fn number_at(bencher: Bencher) {
    let locale = danish();
    each(bencher, &numbers(), |out, number| locale.write_number_at(out, number, 1));
}

#[divan::bench]
fn number_by_icu(bencher: Bencher) {
    use std::fmt::Write;
    let tag: icu_locale_core::Locale = "da".parse().expect("a tag");
    let icu = icu_decimal::DecimalFormatter::try_new(tag.into(), Default::default()).expect("data");
    each(bencher, &numbers(), |out, number| {
        let mantissa = i64::try_from(number.mantissa()).expect("small");
        let mut number_for_icu = fixed_decimal::Decimal::from(mantissa);
        number_for_icu.multiply_pow10(-i16::try_from(number.scale()).expect("small"));
        write!(out, "{}", icu.format(&number_for_icu)).expect("a text");
    });
}

#[divan::bench]
fn amount(bencher: Bencher) {
    let locale = danish();
    let amounts: Vec<_> = numbers().into_iter().map(|number| Amount::new(number, Unit::MILLION_KRONER)).collect();
    each(bencher, &amounts, |out, amount| locale.write_amount(out, amount));
}

#[divan::bench]
fn date(bencher: Bencher) {
    let locale = danish();
    let days: Vec<_> =
        (0..1000).map(|n| Date::constant(2020, 1, 1).saturating_add(jiff::Span::new().days(n))).collect();
    each(bencher, &days, |out, day| locale.write_date(out, *day));
}

#[divan::bench]
fn period(bencher: Bencher) {
    let locale = danish();
    let quarters: Vec<_> = (0..1000)
        .map(|n| Period::Quarter(Year::calendar(2000 + n / 4), i8::try_from(n % 4 + 1).unwrap_or(1)))
        .collect();
    each(bencher, &quarters, |out, period| locale.write_period(out, *period));
}

#[divan::bench]
fn say_with_a_count(bencher: Bencher) {
    let locale =
        Locale::new(Language::Danish, &["n = { $count -> \n    [one] ét tiltag\n   *[other] { $count } tiltag\n }"]);
    let locale = locale.expect("sound words");
    bencher.bench(|| locale.say(black_box("n"), &[("count", 1234_i64.into())]));
}

#[divan::bench]
fn make_a_locale() -> Locale {
    danish()
}
