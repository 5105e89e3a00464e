//! The municipality's colour, and whether white text can be read on it.

use std::fmt;

use super::TemplateGlobals;
use crate::diag::{Code, Diagnostic, FieldRef, Place};

const BAD_COLOUR: Code = Code::error("bad-colour").args(&["colour"]).help("a colour that cannot be read");
const CONTRAST: Code = Code::error("contrast")
    .args(&["colour", "ratio", "cure"])
    .help("a colour that is too like its background to be read");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&BAD_COLOUR, &CONTRAST];

/// The least contrast of text with what is behind it: WCAG 2.2, 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

/// A colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    rgb: [u8; 3],
}

impl Colour {
    /// Reads `#rrggbb`, or answers nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { rgb: [red, green, blue] })
    }

    /// Returns the contrast of white text on it, from 1 to 21.
    #[must_use]
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// Returns the lightest shade of the same hue on which white text can be read.
    #[must_use]
    pub fn readable(self) -> Self {
        (0..=u16::from(u8::MAX))
            .rev()
            .map(|part| self.shade(part))
            .find(|shade| shade.contrast_with_white() >= LEAST_CONTRAST)
            .unwrap_or(Self { rgb: [0; 3] })
    }

    /// Returns its style sheet. It stands in a file of its own: pages carry no inline styles.
    pub(super) fn style_sheet(self) -> String {
        let dark = self.dark();
        format!(":root{{--header:{self}}}\n@media (prefers-color-scheme:dark){{:root{{--header:{dark}}}}}\n")
    }

    /// Returns the shade that takes its place on dark pages.
    #[must_use]
    pub(super) fn dark(self) -> Self {
        self.shade(150)
    }

    /// Returns it darkened to `part` of 255.
    fn shade(self, part: u16) -> Self {
        Self { rgb: self.rgb.map(|channel| u8::try_from(u16::from(channel) * part / 255).unwrap_or(channel)) }
    }

    /// Returns the relative luminance as WCAG defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Reports a colour of a site's own that cannot be read, or on which white text cannot.
pub fn colour_faults(site: &TemplateGlobals) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if let Some(written) = &site.colour {
        read_colour(written, setting("colour"), &mut diagnostics);
    }
    diagnostics
}

/// Reads a colour for the bar at the top. One on which white text cannot be read gives way to the nearest shade.
pub(super) fn read_colour(written: &str, place: Place, diagnostics: &mut Vec<Diagnostic>) -> Option<Colour> {
    let Some(colour) = Colour::parse(written) else {
        diagnostics.push(Diagnostic::new(&BAD_COLOUR, place).with("colour", written));
        return None;
    };
    let contrast = colour.contrast_with_white();
    if contrast >= LEAST_CONTRAST {
        return Some(colour);
    }
    let cure = colour.readable();
    // Rounded down: 4.46 must not read 4.5.
    let ratio = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    diagnostics.push(
        Diagnostic::new(&CONTRAST, place)
            .with("colour", colour.to_string())
            .with("ratio", ratio)
            .with("cure", cure.to_string()),
    );
    Some(cure)
}

/// Returns where the site's own settings say something.
pub(super) fn setting(field: &str) -> Place {
    Place::Subject(FieldRef::new("site.toml", field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn reads_six_digits_only() {
        assert_eq!(colour("#0059B3").to_string(), "#0059b3");
        for text in ["0059b3", "#05b", "#0059b", "#0059bg", "#+059b3", "blue", ""] {
            assert_eq!(Colour::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn measures_as_wcag_does() {
        let measured = |text| format!("{:.2}", colour(text).contrast_with_white());
        assert_eq!(measured("#ffffff"), "1.00");
        assert_eq!(measured("#000000"), "21.00");
        assert_eq!(measured("#0059b3"), "6.82");
        assert_eq!(measured("#767676"), "4.54");
    }

    #[test]
    fn names_the_nearest_shade_that_can_be_read() {
        assert_eq!(colour("#0059b3").readable(), colour("#0059b3"));
        for text in ["#ffffff", "#ffcc00", "#ff5a5f", "#00a3e0", "#7ab800"] {
            let shade = colour(text).readable();
            let contrast = shade.contrast_with_white();
            assert!((LEAST_CONTRAST..LEAST_CONTRAST + 0.2).contains(&contrast), "{text} → {shade}: {contrast}");
        }
    }
}
