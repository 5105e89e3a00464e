//! How the numbers of a file are written: proved by the numbers themselves, or asked for.

use super::{
    faults::ImportFault,
    grid::{Grid, GridCell},
};
use crate::{
    locale::LOCALES,
    value::{Amount, NegativeStyle, Notation, Unit, WrittenAmount},
};

/// Tells whether an amount that stands in a file says what a table says: the same number in the same unit, which is a known one where none
/// is written, or as much in another. A qualifier and a footnote mark that an author added are no difference; those that the table has are to stand there.
pub fn is_same_figure(own: &WrittenAmount, new: &WrittenAmount, unit: Option<&Unit>) -> bool {
    // 140.100.000 kr. is 140,1 mio. kr.; a number without a unit is in that of nobody.
    let amount_of = |amount: &'_ WrittenAmount| {
        let (number, unit) = (amount.number?, amount.unit.as_ref().or(unit)?);
        Some((Amount::new(number, unit.clone()).number_in(&unit.one())?, unit.one()))
    };
    let is_same = match (amount_of(own), amount_of(new)) {
        (Some(own), Some(new)) => own == new,
        _ => own.number == new.number && own.unit == new.unit,
    };
    is_same && (new.mark.is_none() || new.mark == own.mark) && (new.approx.is_none() || new.approx == own.approx)
}

/// Reads the cells of a file that are amounts.
#[derive(Clone, Copy, Debug)]
pub struct NumberReading {
    /// How the file writes them.
    pub from: Notation,
    /// How the site's files do.
    pub to: Notation,
}

impl NumberReading {
    /// Finds how the cells in some places of a grid are written: by the sign before decimals that was asked for, else by the only way in
    /// which all of them are numbers. Where there are several, and they do not come to the same, nothing is guessed.
    pub fn prove(
        grid: &Grid,
        places: &[(usize, usize)],
        asked: Option<char>,
        (negative, to): (NegativeStyle, Notation),
    ) -> Result<Self, ImportFault> {
        let cells: Vec<(usize, &str)> = places
            .iter()
            .filter_map(|(row, column)| Some((*row, grid.cell(*row, *column)?)))
            .filter(|(_, cell)| !cell.is_number && !cell.text.is_empty())
            .map(|(row, cell)| (row.saturating_add(1), cell.text.as_str()))
            .collect();
        let mut known: Vec<Notation> = Vec::new();
        for language in LOCALES {
            let notation = Notation { declared: true, crown: to.crown, negative, ..language.notation() };
            if asked.is_none_or(|sign| notation.decimal == sign) && !known.contains(&notation) {
                known.push(notation);
            }
        }
        let read = |text: &str, notation: Notation| WrittenAmount::parse(text, notation).ok();
        let reads_all = |notation: &Notation| cells.iter().all(|(_, text)| read(text, *notation).is_some());
        let sound: Vec<Notation> = known.iter().copied().filter(reads_all).collect();
        let Some(first) = sound.first().copied() else {
            // The cell that the fewest can read: of the way in which most cells are numbers, the first that is none.
            let misread =
                |notation: &Notation| cells.iter().filter(|(_, text)| read(text, *notation).is_none()).count();
            let best = known.iter().min_by_key(|notation| misread(notation)).copied().unwrap_or(to);
            let (line, text) = cells.iter().find(|(_, text)| read(text, best).is_none()).copied().unwrap_or((1, ""));
            // Negative numbers written otherwise than with a minus before them are what a site declares, and nothing that is guessed.
            let reads_so = |style: NegativeStyle| {
                known.iter().any(|notation| reads_all(&Notation { negative: style, ..*notation }))
            };
            let style = NegativeStyle::WORDS.iter().find(|(_, style)| reads_so(*style)).map(|(word, _)| *word);
            return Err(ImportFault::no_number(text, line, style));
        };
        for (line, text) in &cells {
            let one = read(text, first);
            if let Some(other) = sound.iter().find(|notation| read(text, **notation) != one) {
                let plain = |notation: Notation| {
                    let number = read(text, notation).and_then(|amount| amount.number);
                    (notation.decimal, number.map(|number| number.to_string()).unwrap_or_default())
                };
                return Err(ImportFault::ambiguous(text, *line, [plain(first), plain(*other)]));
            }
        }
        Ok(Self { from: first, to })
    }

    /// Writes a cell as the site's files have it; `None` where it is empty.
    pub fn amount(&self, cell: &GridCell, row: usize) -> Result<Option<String>, ImportFault> {
        let text = cell.text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let fault = || ImportFault::no_number(text, row.saturating_add(1), None);
        if cell.is_error {
            return Err(fault());
        }
        if cell.is_number {
            return Ok(Some(text.replace('.', &self.to.decimal.to_string())));
        }
        let read = WrittenAmount::parse(text, self.from).map_err(|_| fault())?;
        let plain = self.from.negative.with_minus(text);
        let text = if self.from.negative == self.to.negative { text } else { &plain };
        let Some(number) = read.number else { return Ok(Some("-".to_owned())) };
        if self.from.decimal == self.to.decimal && self.from.grouping == self.to.grouping {
            return Ok(Some(text.to_owned()));
        }
        // What stands around the digits stays: a qualifier, a unit, a mark.
        let is_digit = |c: char| c.is_ascii_digit();
        let (start, end) =
            (text.find(is_digit).unwrap_or(0), text.rfind(is_digit).map_or(0, |at| at.saturating_add(1)));
        let digits = number.abs().to_string().replace('.', &self.to.decimal.to_string());
        let sign = if number.is_sign_negative() && !text.starts_with(['-', '−']) { "-" } else { "" };
        let (before, behind) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let rewritten = [sign, before, &digits, behind].concat();
        let again = WrittenAmount::parse(&rewritten, Notation { declared: true, ..self.to }).map_err(|_| fault())?;
        if again == read { Ok(Some(rewritten)) } else { Err(fault()) }
    }
}
