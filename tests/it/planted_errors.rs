//! A hundred tables out of a number, with errors planted in them, held against a second calculation.
//!
//! That calculation reads the cells as they are written and knows nothing but fractions of whole numbers: every error that was
//! planted must be found, and nothing else may be called one.

use std::{cmp::Ordering, collections::BTreeSet, fmt::Write as _};

use crate::support::{Site, random::Dice};

/// A fraction of whole numbers.
#[derive(Clone, Copy, Debug)]
struct Fraction(i128, i128);

impl Fraction {
    const ZERO: Self = Self(0, 1);

    fn new(above: i128, below: i128) -> Self {
        let (mut one, mut other) = (above.abs(), below.abs());
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let sign = if below < 0 { -1 } else { 1 };
        Self(sign * above / one.max(1), sign * below / one.max(1))
    }

    fn whole(number: i128) -> Self {
        Self(number, 1)
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0, other.1))
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }

    fn over(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }

    fn half(self) -> Self {
        Self::new(self.0, self.1 * 2)
    }

    fn size(self) -> Self {
        Self(self.0.abs(), self.1)
    }

    fn cmp(self, other: Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }

    fn is_at_most(self, other: Self) -> bool {
        self.cmp(other) != Ordering::Greater
    }

    fn is(self, other: Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }

    /// Rounds half away from zero, to whole steps.
    fn rounded(self, step: Self) -> Self {
        let steps = self.size().over(step).plus(Self(1, 2));
        let steps = Self::whole(steps.0 / steps.1 * self.0.signum());
        steps.times(step)
    }

    /// Writes it with so many decimals, as the Danes do.
    fn text(self, decimals: u32) -> String {
        let factor = 10_i128.pow(decimals);
        let units = self.rounded(Self(1, factor)).times(Self::whole(factor)).0;
        let sign = if units < 0 { "-" } else { "" };
        let (whole, rest) = (units.abs() / factor, units.abs() % factor);
        if decimals == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole},{rest:0width$}", width = decimals as usize)
        }
    }
}

/// What a cell says.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Nil,
    Number { value: Fraction, digit: Fraction, is_about: bool, is_whole: bool },
}

fn read(text: &str) -> Said {
    let (is_about, text) = text.strip_prefix("ca. ").map_or((false, text), |text| (true, text));
    let (text, unit) = match text.strip_suffix(" t.kr.") {
        Some(text) => (text, Fraction(1, 1_000)),
        None => (text, Fraction(1, 1)),
    };
    match text {
        "" => return Said::Nothing,
        "-" => return Said::Nil,
        _ => {}
    }
    let decimals = u32::try_from(text.split_once(',').map_or(0, |(_, decimals)| decimals.len())).expect("few");
    let digits: i128 = text.replace(',', "").parse().expect("a number");
    let digit = Fraction(1, 10_i128.pow(decimals)).times(unit);
    Said::Number { value: Fraction::whole(digits).times(digit), digit, is_about, is_whole: decimals == 0 }
}

/// What a column is computed of.
#[derive(Clone, Copy)]
enum Made {
    Given,
    Difference(usize, usize),
    Ratio(usize, usize),
    Share(usize),
}

/// A table: its rows by what they add up, its columns, and what stands in each cell.
struct Sheet {
    /// The unit of its amounts.
    unit: &'static str,
    columns: Vec<Made>,
    /// What each row adds up: nothing of an item.
    rows: Vec<Vec<usize>>,
    cells: Vec<Vec<String>>,
}

/// What a cell comes to.
struct Sum {
    value: Fraction,
    /// The parts, each with what its last digit is worth, and whether it was taken away.
    parts: Vec<(Fraction, Fraction, bool)>,
    /// How far the true sum may lie from it.
    bound: Fraction,
    is_about: bool,
}

impl Sheet {
    fn said(&self, row: usize, column: usize) -> Said {
        read(&self.cells[row][column])
    }

    /// Whether a row is left to be computed: it adds something up, and none of its cells says anything.
    fn is_left_out(&self, row: usize) -> bool {
        !self.rows[row].is_empty() && self.cells[row].iter().all(String::is_empty)
    }

    fn is_counted(&self, column: usize) -> bool {
        let is_quotient = matches!(self.columns[column], Made::Ratio(..) | Made::Share(_));
        let is_whole = |row: usize| !matches!(self.said(row, column), Said::Number { is_whole: false, .. });
        !self.unit.contains("kr.") && !is_quotient && (0..self.rows.len()).all(is_whole)
    }

    /// What a cell is worth where others are computed of it.
    fn worth(&self, row: usize, column: usize) -> Option<Sum> {
        match self.said(row, column) {
            Said::Number { value, digit, is_about, .. } => {
                let digit = if self.is_counted(column) { Fraction::ZERO } else { digit };
                let parts = if value.0 == 0 { Vec::new() } else { vec![(value, digit, false)] };
                Some(Sum { value, parts, bound: digit.half(), is_about })
            }
            Said::Nil => Some(Sum { value: Fraction::ZERO, parts: Vec::new(), bound: Fraction::ZERO, is_about: false }),
            Said::Nothing if self.is_left_out(row) => self.sum(row, column),
            Said::Nothing => None,
        }
    }

    fn added(&self, parts: impl IntoIterator<Item = Option<(Sum, bool)>>) -> Option<Sum> {
        let mut all = Sum { value: Fraction::ZERO, parts: Vec::new(), bound: Fraction::ZERO, is_about: false };
        for part in parts {
            let (part, is_taken) = part?;
            all.value = if is_taken { all.value.minus(part.value) } else { all.value.plus(part.value) };
            all.parts.extend(part.parts.into_iter().map(|(value, digit, was)| (value, digit, was || is_taken)));
            all.is_about |= part.is_about;
        }
        all.bound = all.parts.iter().fold(Fraction::ZERO, |sum, (_, digit, _)| sum.plus(digit.half()));
        Some(all)
    }

    /// What a cell adds up to.
    fn sum(&self, row: usize, column: usize) -> Option<Sum> {
        match self.columns[column] {
            Made::Given if self.rows[row].is_empty() => None,
            Made::Given => self.added(self.rows[row].iter().map(|part| Some((self.worth(*part, column)?, false)))),
            Made::Difference(of, less) => {
                self.added([self.worth(row, of).map(|sum| (sum, false)), self.worth(row, less).map(|sum| (sum, true))])
            }
            Made::Ratio(..) | Made::Share(_) => None,
        }
    }

    fn quotient(&self, row: usize, column: usize) -> Option<(Sum, Sum)> {
        match self.columns[column] {
            Made::Ratio(of, by) => Some((self.worth(row, of)?, self.worth(row, by)?)),
            Made::Share(of) => {
                let last = self.rows.len() - 1;
                let items = (0..self.rows.len()).filter(|row| self.rows[*row].is_empty());
                let whole = match self.rows[last].is_empty() {
                    true => self.added(items.map(|item| Some((self.worth(item, of)?, false))))?,
                    false if row == last => return None,
                    false => self.worth(last, of)?,
                };
                Some((self.worth(row, of)?, whole))
            }
            Made::Given | Made::Difference(..) => None,
        }
    }

    /// The least and the most that a stated figure can be without an error; `None` where nothing is proven.
    fn limits(&self, row: usize, column: usize, stated: Fraction, digit: Fraction) -> Option<(Fraction, Fraction)> {
        if let Some((part, whole)) = self.quotient(row, column) {
            if part.is_about || whole.is_about || whole.value.size().is_at_most(whole.bound) {
                return None;
            }
            let ends = |sum: &Sum| [sum.value.minus(sum.bound), sum.value.plus(sum.bound)];
            let all = ends(&part).into_iter().flat_map(|part| ends(&whole).map(|whole| part.over(whole)));
            let mut all: Vec<Fraction> = all.map(|quotient| quotient.times(Fraction::whole(100))).collect();
            all.sort_by(|one, other| one.cmp(*other));
            return Some((all[0].minus(digit.half()), all[3].plus(digit.half())));
        }
        let sum = self.sum(row, column).filter(|sum| !sum.is_about)?;
        let squares = sum.parts.iter().fold(Fraction::ZERO, |all, (_, digit, _)| all.plus(digit.times(*digit)));
        let is_enough = |steps: i128| {
            let bound = Fraction::whole(steps).times(digit);
            squares.is_at_most(bound.times(bound).times(Fraction::whole(3)))
        };
        let mut bound = Fraction::whole((0..).find(|steps| is_enough(*steps)).expect("some")).times(digit);
        let count = Fraction::whole(i128::try_from(sum.parts.len()).expect("few"));
        if let [(one, ..), _, ..] = sum.parts.as_slice()
            && sum.parts.iter().all(|(part, _, is_taken)| part.is(*one) && !is_taken)
        {
            let digits = sum.parts.iter().map(|(_, digit, _)| *digit);
            let finest = digits.reduce(|one, other| if other.is_at_most(one) { other } else { one }).expect("two");
            let is_split = finest.0 != 0 && stated.over(count).rounded(finest).is(*one);
            bound = if is_split && bound.is_at_most(sum.bound) { sum.bound } else { bound };
        }
        Some((sum.value.minus(bound), sum.value.plus(bound)))
    }

    /// Whether a cell states what nothing explains.
    fn is_wrong(&self, row: usize, column: usize) -> bool {
        let (value, digit) = match self.said(row, column) {
            Said::Number { value, digit, is_about: false, .. } => (value, digit),
            // That there is nothing is held against a sum, to its last digit; a quotient that is nil may mean nothing here.
            Said::Nil if self.quotient(row, column).is_none() => {
                let Some(sum) = self.sum(row, column) else { return false };
                let digits = sum.parts.iter().map(|(_, digit, _)| *digit).filter(|digit| digit.0 != 0);
                let finest = digits.reduce(|one, other| if other.is_at_most(one) { other } else { one });
                (Fraction::ZERO, finest.unwrap_or(Fraction::ZERO))
            }
            _ => return false,
        };
        let limits = self.limits(row, column, value, digit);
        limits.is_some_and(|(least, most)| !(least.is_at_most(value) && value.is_at_most(most)))
    }

    fn names(&self) -> Vec<String> {
        (0..self.columns.len()).map(|column| format!("c{column}")).collect()
    }

    fn declaration(&self) -> String {
        let names = self.names();
        let mut text = format!("title = \"T\"\nunit = \"{}\"\n", self.unit);
        for (made, name) in self.columns.iter().zip(&names) {
            let how = match made {
                Made::Given => String::new(),
                Made::Difference(of, less) => format!("formula = \"{} - {}\"\n", names[*of], names[*less]),
                Made::Ratio(of, by) => format!("unit = \"%\"\nformula = \"{} / {}\"\n", names[*of], names[*by]),
                Made::Share(of) => format!("unit = \"%\"\nshare_of = \"{}\"\n", names[*of]),
            };
            write!(text, "[columns.{name}]\ntitle = \"{name}\"\n{how}").expect("text");
        }
        text
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("row;label;kind;formula;{}", self.names().join(";"))];
        for (at, (parts, cells)) in self.rows.iter().zip(&self.cells).enumerate() {
            let kind = match parts.is_empty() {
                true => "",
                false if at + 1 == self.rows.len() => "total",
                false => "subtotal",
            };
            let is_range = parts.windows(2).all(|pair| pair[1] == pair[0] + 1) && parts.len() > 1;
            let formula = match parts.as_slice() {
                [first, .., last] if is_range => format!("r{first}:r{last}"),
                parts => parts.iter().map(|part| format!("r{part}")).collect::<Vec<_>>().join(" + "),
            };
            lines.push(format!("r{at};R{at};{kind};{formula};{}", cells.join(";")));
        }
        lines
    }
}

/// Throws a table: groups of items with subtotals and a total, two columns of figures, and what is computed of them.
fn thrown(dice: &mut Dice) -> Sheet {
    let unit = ["mio. kr.", "sager", "årsværk"][dice.below(3)];
    let columns = vec![Made::Given, Made::Given, Made::Difference(1, 0), Made::Ratio(2, 0), Made::Share(1)];
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut sums = Vec::new();
    for _ in 0..1 + dice.below(3) {
        let first = rows.len();
        rows.extend((0..2 + dice.below(6)).map(|_| Vec::new()));
        rows.push((first..rows.len()).collect());
        sums.push(rows.len() - 1);
    }
    match dice.below(4) {
        // Without a total, shares are of all items.
        0 => drop(rows.pop()),
        _ => rows.push(sums),
    }
    let mut truth: Vec<[Fraction; 2]> = Vec::new();
    let split = dice.below(5) == 0;
    let share = Fraction::new(1_000 + dice.below(9_000) as i128, 1 + dice.below(12) as i128);
    for parts in &rows {
        let one = |dice: &mut Dice| {
            let number = dice.below(3_000_000) as i128 - if dice.below(6) == 0 { 3_000_000 } else { 0 };
            if unit == "sager" { Fraction::whole(number.abs() / 10_000) } else { Fraction(number, 10_000) }
        };
        let added = |column: usize| parts.iter().fold(Fraction::ZERO, |sum, part| sum.plus(truth[*part][column]));
        let made = if parts.is_empty() { [one(dice), one(dice)] } else { [added(0), added(1)] };
        truth.push(if split && parts.is_empty() && unit != "sager" { [share, share] } else { made });
    }
    let usual = u32::try_from(dice.below(3)).expect("small");
    let cells = truth.iter().map(|[x, y]| written(dice, unit, usual, *x, *y)).collect();
    let mut sheet = Sheet { unit, columns, rows, cells };
    for row in 0..sheet.rows.len() {
        if !sheet.rows[row].is_empty() && dice.below(6) == 0 {
            sheet.cells[row].iter_mut().for_each(String::clear);
        }
    }
    sheet
}

/// Writes the cells of a row of what is true: now and then to other digits, in another unit, about, nil or not at all.
fn written(dice: &mut Dice, unit: &str, usual: u32, x: Fraction, y: Fraction) -> Vec<String> {
    let figure = |dice: &mut Dice, value: Fraction| {
        let decimals = match (unit, dice.below(8)) {
            ("sager", _) => 0,
            (_, 0) => u32::try_from(dice.below(4)).expect("small"),
            _ => usual,
        };
        match (unit, dice.below(40)) {
            (_, 0) => String::new(),
            (_, 1) => "-".to_owned(),
            (_, 2) => format!("ca. {}", value.text(decimals)),
            ("mio. kr.", 3..8) => format!("{} t.kr.", value.times(Fraction::whole(1_000)).text(0)),
            _ => value.text(decimals),
        }
    };
    let share = if x.0 == 0 { Fraction::ZERO } else { y.minus(x).over(x).times(Fraction::whole(100)) };
    vec![figure(dice, x), figure(dice, y), figure(dice, y.minus(x)), share.text(1), String::new()]
}

/// Fills in the shares, which are of what is written, and plants errors. Answers where.
fn plant(sheet: &mut Sheet, dice: &mut Dice, count: usize) -> BTreeSet<(usize, usize)> {
    for row in (0..sheet.rows.len()).filter(|row| !sheet.is_left_out(*row)).collect::<Vec<_>>() {
        if let Some((part, whole)) = sheet.quotient(row, 4).filter(|(_, whole)| whole.value.0 != 0) {
            sheet.cells[row][4] = part.value.over(whole.value).times(Fraction::whole(100)).text(dice.below(2) as u32);
        }
        if let Some((part, whole)) = sheet.quotient(row, 3).filter(|(_, whole)| whole.value.0 != 0) {
            sheet.cells[row][3] = part.value.over(whole.value).times(Fraction::whole(100)).text(1);
        }
    }
    let mut planted = BTreeSet::new();
    for _ in 0..count * 20 {
        let (row, column) = (dice.below(sheet.rows.len()), dice.below(sheet.columns.len()));
        let Said::Number { value, digit, is_about: false, .. } = sheet.said(row, column) else { continue };
        let is_used = planted.iter().any(|(other, _)| *other == row) || planted.len() >= count;
        let Some((least, most)) = sheet.limits(row, column, value, digit).filter(|_| !is_used) else { continue };
        let steps = Fraction::whole(1 + dice.below(3) as i128).times(digit);
        let wrong = if dice.below(2) == 0 { most.plus(steps) } else { least.minus(steps) };
        let is_thousand = sheet.cells[row][column].ends_with(" t.kr.");
        let unit = if is_thousand { Fraction::whole(1_000) } else { Fraction::whole(1) };
        let places = (0..9).find(|places| digit.times(unit).is(Fraction(1, 10_i128.pow(*places)))).expect("a digit");
        let text = wrong.times(unit).text(places);
        let before =
            std::mem::replace(&mut sheet.cells[row][column], if is_thousand { format!("{text} t.kr.") } else { text });
        // The next digit may be just within the bounds again, and one error may take the place of another.
        planted.insert((row, column));
        if !planted.iter().all(|(row, column)| sheet.is_wrong(*row, *column)) {
            planted.remove(&(row, column));
            sheet.cells[row][column] = before;
        }
    }
    planted
}

/// Where a cell stands in its line, in characters from 1.
fn place(line: &str, column: usize) -> u32 {
    let before = line.split(';').take(4 + column).map(|cell| cell.chars().count() + 1).sum::<usize>();
    u32::try_from(before + 1).expect("a short line")
}

#[test]
fn every_planted_error_is_found_and_none_is_invented() {
    let (mut planted_errors, mut found_errors, mut clean) = (0, 0, 0);
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let mut sheet = thrown(&mut dice);
        let count = dice.below(4);
        let planted = plant(&mut sheet, &mut dice, count);
        let lines = sheet.lines();
        let all = (0..sheet.rows.len()).flat_map(|row| (0..sheet.columns.len()).map(move |column| (row, column)));
        let wrong: BTreeSet<(usize, usize)> = all.filter(|(row, column)| sheet.is_wrong(*row, *column)).collect();
        assert!(planted.is_subset(&wrong), "{seed}: {planted:?} of {wrong:?}");
        let site = Site::small()
            .with("content/plans/a/tables/t.toml", sheet.declaration())
            .with("content/plans/a/tables/t.csv", format!("{}\n", lines.join("\n")));
        let built = site.check();
        assert_eq!(built.counts.errors, 0, "{seed}: {:#?}", built.findings);
        let found = built.findings.iter().filter(|finding| finding.code == "stated-differs");
        let found: BTreeSet<(u32, u32)> = found.map(|finding| (finding.line, finding.column)).collect();
        let expected =
            wrong.iter().map(|(row, column)| (u32::try_from(row + 2).expect("few"), place(&lines[row + 1], *column)));
        assert_eq!(found, expected.collect(), "{seed}: {wrong:?} in\n{}\n{}", sheet.declaration(), lines.join("\n"));
        planted_errors += planted.len();
        found_errors += found.len();
        clean += usize::from(found.is_empty());
    }
    assert!(
        planted_errors > 100 && clean > 5,
        "{planted_errors} planted, {found_errors} found, {clean} tables without"
    );
}
