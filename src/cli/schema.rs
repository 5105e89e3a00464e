//! `fremdrift schema`: the format as JSON Schema, for editors.

use std::path::PathBuf;

use fremdrift::{
    diag::{Error, ErrorKind},
    schema::FileSchema,
};

use super::{
    CommonOptions, FindingsFormat,
    codes::UNKNOWN_SCHEMA,
    exit,
    report::{self, Reporter},
};

/// Print the format of content files as JSON Schema, for editors
///
/// Without a name it lists the schemas with the files they are of. Those of `.md` files are of their front matter.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift schema\n  fremdrift schema milestones > milestones.schema.json\n  fremdrift schema --out schemas\n\nExit codes: 0 fine, 2 there is no such schema, usage or environment."
)]
pub struct SchemaCommand {
    /// The schema
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Write all of them to a folder, each as NAME.schema.json
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    out: Option<PathBuf>,
}

impl SchemaCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        match self.tell(&report) {
            Ok(()) => exit::FINE,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn tell(&self, report: &Reporter) -> Result<(), Error> {
        if let Some(folder) = &self.out {
            std::fs::create_dir_all(folder).map_err(|error| Error::io("making", folder, error))?;
            for schema in FileSchema::all() {
                let file = folder.join(format!("{}.schema.json", schema.name));
                std::fs::write(&file, report::pretty(&schema.json()) + "\n")
                    .map_err(|error| Error::io("writing", &file, error))?;
            }
            return Ok(());
        }
        let Some(name) = &self.name else {
            let width = FileSchema::all().map(|schema| schema.name.len()).max().unwrap_or_default();
            let lines = FileSchema::all().map(|schema| format!("{:width$}  {}\n", schema.name, schema.files));
            return report.told(&lines.collect::<String>());
        };
        let Some(schema) = FileSchema::find(name) else {
            let known: Vec<&str> = FileSchema::all().map(|schema| schema.name).collect();
            let suggestion = fremdrift::content::nearest(name, known.iter().copied()).unwrap_or_default();
            let error = Error::coded(ErrorKind::NotFound, &UNKNOWN_SCHEMA).with("id", name.as_str());
            return Err(error.with("known", known.join(", ")).with("suggestion", suggestion));
        };
        report.told(&report::pretty(&schema.json()))
    }
}
