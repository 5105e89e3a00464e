//! Components of a theme that draw blocks otherwise than we do.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::{Fragment, HtmlWriter};
use crate::{
    table::{PageNote, TableLayout},
    view::{Block, Page, page_block},
};

/// The kinds of block. A theme covers one with the component `blocks.<kind>`.
const KINDS: [&str; 17] = [
    "lead",
    "heading",
    "tiles",
    "facts",
    "fold",
    "prose",
    "text",
    "table",
    "chart",
    "timeline",
    "legend",
    "links",
    "notes",
    "columns",
    "folded",
    "attention",
    "changes",
];

/// The components of a theme that cover our drawings.
#[derive(Clone, Default)]
pub(in crate::render) struct ThemeComponents {
    components: BTreeMap<&'static str, Component>,
}

/// A component that covers a kind of block.
#[derive(Clone)]
pub(super) struct Component {
    name: String,
    /// The names of its arguments. Only what it asks for is made.
    arguments: Vec<String>,
}

impl ThemeComponents {
    /// Finds the components of a theme's templates.
    pub fn of(tera: &Tera) -> Self {
        let component = |kind: &&'static str| {
            let found = tera.get_component_definition(&format!("blocks.{kind}"))?;
            let arguments = found.args().iter().map(|argument| argument.name().to_owned()).collect();
            Some((*kind, Component { name: found.name().to_owned(), arguments }))
        };
        Self { components: KINDS.iter().filter_map(component).collect() }
    }

    /// Returns the component that covers a piece.
    pub(super) fn component(&self, piece: &Fragment<'_>) -> Option<&Component> {
        if self.components.is_empty() { None } else { self.components.get(piece.kind()) }
    }
}

impl<'a> Fragment<'a> {
    fn kind(&self) -> &'static str {
        match self {
            Self::Block(Block::Lead { .. }) => "lead",
            Self::Block(Block::Heading { .. }) => "heading",
            Self::Block(Block::Tiles { .. }) => "tiles",
            Self::Block(Block::Facts { .. }) | Self::Facts(_) => "facts",
            Self::Block(Block::Fold { .. }) => "fold",
            Self::Block(Block::Prose { .. }) => "prose",
            Self::Block(Block::Text { .. }) => "text",
            Self::Block(Block::Remark { .. }) => "remark",
            Self::Block(Block::Table(_)) | Self::Table(_) => "table",
            Self::Block(Block::Chart(_)) => "chart",
            Self::Block(Block::Timeline { .. }) => "timeline",
            Self::Block(Block::Legend { .. }) => "legend",
            Self::Block(Block::Contents { .. }) => "contents",
            Self::Block(Block::Links { .. }) => "links",
            Self::Block(Block::Columns { .. }) => "columns",
            Self::Block(Block::Folded { .. }) => "folded",
            Self::Block(Block::Attention { .. }) => "attention",
            Self::Block(Block::Changes { .. }) => "changes",
            Self::Block(Block::Notes { .. }) | Self::Notes(..) => "notes",
        }
    }

    /// Returns it as the piece within, where there is one for it.
    fn plain(self) -> Self {
        match self {
            Self::Block(Block::Table(table)) => Self::Table(table),
            Self::Block(Block::Facts { facts }) => Self::Facts(facts),
            Self::Block(Block::Notes { notes }) => Self::Notes(notes, ""),
            other => other,
        }
    }
}

impl<'a> HtmlWriter<'a> {
    /// Draws a piece with the component that covers it.
    pub(super) fn covered(&mut self, piece: Fragment<'a>, component: &Component) -> Result<(), tera::Error> {
        let mut given = Context::new();
        for argument in &component.arguments {
            if let Some(value) = self.argument(piece.plain(), argument)? {
                given.insert_value(argument.clone(), value);
            }
        }
        let page = page_context(self.page);
        let tera = self.means.tera;
        self.out.push_str(&tera.render_component_with_implicits(&component.name, &given, &page, None, true)?);
        Ok(())
    }

    /// Returns an argument of a component: the block, what it is made of, or our drawing of it.
    fn argument(&mut self, piece: Fragment<'a>, name: &str) -> Result<Option<Value>, tera::Error> {
        let value = match (name, piece) {
            ("html", _) => self.drawn(|writer| writer.uncovered(piece))?,
            ("table", Fragment::Table(table)) => data(&TableLayout::new(table, self.means.locale).page_table())?,
            ("facts", Fragment::Facts(facts)) => data(facts)?,
            ("notes", Fragment::Notes(notes, _)) => data::<[PageNote]>(notes)?,
            ("within", Fragment::Notes(_, within)) => Value::from(within),
            ("block", Fragment::Block(block)) => data(&page_block(block, self.means.locale))?,
            ("head", Fragment::Table(table)) => Value::safe_string(&self.parts(table).head),
            ("rows", Fragment::Table(table)) => Value::safe_string(&self.parts(table).rows),
            ("numbers", Fragment::Block(Block::Chart(figure))) => {
                self.drawn(|writer| writer.piece(Fragment::Table(&figure.table)))?
            }
            ("downloads", Fragment::Table(table)) => Value::safe_string(&self.apart(|writer| writer.downloads(table))),
            ("foot", Fragment::Table(table)) => Value::safe_string(&self.parts(table).foot),
            _ => return Ok(None),
        };
        Ok(Some(value))
    }

    /// Draws something by itself, as a template takes it.
    fn drawn(&mut self, draw: impl FnOnce(&mut Self) -> Result<(), tera::Error>) -> Result<Value, tera::Error> {
        let mut result = Ok(());
        let html = self.apart(|writer| result = draw(writer));
        result.map(|()| Value::safe_string(&html))
    }

    /// Draws something by itself.
    pub(super) fn apart(&mut self, draw: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.out);
        draw(self);
        std::mem::replace(&mut self.out, before)
    }
}

fn data<T: Serialize + ?Sized>(value: &T) -> Result<Value, tera::Error> {
    Value::try_from_serializable(value)
}

/// Returns what a page's components may ask for with `@`.
fn page_context(page: &Page) -> Context {
    let mut context = Context::new();
    context.insert_value("root", Value::from(page.root.as_str()));
    context.insert_value("path", Value::from(page.path.as_str()));
    let notes =
        page.blocks.iter().filter_map(|block| if let Block::Notes { notes } = block { Some(notes) } else { None });
    let marks: Vec<Value> = notes.flatten().map(|note| Value::from(note.mark.as_str())).collect();
    context.insert_value("marks", marks.into());
    context
}
