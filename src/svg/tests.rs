//! What pictures may be, held against what programs export and against every way out of a picture that is known.

use super::*;

/// Wraps what stands in a picture.
fn picture(inside: &str) -> String {
    format!("<svg xmlns=\"{}\" xmlns:xlink=\"{}\" viewBox=\"0 0 9 9\">{inside}</svg>", names::SVG, names::XLINK)
}

/// Returns the kind and the name of what is refused in a picture.
fn refused(svg: &str) -> Option<(SvgFaultKind, String)> {
    check_picture(svg.as_bytes()).err().map(|fault| (fault.kind, fault.name))
}

#[track_caller]
fn passes(svg: &str) {
    assert_eq!(refused(svg), None, "{svg}");
}

#[track_caller]
fn all_refused(kind: SvgFaultKind, inside: &[&str]) {
    for inside in inside {
        let found = refused(&picture(inside));
        assert_eq!(found.as_ref().map(|(kind, _)| *kind), Some(kind), "{inside}: {found:?}");
    }
}

#[test]
fn what_programs_export_passes() {
    // Inkscape, with what it keeps for itself.
    passes(
        r##"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
<svg width="9mm" viewBox="0 0 9 9" version="1.1" id="svg1" inkscape:version="1.3" sodipodi:docname="a.svg"
  inkscape:export-filename="C:\billeder\a.png" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:zoom="1"><inkscape:grid type="xygrid" id="g"/></sodipodi:namedview>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <defs id="d"><linearGradient id="a"><stop style="stop-color:#f00;stop-opacity:1" offset="0"/></linearGradient>
    <linearGradient xlink:href="#a" id="b" gradientTransform="translate(1,2)" gradientUnits="userSpaceOnUse"/>
    <filter id="f" style="color-interpolation-filters:sRGB"><feGaussianBlur stdDeviation="0.1"/></filter></defs>
  <g inkscape:label="Lag 1" inkscape:groupmode="layer"><path style="fill:url(#b);filter:url('#f')" d="M 1,1" sodipodi:nodetypes="cc"/>
    <text xml:space="preserve" style="font-family:'Sans, Bold';-inkscape-font-specification:'Sans (x), Bold'"><tspan sodipodi:role="line">Æ &amp; &#248;</tspan></text>
    <image xlink:href="data:image/png;base64,iVBORw0KGgo&#10;AAAA=" width="1" height="1" preserveAspectRatio="none"/></g></svg>"##,
    );
    // matplotlib.
    passes(
        r##"<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><g clip-path="url(#p1)"><use xlink:href="#m1" x="73" style="stroke: #000000; stroke-width: 0.8"/></g>
  <text style="font: 10px 'DejaVu Sans', sans-serif; text-anchor: middle" transform="rotate(-0 81 322)">2020</text></g>
 <defs><clipPath id="p1"><rect x="57" y="41" width="357" height="266"/></clipPath></defs></svg>"##,
    );
    // svglite of R.
    passes(
        r#"<?xml version='1.0' encoding='UTF-8' ?>
<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' class='svglite' data-engine-version='2.0' width='720.00pt'>
<defs><style type='text/css'><![CDATA[
    .svglite line, .svglite path { fill: none; stroke: #000000; }
    .svglite text { white-space: pre; }
  ]]></style></defs><rect width='100%' height='100%' style='stroke: none; fill: #FFFFFF;'/>
<text x='1' y='1' text-anchor='middle' style='font-size: 9.60px; font-family: "Liberation Sans";' textLength='20px' lengthAdjust='spacingAndGlyphs'>Udgifter</text></svg>"#,
    );
    // Excel, "save as picture".
    passes(
        r##"<svg width="481" height="289" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" overflow="hidden"><defs><clipPath id="clip0"><rect x="400" y="215" width="481" height="289"/></clipPath></defs><g clip-path="url(#clip0)" transform="translate(-400 -215)"><rect fill="#FFFFFF" fill-opacity="1"/><text fill="#595959" font-family="Calibri,Calibri_MSFontService,sans-serif" font-weight="400" font-size="12" transform="matrix(1 0 0 1 420.4 480)">0</text></g></svg>"##,
    );
    // LibreOffice.
    passes(
        r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>
<svg version="1.2" baseProfile="tiny" fill-rule="evenodd" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg" xmlns:ooo="http://xml.openoffice.org/svg/export" xmlns:presentation="http://sun.com/xmlns/staroffice/presentation" xml:space="preserve">
 <defs><font id="EmbeddedFont_1" horiz-adv-x="2048"><font-face font-family="Liberation Sans embedded" units-per-em="2048"/><missing-glyph d="M 0,0"/><glyph unicode="y" horiz-adv-x="1033" d="M 604,1"/></font></defs>
 <g ooo:slide="id1" class="TextShape"><rect class="BoundingBox" stroke="none" fill="none" x="1"/></g></svg>"##,
    );
    // draw.io with plain text.
    passes(
        r##"<!-- Do not edit this file with editors other than draw.io --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" style="background: transparent; color-scheme: light dark;" version="1.1" viewBox="-0.5 -0.5 1 1"><g data-cell-id="0"><rect fill="#ffffff" stroke="#000000" pointer-events="all" style="fill: light-dark(#ffffff, var(--ge-dark-color, #121212)); stroke: light-dark(rgb(0, 0, 0), rgb(255, 255, 255));"/><text text-anchor="middle" font-family="Helvetica">A</text></g></svg>"##,
    );
    passes(&picture(
        "<style>/* @import url(x) 'a' */ @media (prefers-color-scheme: dark) { g:not(.a) > p { fill: rgb(1 2 3) } }</style>",
    ));
    passes(&format!("\u{feff}{}", picture("<s:g xmlns:s='http://www.w3.org/2000/svg' fill='none'/>")));
    passes(&picture("<a href='#b'><title>once on=1 online</title></a><image href='DATA:image/PNG;base64,AA=='/>"));
}

#[test]
fn no_element_but_those_listed() {
    all_refused(
        SvgFaultKind::Element,
        &[
            "<script>x</script>",
            "<Script/>",
            "<SCRIPT/>",
            "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
            "<script xmlns='http://www.w3.org/1999/xhtml'/>",
            "<h:img xmlns:h='http://www.w3.org/1999/xhtml' src='x'/>",
            "<g xmlns=''/>",
            "<x:g/>",
            "<foreignObject/>",
            "<animate attributeName='href' to='https://x'/>",
            "<set attributeName='onload' to='x'/>",
            "<animateTransform/>",
            "<feImage href='#a'/>",
            "<iframe/>",
            "<handler/>",
            "<font-face-src/>",
            "<style>a<g/></style>",
            "<style/><link rel='stylesheet'/>",
            "<metadata><script/></metadata>",
            "<i:namedview xmlns:i='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'><script/></i:namedview>",
            "<x:g xmlns:x='http://www.w3.org/2000/sv&#103;'/>",
        ],
    );
    assert_eq!(refused("<svg/>").map(|(kind, _)| kind), Some(SvgFaultKind::Element), "no namespace, no picture");
    assert_eq!(refused("<g xmlns='http://www.w3.org/2000/svg'/>"), Some((SvgFaultKind::Element, "g".into())));
}

#[test]
fn no_attribute_but_those_listed() {
    all_refused(
        SvgFaultKind::Attribute,
        &[
            "<g onload='x()'/>",
            "<g ONLOAD='x()'/>",
            "<g onload = 'x()'/>",
            "<g xml:base='https://x/'/>",
            "<g src='x'/>",
            "<a ping='https://x'/>",
            "<g content='&lt;mxfile/&gt;'/>",
            "<g ev:event='x' xmlns:ev='http://www.w3.org/2001/xml-events'/>",
            "<g x:y='1'/>",
            "<i:a onload='x' xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>",
            "<g xlink:from='x'/>",
            "<g attributeName='href'/>",
        ],
    );
    assert_eq!(refused(&picture("<g onclick='x'/>")), Some((SvgFaultKind::Attribute, "onclick".into())));
}

#[test]
fn no_address_leads_out() {
    all_refused(
        SvgFaultKind::Address,
        &[
            "<a href='https://x'/>",
            "<a href='&#106;avascript:x'/>",
            "<a xlink:href='java&#10;script:x'/>",
            "<use href='a.svg#b'/>",
            "<use xlink:href='//x/a.svg#b'/>",
            "<image href = 'https://x/y.png'/>",
            "<image x:href='//x' xmlns:x='http://www.w3.org/1999/xlink'/>",
            "<image href='data:image/svg+xml;base64,AA=='/>",
            "<image href='data:image/png,x'/>",
            "<image href='data:text/html;base64,AA=='/>",
            "<image href='data:image/png;base64,AA==#x'/>",
            "<textPath href=' /a'/>",
            "<linearGradient href='&#x2f;/x'/>",
            "<image href=''/>",
            "<i:a href='https://x' xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>",
        ],
    );
}

#[test]
fn no_css_fetches() {
    let css = [
        r"rect{fill:\75rl(https://x)}",
        r#"@\69mport "https://x/a.css";"#,
        r#"rect{background:image-set("https://x/a.png" 1x)}"#,
        "@import 'https://x';",
        "@IMPORT url(#a);",
        "@font-face{font-family:a;src:local(b)}",
        "@namespace 'x';",
        "@charset 'x';",
        "a{background:url(https://x)}",
        "a{background:URL( 'https://x' )}",
        "a{fill:url('#a' https://x)}",
        "a{fill:url(#a https://x)}",
        "a{fill:url()}",
        "a{fill:url('#a'",
        "a{background:-webkit-image-set('x' 1x)}",
        "a{background:image('x')}",
        "a{background:src('x')}",
        "a{background:cross-fade('x', 'y')}",
        "a{background:element(#a)}",
        "a{width:expression(x())}",
        "a{content:attr(x)}",
        "a{content:'/*'}b{fill:url(//x)}/*'*/",
        "a{content:'\n;fill:url(//x)'}",
        "/* a */ b{fill:url(//x)}",
        "a{b:c/url(//x)}",
    ];
    for css in css {
        let attribute = css.replace('&', "&amp;").replace('"', "&quot;").replace('\n', "&#10;");
        for inside in [
            format!("<style>{css}</style>"),
            format!("<style><![CDATA[{css}]]></style>"),
            format!("<style>{}<!-- -->{}</style>", &css[..2], &css[2..]),
            format!("<rect style=\"{attribute}\"/>"),
            format!("<rect fill=\"{attribute}\"/>"),
            format!("<s:style xmlns:s='http://www.w3.org/2000/svg'>{}</s:style>", css.replace('@', "&#64;")),
        ] {
            let found = refused(&picture(&inside));
            assert_eq!(found.map(|(kind, _)| kind), Some(SvgFaultKind::Style), "{inside}");
        }
    }
}

#[test]
fn nothing_but_plain_xml_is_read() {
    let (svg, kinds) = (picture(""), |svg: &str| refused(svg).map(|(kind, _)| kind));
    for (text, kind) in [
        (format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{svg}"), SvgFaultKind::Doctype),
        (format!("<!DOCTYPE svg SYSTEM 'https://x/a.dtd'>{svg}"), SvgFaultKind::Doctype),
        (format!("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'https://x/a.dtd'>{svg}"), SvgFaultKind::Doctype),
        (picture("&nbsp;"), SvgFaultKind::Doctype),
        (picture("<g id='&a;'/>"), SvgFaultKind::Doctype),
        (format!("<?xml-stylesheet href='#x'?>{svg}"), SvgFaultKind::Instruction),
        (picture("<?php x?>"), SvgFaultKind::Instruction),
        (picture("<?xml version='1.0'?>"), SvgFaultKind::Syntax),
        (format!(" <?xml version='1.0'?>{svg}"), SvgFaultKind::Syntax),
        (format!("<?xml version='1.1'?>{svg}"), SvgFaultKind::Syntax),
        (format!("<?xml version='1.0' encoding='utf-7'?>{svg}"), SvgFaultKind::Encoding),
        (format!("<?xml version='1.0' encoding='ISO-8859-1'?>{svg}"), SvgFaultKind::Encoding),
        (format!("{svg}{svg}"), SvgFaultKind::Element),
        (format!("{svg}<script/>"), SvgFaultKind::Element),
        (format!("{svg}x"), SvgFaultKind::Syntax),
        (format!("x{svg}"), SvgFaultKind::Syntax),
        (svg.replace("</svg>", ""), SvgFaultKind::Syntax),
        (svg.replace("</svg>", "</g>"), SvgFaultKind::Syntax),
        (picture("<g"), SvgFaultKind::Element),
        (picture("<g id=a/>"), SvgFaultKind::Syntax),
        (picture("<g id='a' id='b'/>"), SvgFaultKind::Syntax),
        (picture("\u{0}"), SvgFaultKind::Syntax),
        (picture("<!-- a -- b -->"), SvgFaultKind::Syntax),
        (String::new(), SvgFaultKind::Syntax),
        (picture(&format!("{}{}", "<g>".repeat(300), "</g>".repeat(300))), SvgFaultKind::Size),
        (
            picture(&format!("<g{}/>", (0..300).map(|n| format!(" data-{n}='1'")).collect::<String>())),
            SvgFaultKind::Size,
        ),
    ] {
        assert_eq!(kinds(&text), Some(kind), "{text}");
    }
    let utf16: Vec<u8> = svg.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(check_picture(&utf16).is_err());
    assert_eq!(check_picture(b"\x1f\x8b\x08\x00").map_err(|fault| fault.kind), Err(SvgFaultKind::Encoding));
    assert_eq!(check_picture(b"<svg>\xe6</svg>").map_err(|fault| fault.kind), Err(SvgFaultKind::Encoding));
}

#[test]
fn the_place_is_told() {
    let found = check_picture(picture("\n<g/>\næ<script/>").as_bytes()).expect_err("a script");
    assert_eq!((found.line, found.column), (3, 2));
}

#[test]
fn a_shape_may_not_end_elsewhere_in_html() {
    assert!(check_shape("<symbol id='m-a' viewBox='0 0 1 1'><path d='M0 0'/></symbol>").is_ok());
    for shape in [
        "<!--> <script>x</script> -->",
        "<title><![CDATA[><script>x</script>]]></title>",
        "</svg><script>x</script><svg>",
        "<symbol onload='x'/>",
        "<symbol>",
    ] {
        assert!(check_shape(shape).is_err(), "{shape}");
    }
}

#[test]
fn words_that_nobody_sees_are_refused() {
    all_refused(
        SvgFaultKind::Hidden,
        &[
            "<text opacity='0'>a</text>",
            "<g opacity='0.0'><text>a</text></g>",
            "<g style='opacity: 0% !important'><image href='data:image/png;base64,AA'/></g>",
            "<text fill-opacity='0'>a</text>",
            "<g fill-opacity='0'><text><tspan>a</tspan></text></g>",
            "<text fill-opacity='0' stroke='none'>a</text>",
            "<text font-size='0'>a</text>",
            "<text style='font-size:0px'>a</text>",
            "<text style='font:0 Arial'>a</text>",
            "<defs><text>a</text></defs>",
            "<defs><g id='b'><text>a</text></g></defs>",
            "<symbol id='b'><text>a</text></symbol>",
            "<symbol id='b'><text>a</text></symbol><use href='#c'/>",
            "<defs><symbol id='b'><text>a</text></symbol></defs><use href='#c'/>",
            "<pattern id='b'><text>a</text></pattern>",
            "<defs><g id='b'><text display='none'>a</text></g></defs><use href='#b'/>",
            "<text x='-500' y='4'>a</text>",
            "<text x='4' y='-4'>a</text>",
            "<text x='4'><tspan y='400'>a</tspan></text>",
            "<text y='400px'>a</text>",
            // No paint, however that is written.
            "<text fill='none'>a</text>",
            "<text fill='n&#111;ne'>a</text>",
            "<text fill='transparent'>a</text>",
            "<text style='fill:/* */none'>a</text>",
            "<text fill='#fff0'>a</text>",
            "<text fill='#00000000'>a</text>",
            "<text fill='rgba(0, 0, 0, 0)'>a</text>",
            "<text fill='rgb(0 0 0 / 0%)'>a</text>",
            "<text fill='hsla(1,2%,3%,0.0)'>a</text>",
            "<g fill='none'><text>a</text></g>",
            "<g color='transparent'><text fill='currentColor'>a</text></g>",
            "<text fill='none' stroke='transparent'>a</text>",
            "<text fill='none' stroke='black' stroke-width='0'>a</text>",
            "<g stroke-opacity='0'><text fill='none' stroke='black'>a</text></g>",
            "<g stroke='black'><text fill='none' stroke='none'>a</text></g>",
            "<text>b<tspan fill='none'>a</tspan></text>",
            // Faint by all elements together, without a side.
            "<g opacity='.05'><g opacity='.1'><text>a</text></g></g>",
            "<text opacity='0.4%'>a</text>",
            "<text transform='scale(0)'>a</text>",
            "<g transform='translate(1 2) scale(1,0)'><text>a</text></g>",
            "<g transform='matrix(1 2 2 4 0 0)'><text>a</text></g>",
            "<g style='scale: 0 1'><text>a</text></g>",
            "<svg width='0' height='9'><text>a</text></svg>",
            "<g style='content-visibility:hidden'><text>a</text></g>",
            "<text style='font-size-adjust:0'>a</text>",
            "<g font-size='0'><text>a</text></g>",
            // Nothing of a size of nought is nought, and no height gives letters a size.
            "<text font-size='0' font-size-adjust='0.5'>a</text>",
            "<text style='font-size:0;font-size-adjust:none'>a</text>",
            "<text style='font:12px Arial;font-size:0'>a</text>",
            "<text style='font:12px Arial;font-size-adjust:0'>a</text>",
            "<text style='font-size-adjust:ex-height 0'>a</text>",
            "<text font-size='0' font='12px Arial'>a</text>",
            "<text style='font-size:0 !important;font-size:12px'>a</text>",
            "<text style='fill:none!important;fill:red'>a</text>",
            // What no browser reads takes nothing back.
            "<text style='font-size:0;font:12px'>a</text>",
            "<text style='font-size:0;font:bogus'>a</text>",
            "<text style='font-size:0;font:Arial 12px'>a</text>",
            "<text style='font-size:0;font:12 Arial'>a</text>",
            "<text font-size='0' style='font:bold Arial'>a</text>",
            "<text style='font-size:0;font-size:bogus'>a</text>",
            "<text style='font-size:0;font-size:12'>a</text>",
            "<text style='visibility:hidden;visibility:bogus'>a</text>",
            "<text style='display:none;display:bogus'>a</text>",
            "<text style='opacity:0;opacity:bogus'>a</text>",
            "<text style='font:italic bold 0px/12px Arial'>a</text>",
            "<text style='font:oblique 10deg 700 0/1.2 Arial'>a</text>",
            "<g font-size='0'><text font-size='2em'>a</text></g>",
            "<g font-size='0'><text style='font:150% Arial'>a</text></g>",
            "<g font-size='0'><text font-size='larger'>a</text></g>",
            "<g font-size='0'><text font-size='12bogus'>a</text></g>",
            "<g font-size='0'><text style='font-size:-3px'>a</text></g>",
            "<g font-size-adjust='0'><text font-size='9'>a</text></g>",
            "<g visibility='hidden'><text visibility='bogus'>a</text></g>",
            // Hidden, and shown again in what is not shown.
            "<g visibility='hidden'><text>a</text></g>",
            "<g visibility='hidden'><text visibility='inherit'>a</text></g>",
            "<g visibility='hidden'><image href='data:image/png;base64,AA'/></g>",
            "<g display='none'><text visibility='visible'>a</text></g>",
            "<g visibility='hidden'><text visibility='visible' opacity='0'>a</text></g>",
            "<text x='-50' text-anchor='end'>a</text>",
            "<text x='-5' text-anchor='end'>a</text>",
            "<g text-anchor='middle'><text x='40'>a</text></g>",
        ],
    );
    for inside in [
        "<text opacity='0.5'>a</text>",
        "<rect opacity='0'/><text>a</text>",
        "<g fill-opacity='0'><rect/><text fill-opacity='1'>a</text></g>",
        "<g style='font-size:0'><text font-size='3'>a</text></g>",
        "<text fill-opacity='0' stroke='black'>a</text>",
        "<text style='font: 10px Sans'>a</text>",
        // A line without a height has letters all the same, and what is said last is what is said.
        "<text style='font:12px/0 Arial'>a</text>",
        "<text style='font:bold 12px / 0 Arial'>a</text>",
        "<text style='font:oblique 0deg 700 12px Arial'>a</text>",
        "<text style='font-size:0;font:12px Arial'>a</text>",
        "<text font-size='0' style='font:12px Arial'>a</text>",
        "<text style='font-size:12px!important;font-size:0'>a</text>",
        "<text style='font-size-adjust:0;font:12px Arial'>a</text>",
        "<g font-size='0'><text font-size='1.5pt'>a</text></g>",
        "<g font-size='0'><text font-size='x-large'>a</text></g>",
        "<text font-size='2em' font-size-adjust='0.5'>a</text>",
        "<defs><g id='b'><text>a</text></g></defs><use href='#b'/>",
        "<defs><symbol id='Bb'><text>a</text></symbol></defs><use xlink:href='#Bb'/>",
        "<symbol id='b'><text>a</text></symbol><use href='#b'/>",
        "<defs><pattern id='b'><text>a</text></pattern></defs><rect fill='url(#b)'/>",
        "<defs><style>text{fill:red}</style><linearGradient id='c'/></defs><text>a</text>",
        "<text x='1 2 3' y='9'>a</text>",
        "<g visibility='hidden'><rect/><text visibility='visible'>a</text></g>",
        "<g visibility='hidden'><image href='data:image/png;base64,AA' visibility='visible'/></g>",
        "<g stroke='black'><text fill='none'>a</text></g>",
        "<g stroke='black' fill='none'><text>a</text></g>",
        "<g fill='none'><path d='M0 0'/><text fill='#000'>a</text></g>",
        "<g fill='none'><text><tspan fill='red'>a</tspan></text></g>",
        "<style>.t { fill: #000 }</style><g fill='none'><text class='t'>a</text></g>",
        "<text fill='url(#g)'>a</text><linearGradient id='g'/>",
        "<text fill='rgb(0,0,0)'>a</text>",
        "<text fill='color(srgb 1 0 0)'>a</text>",
        "<style>.t { fill: #000 }</style><g style='fill:none'><text class='t'>a</text></g>",
        "<text fill='rgb(0 0 0 / 50%)'>a</text>",
        "<text fill='#fff8'>a</text>",
        "<g opacity='.2'><text opacity='.2'>a</text></g>",
        "<g transform='matrix(1 0 0 1 0 0) scale(.1)'><text>a</text></g>",
        "<g clip-path='url(#c)'><text>a</text></g>",
        "<text fill='white'>a</text>",
        "<text x='17' text-anchor='end'>a</text>",
        "<g text-anchor='middle'><text x='-8'>a</text></g>",
        "<text x='17' style='text-anchor: middle'>a</text>",
        "<text x='-1' y='10'>a</text>",
        "<g transform='translate(500 500)'><text x='-499' y='-495'>a</text></g>",
        "<text x='-499' y='-495' transform='translate(500 500)'>a</text>",
        "<svg x='1' viewBox='0 0 900 900'><text x='500' y='500'>a</text></svg>",
    ] {
        passes(&picture(inside));
    }
    let bare = |size: &str| format!("<svg xmlns=\"{}\" {size}><text x='90' y='5'>a</text></svg>", names::SVG);
    assert_eq!(refused(&bare("width='20' height='20'")).map(|(kind, _)| kind), Some(SvgFaultKind::Hidden));
    for size in ["width='100' height='20'", "width='100%' height='20'", "", "viewBox='0 0 0 0'", "viewBox='0 0 x'"] {
        passes(&bare(size));
    }
}
