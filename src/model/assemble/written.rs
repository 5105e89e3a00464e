//! Every figure that a plan and its reports write in fields, with where it stands.

use crate::{
    model::{EffectYear, Plan, Report, StatedFigures, Status},
    value::Figure,
};

/// A figure and where it was written.
pub struct WrittenFigure<'p> {
    pub figure: &'p Figure,
    /// Its record.
    pub record: &'p str,
    /// Its field within the record: `stated.required.0`. Months are known by their year, for a range has several.
    pub field: String,
    /// What of.
    pub what: FigureKind,
}

/// What a figure is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// What a measure is to save, has saved, or is expected to.
    OfMeasure,
    /// What the document says that such figures add up to.
    Stated,
    /// What is money in every plan: an overspend, funding, an economic effect.
    Money,
}

/// Returns the figures of `plan.md` and of the measures.
pub fn of_plan(plan: &Plan) -> Vec<WrittenFigure<'_>> {
    let mut all = Collector { record: &plan.file, figures: Vec::new() };
    all.stated(&plan.stated);
    all.add(&plan.overspend, "overspend", FigureKind::Money);
    for measure in &plan.measures {
        all.record = &measure.file;
        all.add(&measure.required, "required", FigureKind::OfMeasure);
        for (year, figure) in &measure.funding {
            all.add([figure], &format!("funding.{year}"), FigureKind::Money);
        }
        all.years(&measure.effect, "effect");
    }
    all.figures
}

/// Returns the figures of a report's `index.md` and of its statuses.
pub fn of_report<'p>(report: &'p Report, statuses: impl Iterator<Item = &'p Status>) -> Vec<WrittenFigure<'p>> {
    let mut all = Collector { record: &report.file, figures: Vec::new() };
    all.stated(&report.stated);
    all.add(&report.overspend, "overspend", FigureKind::Money);
    for status in statuses {
        all.record = &status.file;
        all.add(&status.achieved, "achieved", FigureKind::OfMeasure);
        all.add(&status.forecast, "forecast", FigureKind::OfMeasure);
        all.years(&status.effect, "effect");
    }
    all.figures
}

struct Collector<'p> {
    record: &'p str,
    figures: Vec<WrittenFigure<'p>>,
}

impl<'p> Collector<'p> {
    fn add(&mut self, figures: impl IntoIterator<Item = &'p Figure>, field: &str, what: FigureKind) {
        let record = self.record;
        let written = |figure| WrittenFigure { figure, record, field: field.to_owned(), what };
        self.figures.extend(figures.into_iter().map(written));
    }

    fn list(&mut self, figures: &'p [Figure], field: &str) {
        for (at, figure) in figures.iter().enumerate() {
            self.add([figure], &format!("{field}.{at}"), FigureKind::Stated);
        }
    }

    fn years(&mut self, years: &'p [EffectYear], field: &str) {
        for effect in years {
            let field = format!("{field}.{}", effect.year);
            self.add(effect.months.iter().flatten(), &field, FigureKind::Money);
            self.add(&effect.total, &format!("{field}.total"), FigureKind::Money);
        }
    }

    fn stated(&mut self, stated: &'p StatedFigures) {
        self.list(&stated.required, "stated.required");
        self.list(&stated.achieved, "stated.achieved");
        self.list(&stated.forecast, "stated.forecast");
        self.list(&stated.gross_required, "stated.gross.required");
        self.list(&stated.gross_achieved, "stated.gross.achieved");
        self.list(&stated.gross_forecast, "stated.gross.forecast");
        self.years(&stated.effect, "stated.effect");
    }
}
