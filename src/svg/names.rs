//! The elements and attributes that a picture may have. What is not named here is refused.
//!
//! Left out on purpose: what runs (`script`, `foreignObject`, `on…`), what changes a target later (`animate`, `set`),
//! what fetches (`feImage`, `font-face-src`, `xml:base`), and `content`, in which draw.io keeps the whole diagram,
//! its hidden layers too.

/// What elements of SVG and presentation attributes belong to.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
/// What the old form of `href` belongs to.
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
/// What `xml:space` belongs to.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// What programs keep for themselves in a picture. No browser does anything with an element or attribute of these.
pub(super) const INERT: [&str; 14] = [
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://xml.openoffice.org/svg/export",
    "http://sun.com/xmlns/staroffice/presentation",
    "http://www.serif.com/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://svgjs.dev/svgjs",
    "http://svgjs.com/svgjs",
    "http://schemas.microsoft.com/visio/2003/SVGExtensions/",
];

/// The elements.
#[rustfmt::skip]
pub(super) const ELEMENTS: [&str; 61] = [
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer",
    "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow",
    "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology",
    "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "font",
    "font-face", "g", "glyph", "hkern", "image", "line", "linearGradient", "marker", "mask", "metadata",
    "missing-glyph", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg",
    "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view", "vkern",
];

/// The attributes whose value is text, numbers or names, and never CSS.
#[rustfmt::skip]
pub(super) const PLAIN: [&str; 167] = [
    "accent-height", "accumulate", "additive", "alphabetic", "amplitude", "arabic-form", "ascent", "azimuth",
    "baseFrequency", "baseProfile", "bbox", "bias", "calcMode", "cap-height", "class", "clipPathUnits",
    "contentScriptType", "contentStyleType", "cx", "cy", "d", "descent", "diffuseConstant", "divisor", "dx", "dy",
    "edgeMode", "elevation", "exponent", "filterRes", "filterUnits", "focusable", "format", "fr", "fx", "fy", "g1",
    "g2", "glyph-name", "glyphRef", "gradientUnits", "hanging", "height", "horiz-adv-x", "horiz-origin-x",
    "horiz-origin-y", "id", "ideographic", "in", "in2", "intercept", "k", "k1", "k2", "k3", "k4", "kernelMatrix",
    "kernelUnitLength", "keyPoints", "keySplines", "keyTimes", "lang", "lengthAdjust", "limitingConeAngle",
    "markerHeight", "markerUnits", "markerWidth", "maskContentUnits", "maskUnits", "mathematical", "max", "media",
    "method", "min", "mode", "name", "numOctaves", "offset", "operator", "order", "orient", "orientation", "origin",
    "overline-position", "overline-thickness", "panose-1", "path", "pathLength", "patternContentUnits", "patternUnits",
    "points", "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "r",
    "radius", "refX", "refY", "rel", "rendering-intent", "requiredExtensions", "requiredFeatures", "result", "role",
    "rotate", "rx", "ry", "scale", "seed", "side", "slope", "spacing", "specularConstant", "specularExponent",
    "spreadMethod", "startOffset", "stdDeviation", "stemh", "stemv", "stitchTiles", "strikethrough-position",
    "strikethrough-thickness", "string", "surfaceScale", "systemLanguage", "tabindex", "tableValues", "target",
    "targetX", "targetY", "textLength", "title", "type", "u1", "u2", "underline-position", "underline-thickness",
    "unicode", "unicode-range", "units-per-em", "v-alphabetic", "v-hanging", "v-ideographic", "v-mathematical",
    "values", "version", "vert-adv-y", "vert-origin-x", "vert-origin-y", "viewBox", "viewTarget", "width", "widths",
    "x", "x-height", "x1", "x2", "xChannelSelector", "y", "y1", "y2", "yChannelSelector", "z", "zoomAndPan",
];

/// The attributes whose value is read as CSS.
#[rustfmt::skip]
pub(super) const STYLED: [&str; 92] = [
    "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation",
    "color-interpolation-filters", "color-profile", "color-rendering", "cursor", "direction", "display",
    "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter", "flood-color",
    "flood-opacity", "font", "font-family", "font-feature-settings", "font-kerning", "font-size", "font-size-adjust",
    "font-stretch", "font-style", "font-variant", "font-variant-caps", "font-variant-east-asian",
    "font-variant-ligatures", "font-variant-numeric", "font-variation-settings", "font-weight",
    "glyph-orientation-horizontal", "glyph-orientation-vertical", "gradientTransform", "image-rendering",
    "inline-size", "isolation", "kerning", "letter-spacing", "lighting-color", "line-height", "marker", "marker-end",
    "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order",
    "patternTransform", "pointer-events", "shape-inside", "shape-margin", "shape-padding", "shape-rendering",
    "shape-subtract", "solid-color", "solid-opacity", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
    "style", "text-align", "text-anchor", "text-decoration", "text-decoration-line", "text-indent", "text-orientation",
    "text-overflow", "text-rendering", "transform", "transform-origin", "unicode-bidi", "vector-effect", "visibility",
    "white-space", "word-spacing", "writing-mode",
];

/// The attributes of XLink that say nothing of a place.
pub(super) const XLINKS: [&str; 5] = ["actuate", "role", "show", "title", "type"];

/// The attributes of XML itself.
pub(super) const XMLS: [&str; 3] = ["id", "lang", "space"];

/// The functions of CSS that neither fetch nor run anything.
#[rustfmt::skip]
pub(super) const FUNCTIONS: [&str; 71] = [
    "blur", "brightness", "calc", "circle", "clamp", "color", "color-mix", "conic-gradient", "contrast", "cubic-bezier",
    "drop-shadow", "ellipse", "grayscale", "has", "hsl", "hsla", "hue-rotate", "hwb", "inset", "invert", "is", "lab",
    "lang", "lch", "light-dark", "linear-gradient", "matrix", "matrix3d", "max", "min", "not", "nth-child",
    "nth-last-child", "nth-last-of-type", "nth-of-type", "oklab", "oklch", "opacity", "path", "perspective", "polygon",
    "radial-gradient", "rect", "repeating-conic-gradient", "repeating-linear-gradient", "repeating-radial-gradient",
    "rgb", "rgba", "rotate", "rotate3d", "rotatex", "rotatey", "rotatez", "saturate", "scale", "scale3d", "scalex",
    "scaley", "scalez", "sepia", "skew", "skewx", "skewy", "steps", "translate", "translate3d", "translatex",
    "translatey", "translatez", "var", "where",
];

/// The rules of CSS that begin with `@` and fetch nothing.
pub(super) const RULES: [&str; 2] = ["media", "supports"];
