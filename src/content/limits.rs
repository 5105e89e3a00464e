//! The limits on what is read. Each is far beyond any real report and stops a mistake or an attack.

/// Named limits.
pub struct Limits;

impl Limits {
    /// The largest file, in bytes.
    pub const FILE_BYTES: usize = 8 * 1024 * 1024;
    /// The most files in a site.
    pub const FILES: usize = 500_000;
    /// The most columns in a figure table.
    pub const COLUMNS: usize = 200;
    /// The most rows in a figure table.
    pub const ROWS: usize = 5_000;
    /// The deepest nesting of lists, quotes and tables in Markdown.
    pub const NESTING: usize = 64;
    /// The longest line of text in a field, in characters: the definitions of a national statistics office have up to 2,500.
    pub const LINE: usize = 3_000;
    /// The most mistakes of one code in one file that are kept; the others are counted.
    pub const MISTAKES: usize = 2_000;
    /// The most keys in one TOML file.
    pub const KEYS: usize = 50_000;
    /// The most cells in one Markdown table.
    pub const MARKDOWN_CELLS: usize = 50_000;
}
