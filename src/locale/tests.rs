//! Every written form in every language.

use proptest::prelude::*;

use super::*;
use crate::value::{Approximation, Currency, Magnitude, PeriodPart, Season, WrittenAmount, Year};

fn locale(language: Language) -> Locale {
    Locale::new(language, &[]).expect("the embedded words are sound")
}

fn danish() -> Locale {
    locale(Language::Danish)
}

fn english() -> Locale {
    locale(Language::English)
}

fn swedish() -> Locale {
    locale(Language::Swedish)
}

fn norwegian() -> Locale {
    locale(Language::Norwegian)
}

fn amount(number: &str, unit: Unit) -> Amount {
    Amount::new(number.parse().expect("a number"), unit)
}

fn unit(text: &str) -> Unit {
    Unit::parse(text)
}

const NO_BREAK: char = '\u{a0}';

/// Shows no-break spaces, which look like others.
fn shown(text: &str) -> String {
    text.replace(NO_BREAK, "~")
}

#[test]
fn one_locale_serves_all_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locale>();
}

#[test]
fn languages_are_found_by_their_tags() {
    for language in LOCALES {
        assert_eq!(Language::parse(language.tag()), Some(language));
    }
    assert_eq!(Language::parse("da_DK.UTF-8"), Some(Language::Danish));
    assert_eq!(Language::parse("EN"), Some(Language::English));
    assert_eq!(Language::parse("nb_NO.UTF-8"), Some(Language::Norwegian));
    assert_eq!(Language::parse("no"), Some(Language::Norwegian), "as terminals call it");
    assert_eq!(Language::parse("sv-FI"), Some(Language::Swedish));
    assert_eq!(Language::parse("nn"), None, "nynorsk is another written language");
    assert_eq!(Language::parse("dan"), None);
    assert_eq!(Language::parse(""), None);
}

#[test]
fn amounts_carry_their_unit() {
    for (number, unit, in_danish, in_english) in [
        ("9100000", Unit::KRONE, "9.100.000~kr.", "DKK~9,100,000"),
        ("33883", Unit::THOUSAND_KRONER, "33.883~t.kr.", "DKK~33,883~thousand"),
        ("9.1", Unit::MILLION_KRONER, "9,1~mio.~kr.", "DKK~9.1~million"),
        ("-1.50", Unit::MILLION_KRONER, "−1,50~mio.~kr.", "DKK~−1.50~million"),
        ("1.2", Unit::BILLION_KRONER, "1,2~mia.~kr.", "DKK~1.2~billion"),
        ("1.65", unit("GBP million"), "1,65~mio.~GBP", "£1.65~million"),
        ("-1.65", unit("GBP million"), "−1,65~mio.~GBP", "−£1.65~million"),
        ("33883", unit("1.000 EUR"), "33.883~t.EUR", "€33,883~thousand"),
        ("-5", unit("USD"), "−5~USD", "−US$5"),
        ("0", unit("€"), "0~EUR", "€0"),
        ("-1.2", unit("mia. NOK"), "−1,2~mia.~NOK", "NOK~−1.2~billion"),
        ("7", Unit::Word("£ per head".into()), "7~£ per head", "£7 per head"),
        ("-7.5", Unit::Word("£ million per year".into()), "−7,5~£ million per year", "−£7.5 million per year"),
        ("7", Unit::Word("NOK per head".into()), "7~NOK per head", "7~NOK per head"),
        ("40", Unit::Percent, "40~%", "40%"),
        ("8", Unit::Word("familier".into()), "8~familier", "8~familier"),
        ("8", Unit::Word("".into()), "8", "8"),
        ("7", Unit::Word("sager pr. uge".into()), "7~sager pr. uge", "7~sager pr. uge"),
    ] {
        let amount = amount(number, unit);
        assert_eq!(shown(&danish().amount(&amount)), in_danish);
        assert_eq!(shown(&english().amount(&amount)), in_english);
    }
}

#[test]
fn swedish_and_norwegian_amounts_carry_their_unit() {
    use Magnitude::{Billion, Million, One, Thousand};
    for (number, magnitude, in_swedish, in_norwegian) in [
        ("9100000", One, "9~100~000~kr", "9~100~000~kr"),
        ("33883", Thousand, "33~883~tkr", "33~883~tusen~kr"),
        ("-1.50", Million, "−1,50~mnkr", "−1,50~mill.~kr"),
        ("1.2", Billion, "1,2~mdkr", "1,2~mrd.~kr"),
    ] {
        let [swedes, norwegians] = [Currency::Sek, Currency::Nok].map(|crown| Unit::Money(magnitude, crown));
        assert_eq!(shown(&swedish().amount(&amount(number, swedes.clone()))), in_swedish);
        assert_eq!(shown(&norwegian().amount(&amount(number, norwegians))), in_norwegian);
        assert!(norwegian().amount(&amount(number, swedes)).ends_with("SEK"), "another country's");
    }
    for (number, unit, in_swedish, in_norwegian) in [
        ("9.1", Unit::MILLION_KRONER, "9,1~mn~DKK", "9,1~mill.~DKK"),
        ("40", Unit::Percent, "40~%", "40~%"),
        ("4.1", Unit::PercentPoint, "4,1~procentenheter", "4,1~prosentpoeng"),
        ("8", Unit::Word("platser".into()), "8~platser", "8~platser"),
    ] {
        let amount = amount(number, unit);
        assert_eq!(shown(&swedish().amount(&amount)), in_swedish);
        assert_eq!(shown(&norwegian().amount(&amount)), in_norwegian);
    }
    let money = Currency::ALL.into_iter().flat_map(|currency| Magnitude::ALL.map(|size| Unit::Money(size, currency)));
    for unit in money.chain([Unit::Percent, Unit::PercentPoint]) {
        for locale in [swedish(), norwegian()] {
            let crown = locale.language().notation().crown;
            assert_eq!(Unit::parse_with(locale.unit(&unit), crown), unit, "what is shown can be written");
        }
    }
}

#[test]
fn swedish_and_norwegian_dates_and_periods_read_as_people_say_them() {
    for (period, in_swedish, in_norwegian) in [
        (Period::Day(Date::constant(2022, 1, 1)), "1 januari 2022", "1. januar 2022"),
        (Period::Month(2020, 10), "oktober 2020", "oktober 2020"),
        (Period::Month(2020, 12), "december 2020", "desember 2020"),
        (Period::Quarter(Year::calendar(2020), 2), "kvartal 2 2020", "2. kvartal 2020"),
        (Period::Half(Year::calendar(2020), 1), "första halvåret 2020", "1. halvår 2020"),
        (Period::Half(Year::calendar(2020), 2), "andra halvåret 2020", "2. halvår 2020"),
        (Period::Season(Season::Spring, 2022), "våren 2022", "våren 2022"),
        (Period::Season(Season::Autumn, 2022), "hösten 2022", "høsten 2022"),
        (Period::OfYear(PeriodPart::Medio, 2022), "mitten av 2022", "midten av 2022"),
        (Period::OfMonth(PeriodPart::Ultimo, 2019, 11), "slutet av november 2019", "slutten av november 2019"),
    ] {
        assert_eq!(swedish().period(period), in_swedish);
        assert_eq!(norwegian().period(period), in_norwegian);
    }
    let day = Date::constant(2020, 6, 30);
    assert_eq!((swedish().date(day).as_str(), norwegian().date(day).as_str()), ("30 juni 2020", "30. juni 2020"));
}

#[test]
fn units_stand_alone_in_heads() {
    for (unit, in_danish, in_english) in [
        (Unit::KRONE, "kr.", "DKK"),
        (Unit::THOUSAND_KRONER, "1.000 kr.", "DKK 1,000"),
        (Unit::MILLION_KRONER, "mio. kr.", "DKK million"),
        (Unit::BILLION_KRONER, "mia. kr.", "DKK billion"),
        (unit("£"), "GBP", "£"),
        (unit("£k"), "1.000 GBP", "£ thousand"),
        (unit("MEUR"), "mio. EUR", "€ million"),
        (unit("SEK 1.000"), "1.000 SEK", "SEK 1,000"),
        (unit("mnkr"), "mio. kr.", "DKK million"),
        (Unit::Percent, "%", "%"),
        (Unit::Word("dage".into()), "dage", "dage"),
    ] {
        assert_eq!(danish().unit(&unit), in_danish);
        assert_eq!(english().unit(&unit), in_english);
        assert_eq!(Unit::parse(danish().unit(&unit)), unit, "what is shown can be written");
        assert_eq!(Unit::parse(english().unit(&unit)), unit, "what is shown can be written");
    }
}

#[test]
fn figures_keep_their_qualifier() {
    for (approx, in_danish, in_english) in [
        (Approximation::About, "ca.~5,9~mio.~kr.", "about~DKK~5.9~million"),
        (Approximation::Good, "godt~5,9~mio.~kr.", "just~over~DKK~5.9~million"),
        (Approximation::Barely, "knap~5,9~mio.~kr.", "just~under~DKK~5.9~million"),
        (Approximation::Over, "over~5,9~mio.~kr.", "over~DKK~5.9~million"),
        (Approximation::Under, "under~5,9~mio.~kr.", "under~DKK~5.9~million"),
    ] {
        let figure = Figure { approx: Some(approx), ..Figure::exact(amount("5.9", Unit::MILLION_KRONER)) };
        assert_eq!(shown(&danish().figure(&figure)), in_danish);
        assert_eq!(shown(&english().figure(&figure)), in_english);
    }
    let about = Figure { approx: Some(Approximation::About), ..Figure::exact(amount("160", Unit::MILLION_KRONER)) };
    assert_eq!(shown(&danish().cell(&about)), "ca.~160");
}

#[test]
fn nil_is_neither_zero_nor_empty() {
    let nil = Figure { amount: None, approx: None, mark: None };
    let zero = Figure::exact(amount("0.0", Unit::MILLION_KRONER));
    assert_eq!((danish().figure(&nil).as_str(), danish().cell(&nil).as_str()), ("-", "-"));
    assert_eq!(danish().cell(&zero), "0,0");
}

#[test]
fn days_and_months_have_names() {
    let day = Date::constant(2020, 6, 30);
    assert_eq!(danish().date(day), "30. juni 2020");
    assert_eq!(danish().short_date(day), "30. jun. 2020");
    assert_eq!(english().date(day), "30 June 2020");
    assert_eq!(english().short_date(day), "30 Jun 2020");
    let heads =
        |locale: Locale| (1..=12).map(|month| locale.month_short(month).to_owned()).collect::<Vec<_>>().join(" ");
    assert_eq!(heads(danish()), "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.");
    assert_eq!(heads(english()), "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec");
    assert_eq!((danish().month_short(0), danish().month_short(13)), ("", ""));
}

#[test]
fn periods_read_as_people_say_them() {
    for (period, in_danish, in_english) in [
        (Period::Day(Date::constant(2022, 1, 1)), "1. januar 2022", "1 January 2022"),
        (Period::Month(2020, 10), "oktober 2020", "October 2020"),
        (Period::Quarter(Year::calendar(2020), 2), "2. kvartal 2020", "Q2 2020"),
        (Period::Half(Year::calendar(2020), 1), "1. halvår 2020", "first half of 2020"),
        (Period::Half(Year::calendar(2020), 2), "2. halvår 2020", "second half of 2020"),
        (Period::calendar_year(2020), "2020", "2020"),
        (Period::Season(Season::Winter, 2022), "vinter 2022", "winter 2022"),
        (Period::Season(Season::Spring, 2022), "forår 2022", "spring 2022"),
        (Period::Season(Season::Summer, 2022), "sommer 2022", "summer 2022"),
        (Period::Season(Season::Autumn, 2022), "efterår 2022", "autumn 2022"),
        (Period::OfYear(PeriodPart::Primo, 2022), "primo 2022", "early 2022"),
        (Period::OfYear(PeriodPart::Medio, 2022), "medio 2022", "mid-2022"),
        (Period::OfYear(PeriodPart::Ultimo, 2022), "ultimo 2022", "end of 2022"),
        (Period::OfMonth(PeriodPart::Primo, 2019, 11), "primo november 2019", "early November 2019"),
        (Period::OfMonth(PeriodPart::Medio, 2019, 11), "medio november 2019", "mid-November 2019"),
        (Period::OfMonth(PeriodPart::Ultimo, 2019, 11), "ultimo november 2019", "end of November 2019"),
        (Period::Week(2025, 14), "uge 14, 2025", "week 14, 2025"),
        (Period::Tertial(Year::calendar(2025), 1), "1. tertial 2025", "T1 2025"),
        (Period::Years(Year::calendar(2019), Year::calendar(2021)), "2019–2021", "2019–2021"),
        (Period::Year(april(2024)), "2024/25", "2024/25"),
        (Period::Year(april(1999)), "1999/2000", "1999/2000"),
        (Period::Quarter(april(2024), 2), "2. kvartal 2024/25", "Q2 2024/25"),
        (Period::Half(april(2024), 1), "1. halvår 2024/25", "first half of 2024/25"),
        (Period::Years(april(2016), april(2018)), "2016/17–2018/19", "2016/17–2018/19"),
        // Cannot be parsed, but can be made.
        (Period::Quarter(Year::calendar(2020), 9), "2020-Q9", "2020-Q9"),
    ] {
        assert_eq!(danish().period(period), in_danish);
        assert_eq!(english().period(period), in_english);
        // What is printed may be written.
        let is_sound = period.iso() != "2020-Q9";
        for printed in [in_danish, in_english].into_iter().filter(|_| is_sound) {
            assert_eq!(Period::read(printed, Some(4)), Ok(period), "{printed}");
        }
    }
}

/// A year that begins in April.
fn april(year: i16) -> Year {
    Year::beginning(year, 4).expect("a month")
}

#[test]
fn sorts_as_the_language_does() {
    let sorted = ["2.a.2", "2.a.10", "Aabenraa-agtig"];
    assert!(sorted.windows(2).all(|pair| danish().compare(pair[0], pair[1]).is_lt()));
    let mut towns = ["Århus", "Ølgod", "Ærø", "Aalborg", "Zahle", "Esbjerg", "ebeltoft"];
    towns.sort_by(|a, b| danish().compare(a, b));
    assert_eq!(towns, ["ebeltoft", "Esbjerg", "Zahle", "Ærø", "Ølgod", "Aalborg", "Århus"]);
    towns.sort_by(|a, b| english().compare(a, b));
    assert_eq!(towns, ["Aalborg", "Ærø", "Århus", "ebeltoft", "Esbjerg", "Ølgod", "Zahle"]);
    let mut towns = ["Örebro", "Åre", "Älvsbyn", "Zinkgruvan", "Arvika"];
    towns.sort_by(|a, b| swedish().compare(a, b));
    assert_eq!(towns, ["Arvika", "Zinkgruvan", "Åre", "Älvsbyn", "Örebro"]);
    let mut towns = ["Årdal", "Øvre Eiker", "Ærfugl", "Zetlitz", "Alta"];
    towns.sort_by(|a, b| norwegian().compare(a, b));
    assert_eq!(towns, ["Alta", "Zetlitz", "Ærfugl", "Øvre Eiker", "Årdal"]);
}

#[test]
fn a_theme_says_it_its_own_way() {
    let theme = "amount-percent = { $number } pct.\nfree-words = frit\ncount = { $n ->\n    [one] ét\n   *[other] { $n } stk.\n }";
    let above = "free-words = friere";
    let locale = Locale::new(Language::Danish, &[theme, above]).expect("sound words");
    assert_eq!(shown(&locale.amount(&amount("40", Unit::Percent))), "40~pct.");
    assert_eq!(locale.words().get("free_words").map(String::as_str), Some("friere"));
    assert_eq!(locale.words().get("count"), None, "needs an argument");
    assert_eq!(locale.say("count", &[("n", 1_i64.into())]), "ét");
    assert_eq!(locale.say("count", &[("n", 1_234_567_usize.into())]), "1.234.567 stk.");
    assert_eq!((locale.say("nowhere", &[]).as_str(), locale.has("nowhere")), ("nowhere", false));
    assert_eq!(locale.say("count", &[]), "count");
}

#[test]
fn a_theme_is_told_what_is_wrong() {
    let error = |words: &[&str]| Locale::new(Language::Danish, words).expect_err("unsound words");
    assert!(matches!(error(&["a = b", "a = b\nc = d\ne = {"]), LocaleError::Syntax { layer: 1, line: 3, .. }));
    let needs = LocaleError::Word { key: "amount-percent", needs: "number" };
    assert_eq!(error(&["amount-percent = procent"]), needs);
    assert_eq!(error(&["amount-percent = { $number } { $number }"]), needs);
    assert_eq!(error(&["amount-percent = { $unknown }"]), needs);
}

/// Writes a day as ICU itself does.
fn by_icu(language: Language, day: Date) -> String {
    use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
    let icu = language.icu().expect("a locale");
    let formatter = FixedCalendarDateTimeFormatter::<icu_calendar::Gregorian, _>::try_new(icu.into(), YMD::long());
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    let day = icu_calendar::Date::try_new_gregorian(day.year().into(), month, of_month).expect("a day");
    formatter.expect("data").format(&day).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_shown_can_be_written(mantissa in -10_000_000_000_i64..10_000_000_000, scale in 0_usize..4, unit in 0_usize..51) {
        let scale = [0, 1, 2, 4][scale];
        let money = Currency::ALL.into_iter().flat_map(|currency| Magnitude::ALL.map(|size| Unit::Money(size, currency)));
        let words = ["dage", "£ per head"].map(|word| Unit::Word(word.into()));
        let units: Vec<Unit> = money.chain(words).chain([Unit::Percent]).collect();
        let figure = Figure {
            approx: (mantissa % 2 == 0).then_some(Approximation::About),
            ..Figure::exact(Amount::new(Decimal::new(mantissa, scale), units[unit].clone()))
        };
        for language in LOCALES {
            let text = locale(language).figure(&figure).replace(NO_BREAK, " ");
            let read = WrittenAmount::parse(&text, language.notation());
            prop_assert_eq!(read.map(|written| written.resolve(&Unit::Word("".into()))), Ok(figure.clone()), "{}", text);
        }
    }

    #[test]
    fn days_are_those_of_icu(days in 0_i64..109_000) {
        let day = Date::constant(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
        for language in LOCALES {
            prop_assert_eq!(locale(language).date(day), by_icu(language, day));
        }
    }
}

#[test]
fn a_language_is_read_once_for_all_who_need_its_words_alone() {
    for language in LOCALES {
        let [first, again] = [(); 2].map(|()| Locale::shared(language).expect("sound words"));
        assert!(std::sync::Arc::ptr_eq(&first, &again));
        assert_eq!(first.language(), language);
    }
}
