// Every gate lets a sound site through, and stops one with the fault it is there for.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch } from "./browser.mjs";
import { alone } from "./gates/alone.mjs";
import { asked } from "./gates/asked.mjs";
import { found } from "./gates/found.mjs";
import { gates } from "./gates/index.mjs";
import { sorting } from "./gates/sorting.mjs";
import { openSite } from "./site.mjs";

// Each has a folder and a tab of its own, so that two can be tried at a time.
const cases = [];
const test = (name, tried) => cases.push([name, tried]);

const page = (content) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Status</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="style.css"></head>
<body>
<nav><a href="index.html">Front</a></nav>
<main id="content">${content}</main>
</body>
</html>
`;

const old = (address) =>
  page(`<h1>Moved</h1><p><a href="${address}">Plan</a></p>`).replace(
    "<link",
    `<meta http-equiv="refresh" content="0; url=${address}"><link`,
  );

const sound = {
  "style.css": `
    a { display: inline-block; padding: 1rem }
    .chip { border: 1px solid }
    @media (forced-colors: active) { .chip { border-width: 2px } }
    @media print { nav, summary { display: none } details::details-content { content-visibility: visible; display: block } }`,
  "index.html": page(`<h1>Status</h1><p><a href="plan.html#goal">Plan</a></p>`),
  "former.html": old("plan.html"),
  "plan.html": page(`<h1>Plan</h1><h2 id="goal">Goal</h2>
    <p class="chip"><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6" fill="currentColor"/></svg> Fine</p>
    <table><caption>Sums</caption><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>2020</td></tr></tbody></table>
    <details><summary>More</summary><p>Folded on a screen.</p></details>`),
};

const plan = (content) => ({ "plan.html": sound["plan.html"].replace("</table>", `</table>${content}`) });
const style = (rule) => ({ "style.css": sound["style.css"] + rule });

const sums = (href) => plan(`<table id="more"><caption id="more-name">More</caption><tbody><tr><td>1</td></tr></tbody></table>
  <a href="${href}" download aria-describedby="more-name">File</a>`);
const event = (lines) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");

// Two pages of one kind, of which the shorter is no sample.
const two = (attributes, rule) => ({
  ...style(rule),
  "index.html": page(`<h1>Status</h1><p><a href="plan.html">Plan</a> <a href="plans/long.html">Long</a> <a ${attributes} href="plans/short.html">Short</a></p>`),
  "plans/long.html": page("<h1>Long</h1><p>Words</p>"),
  "plans/short.html": page("<h1>Short</h1>"),
});

// The first word of a gate, what is wrong, and how it says so.
const faults = [
  ["accessible", plan(`<p style="color: #bbb; background: #fff">Pale</p>`), /color-contrast/],
  ["accessible", style(`@media (prefers-color-scheme: dark) { main { background: #000 } }`), /dark/],
  ["valid", plan("<p><div></div></p>"), /plan\.html:\d+: No “p” element in scope/],
  ["quiet", plan(`<img src="https://elsewhere.example/pixel.png" alt="">`), /asks for https:/],
  ["quiet", plan(`<script>console.warn("hm")</script>`), /console/],
  ["quiet", plan(`<img src="gone.png" alt="">`), /does not get/],
  ["linked", plan(`<a href="gone.html">Gone</a>`), /gone\.html leads to no file/],
  ["linked", plan(`<a href="index.html#gone">Gone</a>`), /#gone leads to no such place/],
  ["linked", plan(`<p aria-labelledby="gone">Who</p>`), /leads to no id/],
  ["linked", plan(`<a href="../up.html">Out</a>`), /leads outside/],
  ["reachable", { "orphan.html": page("<h1>Orphan</h1>") }, /orphan\.html: no way leads here/],
  ["reachable", { "old.html": old("gone.html") }, /old\.html: gone\.html leads to no page of today/],
  ["reachable", { "old.html": old("older.html"), "older.html": old("plan.html") }, /old\.html: older\.html leads to no/],
  ["reachable", style("nav, main { pointer-events: none }"), /leads to index\.html/],
  ["reachable", two("", `a[href$="short.html"] { pointer-events: none }`), /a click on plans\/short\.html leads to index\.html/],
  ["reachable", two(`target="other"`, ""), /a click on plans\/short\.html leads to index\.html/],
  ["fitting", plan(`<p style="width: 400px">Wide</p>`), /408 px wide in 320 px: p “Wide”/],
  ["fitting", plan(`<div style="overflow: auto; width: 9rem"><p style="width: 20rem">Scrolls</p></div>`), /no focusable region/],
  ["fitting", plan(`<div style="overflow: hidden; width: 9rem"><p style="width: 20rem">Cut</p></div>`), /cuts off/],
  ["fitting", plan(`<p style="width: 299px; white-space: nowrap; overflow: hidden; font: 16px monospace">Twenty-nine letters that fit</p>`), /cuts off.*spaced/],
  ["printable", style("@media print { nav { display: block } }"), /nav is printed/],
  ["printable", style("@media print { details::details-content { content-visibility: hidden } }"), /stays folded/],
  ["printable", style("@media print { .chip { display: none } table { display: none } details { display: none } }"), /“Goal” stands over nothing/],
  ["printable", plan(`<div style="height: 1200px"></div><h3>Alone</h3><p style="break-before: page">Its words</p>`), /sheet \d ends in the heading “Alone”/],
  ["printable", { "plan.html": page(`<h1>Plan</h1><p>Words</p><p class="address" style="break-before: page">Site / Plan</p>`) }, /sheet \d has nothing but the address/],
  ["printable", style("@media print { table { width: 800px } }"), /808 px wide in 680 px/],
  ["printable", style("@media print { thead { display: table-row-group } }"), /without its head/],
  ["printable", plan("<table><thead><tr><th><button>Name</button></th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"), /without its head/],
  ["complete", plan(`<p id="late"></p><script>late.textContent = "Only with scripts"</script>`), /scripts change/],
  ["complete", { ...plan(`<table><caption>Gap</caption><tbody><tr><td></td><td>2</td></tr></tbody></table>`), ...style("td:empty { display: none }") }, /1 cells are lost/],
  ["answering", { "index.html": page(`<h1>Status</h1><p style="height: 600px">Long</p><p class="chip bad">Red</p>`) }, /first red status/],
  ["brief", { "assets/theme.css": "", "assets/other.css": [...Array(9000).keys()].map((n) => n * n).join() }, /bytes packed/],
  ["brief", { "editions/a/index.html": page(`<aside class="edition" style="height: 80px">Then</aside>`) }, /the banner of the edition is 80 px high/],
  ["brief", { "planer/a/index.html": page(`<header><ul class="menu"><li>Front</li><li>Plans</li></ul></header>`) }, /the menu stands on 2 lines/],
  ["taken", { ...sums("a.csv"), "a.csv": "Year\r\n1\r\n" }, /a\.csv: no byte order mark/],
  ["taken", { ...sums("a.csv"), "a.csv": "\ufeffYear\r\n1\r\n2\r\n" }, /a\.csv: 2 rows, 1 on the page/],
  ["taken", { ...sums("a.csv"), "a.csv": '\ufeffYear\r\n"1\r\n' }, /a\.csv: line \d: .*[Qq]uote/],
  ["taken", { ...sums("a.csv"), "a.csv": "\ufeffYear\r\n1,2\r\n" }, /a row has other cells/],
  ["taken", { ...sums("a.xlsx"), "a.xlsx": "no archive" }, /a\.xlsx: does not open/],
  ["taken", plan(`<a href="index.html" download>File</a>`), /no table says/],
  ["taken", { "a.ics": "BEGIN:VCALENDAR\r\nVERSION" }, /a\.ics: does not open/],
  ["taken", { "a.ics": event(["SUMMARY:Goal", "UID:1", "DTSTART:20200630T100000Z"]) }, /“Goal” has no day/],
  ["taken", { "a.ics": event(["SUMMARY:Goal", "DTSTART;VALUE=DATE:20200630"]) }, /no name of its own/],
  ["brief", { "search-index.js": [...Array(4000).keys()].map((n) => n * n).join() }, /search-index\.js: \d+ bytes packed, 4096 are enough for 2 pages/],
  ["contrasted", style("@media (forced-colors: active) { .chip { border-width: 1px } }"), /frame of 1 px/],
  ["contrasted", style("@media (forced-colors: active) { circle { fill: Canvas } }"), /contrast.*forced/],
  ["contrasted", style("@media (prefers-color-scheme: dark) { circle { fill: #fefefe } }"), /contrast.*dark/],
];

// Two long tables with the script and the style of the default theme: names of Danish letters, numbers below nothing, thousands,
// cells without anything, rows that belong to others, a heading over each group, a note and a sum.
const theme = (path) => readFileSync(new URL(`../../themes/default/static/${path}`, import.meta.url), "utf8");
const names = ["Østergade", "Bo", "Åse", "Ærø", "Carl", "Aarhus", "Zita", "Dorte", "Erik", "Finn", "Gro", "Hans"];
const amounts = [["1.700.000", 1700000], ["−2", -2], ["9", 9], ["", ""], ["−1.500", -1500], ["-", ""], ["85,5", 85.5], ["10", 10], ["0", 0], ["100", 100], ["25", 25], ["7", 7]];
const levels = [["Kritisk", 3980], ["Alt OK", 5990], ["Opmærksomhed", 4970]];
const row = (name, at) => {
  const [text, key] = amounts[at];
  const [level, rank] = levels[at % 3];
  const owner = at % 4 ? `<td class="word">Leder ${at % 2}</td>` : `<td data-key="Leder 2"></td>`;
  const due = at % 3 ? `<td class="word"><time datetime="2020-0${(at % 9) + 1}-15">dag</time></td>` : `<td></td>`;
  return `<tr class="item open"><th scope="row" id="row-${at}">${name}</th><td class="number"${String(key) === text ? "" : ` data-key="${key}"`}>${text}</td>
    <td class="status" data-key="${rank}"><span class="chip">${level}</span></td>${due}${owner}</tr>
    <tr class="words"><td colspan="5">Ord om ${name}</td></tr>
    ${at === 2 ? `<tr class="child"><th scope="row">Del af ${name}</th><td class="number">3</td><td></td><td></td><td></td></tr>
    <tr class="child depth-2"><th scope="row">Led af ${name}</th><td class="number">1</td><td></td><td></td><td></td></tr>` : ""}`;
};
const group = (word, from, to) =>
  `<tbody><tr class="heading"><th scope="rowgroup" colspan="5">${word}</th></tr>${names.slice(from, to).map((name, at) => row(name, from + at)).join("")}${from ? `<tr class="note"><td colspan="5">Et er udgået</td></tr>` : ""}</tbody>`;
const long = {
  "tables.js": theme("tables.js"),
  "theme.css": theme("theme.css"),
  "plan.html": page(`<h1 id="goal">Plan</h1><div class="cards"><table id="people" data-sortable data-grouped-by="Plan"><caption>Tiltag</caption>
    <thead><tr><th scope="col" class="head" data-key="name">Navn</th><th scope="col" class="number" data-key="amount">Beløb</th>
    <th scope="col" class="status" data-key="status" data-filter>Status</th><th scope="col" class="word" data-key="due">Frist</th>
    <th scope="col" class="word" data-key="owner" data-filter>Ansvarlig</th></tr></thead>${group("Voksne", 0, 7)}${group("Børn", 7, 12)}
    <tfoot><tr class="total"><th scope="row">I alt</th><td class="number">10</td><td></td><td></td><td></td></tr></tfoot></table></div>
    <div class="cards"><table id="others" data-sortable><caption>Flere</caption><thead><tr><th scope="col" class="head" data-key="name">Navn</th></tr></thead>
    <tbody>${names.map((name) => `<tr class="item"><th scope="row">${name}</th></tr>`).join("")}</tbody></table></div>`)
    .replace('lang="en"', 'lang="da"')
    .replace("<link", `<link rel="stylesheet" href="theme.css"><script src="tables.js" defer data-tools="Filtrér" data-search="Søg" data-all="Alle"
      data-shown="Viser … af …" data-none="Ingen." data-clear="Ryd" data-order="Sortér efter" data-own="Tabellens egen" data-up="stigende" data-down="faldende"
      data-worst="værste først" data-best="bedste først" data-sorted="Sorteret efter" data-sums="Summerne gælder hele tabellen."></script><link`),
};

// A line of the script or the style, what it becomes, and what is then said of it.
const breaks = [
  ["tables.js", "compare(a[1], b[1])", "(a[1] < b[1] ? -1 : 1)", /by “Navn”, ascending: row \d+ stands in the wrong place/],
  ["tables.js", "by.isNumber ? a[1] - b[1] : ", "", /by “Beløb”, ascending: row \d+ stands in the wrong place/],
  ["tables.js", "return none || (isDown", "return (isDown", /stands below one that says nothing/],
  ["tables.js", "part.body.append.apply(part.body, rows)", "part.body.append(rows[0])", /before anybody sorts|has left its own/],
  ["tables.js", "part.body.append.apply(part.body, part.after);", "", /a note has left its place/],
  ["tables.js", `"-" + id ? "" : id`, `"-" + id ? id : id`, /third press/],
  ["tables.js", "|| a[0].place - b[0].place", "|| b[0].place - a[0].place", /stands in|third press/],
  ["tables.js", `setAttribute("aria-sort"`, `setAttribute("data-sort"`, /it says null/],
  ["tables.js", "history[isStep", "void [isStep", /address does not keep the order/],
  ["tables.js", `isStep ? "pushState"`, `false ? "pushState"`, /going back/],
  ["tables.js", `table.id + "." + id, shown[id]`, `"t." + id, shown[id]`, /address does not keep/],
  ["tables.js", "isClipped ? -1 : 0", "0", /a head that none can see/],
  ["tables.js", "return row.contains(led);", "return false;", /not shown to whoever is led there/],
  ["tables.js", "rows = rows.parent", "rows = null", /“Led af Åse.*” is shown without/],
  ["tables.js", `classList.toggle("same"`, `classList.remove("same"`, /rows, but it says|leaves 3 rows/],
  ["tables.js", `setAttribute("role", "status")`, `setAttribute("role", "note")`, /not announced/],
  ["tables.js", "cell.dataset.key && !text(cell) ? cell.dataset.key", "false ? cell.dataset.key", /no filter leads to “Leder 2”/],
  ["tables.js", `.indexOf(shown[filter.id]) >= 0`, `.indexOf(shown[filter.id]) < 0`, /stands among/],
  ["theme.css", ".tools, .shown button, summary", "summary", /controls are printed/],
  ["theme.css", "    .order { display: block; }", "", /choice of an order cannot be seen/],
  ["plan.html", "<h1", "<button>Sort</button><h1", /1 controls that do nothing/],
];

// Long names and words, and a level of every tone, in the style of the default theme.
const tones = ["complete", "good", "fair", "warning", "bad", "severe", "none"];
const shape = (name) => readFileSync(new URL(`../../themes/default/shapes/${name}.svg`, import.meta.url), "utf8");
const mark = (tone, words) => `<span class="chip ${tone}"><svg aria-hidden="true"><use href="#m-${tone}"/></svg>${words}</span> `;
const counts = `45<span class="chips">${tones.map((tone) => mark(tone, `12 <span class="said">Level</span>`)).join("")}</span>`;
const told = "Cannot be assessed on the evidence that is at hand";
const plans = "Programme of Employmentandhealthplanningcoordination for the specialised area";
const cells = (count, cell) => [...Array(count).keys()].map(cell).join("");
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];
const crowded = {
  "theme.css": theme("theme.css"),
  "plan.html": page(`<svg class="marks" aria-hidden="true">${tones.map(shape).join("")}</svg><h1 id="goal">Plan</h1><p>${mark("severe", "Red")}</p>
    <details class="long" open><summary>${plans} (1)</summary><div class="cards many"><table><caption>${plans}</caption><thead><tr>
    ${["Plan", "Status", "Measures", "Required", "Achieved", "Share", "Committee"].map((name, at) => `<th scope="col" class="${["head", "status", "status", "number", "number", "number", "word"][at]}">${name}</th>`).join("")}</tr></thead>
    <tbody><tr class="heading"><th scope="rowgroup" colspan="7">${plans}</th></tr>
    <tr class="child depth-4 open"><th scope="row">${plans}</th><td class="status" data-label="Status"><span class="chips">${mark("none", told)}</span></td>
    <td class="status" data-label="Measures">${counts}</td><td class="number" data-label="Required">25.57</td><td class="number" data-label="Achieved">12.41</td>
    <td class="number" data-label="Share">49 %</td><td class="word" data-label="Committee">Environment</td></tr>
    <tr class="words"><td colspan="7"><dl>${["Goal", "Action", "Status"].map((name, at) => `<div><dt>${name}</dt><dd><p>${`${told}. `.repeat(at ? 1 : 5)}</p></dd></div>`).join("")}</dl></td></tr>
    </tbody></table></div></details>
    <h2>Months</h2><div class="scrolls" role="region" aria-label="Months" tabindex="0"><table><thead><tr><th scope="col" class="head">Item</th>
    ${cells(10, (at) => `<th scope="col" class="number">${months[at]}</th>`)}<th scope="col" class="status">Status</th></tr></thead>
    <tbody><tr class="item"><th scope="row">Employmentandhealthplanningcoordination</th>${cells(10, () => `<td class="number">−137.447</td>`)}<td class="status"><span class="chips">${mark("none", told)}</span></td></tr></tbody></table></div>
    <h2>Reports</h2><div class="scrolls" role="region" aria-label="Reports" tabindex="0"><table><tbody><tr class="item"><th scope="row">Measure</th>
    ${cells(12, (at) => `<td class="status"><span class="chips">${mark(tones[at % 7], ` <span class="said">Level</span>`)}</span></td>`)}</tr></tbody></table></div>`)
    .replace("style.css", "theme.css"),
};
// A line of the style, what it becomes, and which gate says what of it.
const spoiltStyles = [
  ["width: max-content; max-width: 15rem;", "white-space: nowrap;", "fitting", /px wide in 320 px/],
  ["fit-content; overflow-wrap: anywhere;", "fit-content;", "fitting", /px wide in 320 px.*summary/],
  ["    th, td { min-width: 0; }", "", "fitting", /px wide in 320 px/],
  [".scrolls { position: relative;", ".scrolls {", "fitting", /px wide in 320 px/],
  [".words dl > div { break-inside: avoid; }", "", "fitting", /“GoalCannot be.*” is torn/],
  ["min-width: 10em; border-right: 0; background: none; overflow-wrap: anywhere;", "border-right: 0;", "printable", /px wide in 680 px/],
  ["  td .chip { max-width: 13em;", "  td .chip { max-width: none;", "printable", /px wide in 680 px/],
  ["td .chips:has(.said) .severe { --f: var(--i); }", "", "contrasted", /“chip severe” on rgba\(0, 0, 0, 0\) has contrast.*light/],
];

// As much of the demonstration as its readers' questions need, with the search of the default theme.
const entries = "2.a.1\tForhandlingskonsulent\tmaal\n\tBoligsociale indsatser: herberg\tom\n\tPladser på natherberget\tom";
const field = (root) => `<div class="search" role="search" hidden><label for="q">Søg</label>
  <input id="q" type="search" role="combobox" aria-expanded="false" aria-controls="list"><div><p role="status" data-one="fundet" data-many="fundet" data-none="intet" data-near="nær"></p>
  <div id="list" role="listbox" hidden></div></div></div><a class="a-to-z" href="${root}om.html">A–Å</a><script src="${root}assets/search.js" defer></script>`;
const lists = { languages: ["da"], statuses: [], colours: [], plans: [], committees: [], owners: [], pages: entries, has_texts: false };
const demonstration = {
  "assets/search.js": theme("search.js"),
  "search-index.js": `fremdriftSearch(${JSON.stringify({ index: lists, shapes: {} })});`,
  "index.html": page(`${field("")}<h1>Status</h1><p class="chip bad">Rød</p><h2 id="since">Siden mødet 13. maj 2020</h2><ul class="changes"><li>Plan</li></ul>
    <table id="plans-table"><tr><td><a href="planer/voksne-2020/index.html">Voksne</a></td></tr></table><a href="index.xlsx">Excel</a>
    <p class="remark"><a href="uoverensstemmelser.html">Tal</a></p><table id="committees-table"><tr><td><a href="udvalg/usb.html">USB</a></td></tr></table>
    <a href="udgaver/index.html">Udgaver</a>`),
  "maal.html": page(`${field("")}<h1>2.a.1 Forhandlingskonsulent</h1><p>Status pr. juni 2020</p><p>Ansvarlig Leder af handicap og psykiatri</p>`),
  "om.html": page("<h1>Om</h1>"),
  "uoverensstemmelser.html": page("<h1>Tal</h1><p>6,56</p>"),
  "planer/voksne-2020/index.html": page(`<h1>Voksne</h1><p class="remark">Regn med 6,52 mio. kr.</p><a href="index.xlsx">Excel</a>`),
  "udvalg/usb.html": page(`<h1>USB</h1><a href="usb/moedebilag.html">Bilag</a>`),
  "udvalg/usb/moedebilag.html": page("<h1>Bilag</h1>"),
  "udgaver/index.html": page(`<h1>Udgaver</h1><a href="2019-11.html">November</a>`),
  "udgaver/2019-11.html": page("<h1>November</h1><p>Pr. 30. november 2019</p>"),
  "editions/2019-11/planer/budgetaftale-2020/index.html": page("<h1>Aftalen</h1>"),
  "index.xlsx": "",
};
const unanswered = [
  ["index.html", `class="chip bad"`, `class="chip"`, /What is red now\?” is not answered/],
  ["index.html", "Siden mødet", "Siden sidst", /What changed since the last meeting\?” is not answered/],
  ["uoverensstemmelser.html", "6,56", "6,5", /does it hold\?” is not answered/],
  ["index.html", `<p class="remark"><a`, `<details><summary>Mere</summary><p class="remark"><a`, /does it hold\?” leads to index\.html, where nobody sees/],
  ["planer/voksne-2020/index.html", "Regn med", "Tæl med", /Which total is to be used\?” is not answered/],
  ["maal.html", "Leder af", "Chef for", /Who owns 2\.a\.1.*is not answered/],
  ["assets/search.js", `" " + page.number : ""`, `"" : ""`, /Who owns 2\.a\.1.*is not answered/],
  ["index.html", `href="index.xlsx"`, `href="index.csv"`, /in Excel\?” leads to index\.html, where nobody sees/],
  ["planer/voksne-2020/index.html", "index.xlsx", "index.csv", /voksne-2020\/index\.html: no way to its figures/],
  ["search-index.js", "natherberget", "skolen", /herberg\?” is not answered/],
  ["udvalg/usb.html", "moedebilag", "bilag", /annex of the committee\?” leads to udvalg\/usb\.html/],
  ["udgaver/2019-11.html", "30. november 2019", "i går", /in November\?” is not answered/],
];
// What the gate of the search says of the same, where its field does something else.
const misled = [
  ["assets/search.js", `event.key === "Enter" && chosen >= 0) list.children[chosen]`, `event.key === "Enter") list.children[Math.max(chosen, 0)]`, /Enter leads away/],
  ["assets/search.js", `choose(chosen < last ? chosen + 1 : 0)`, "list.children[0].focus()", /arrow does not choose/],
  ["assets/search.js", `setAttribute("aria-activedescendant", now.id)`, `setAttribute("data-chosen", now.id)`, /arrow does not choose/],
  ["assets/search.js", `!list.hidden)) close();`, `!list.hidden)) field.blur();`, /Escape does not lead back/],
  ["assets/search.js", `if (wanted && chosen < 0)`, `if (chosen < 0)`, /Escape does not lead back/],
  ["assets/search.js", `if (wanted && chosen < 0)`, `if (wanted)`, /arrow does not choose/],
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const gate of gates) {
  const word = gate.name.split(":")[0];
  test(`${word}: a sound site passes`, async () => assert.deepEqual(await run(gate, {}), []));
  for (const [name, change, says] of faults) {
    if (name !== word) continue;
    test(`${word}: says ${says}`, async () => assert.match((await run(gate, change)).join("\n"), says));
  }
}

// A page that was made one file: what is wrong with it, and how it is said.
const mailed = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plan</title>
<style>${[...Array(30).keys()].map((n) => `.c${n} { color: red }`).join("")} rect { fill: blue }</style></head>
<body><h1 id="goal">Plan</h1><p><a href="#goal">Goal</a> <a href="https://kommune.example/plan.html">Plan</a></p>
<figure><svg class="chart" width="300" height="200"><title>Sums</title><rect width="9" height="9"/></svg></figure></body></html>`;
const spoilt = [
  ["</h1>", `</h1><img src="gone.png" alt="Map">`, /asks for file:.*gone\.png/],
  ["</h1>", `</h1><img src="gone.png" alt="Map">`, /picture “Map” is not shown/],
  ["</h1>", "</h1><script></script>", /has a script/],
  ["rect { fill: blue }", "", /“Sums” has no colour/],
  ["<figure>", `<figure style="display: none">`, /0 drawings of “Sums”/],
  [`width="300"`, `width="30"`, /“Sums” is 30 × 200 px/],
  ["#goal", "up.html", /up\.html leads to no site/],
  ["</svg>", `<use href="#mark"/></svg>`, /#mark is not in the file/],
  [/<style>.*<\/style>/s, "", /has no style/],
];
test("alone: a sound file passes", async () => assert.deepEqual(await runIn({ "index.html": mailed }, alone), []));
test("alone: says that it has company", async () => assert.deepEqual(await runIn({ "index.html": mailed, "a.css": "" }, alone), ["2 files"]));
for (const [from, to, says] of spoilt) {
  test(`alone: says ${says}`, async () => assert.match((await runIn({ "index.html": mailed.replace(from, to) }, alone)).join("\n"), says));
}

test("asked: the demonstration passes", async () => assert.deepEqual(await runIn(demonstration, asked), []));
test("found: the demonstration passes", async () => assert.deepEqual(await runIn(demonstration, found), []));
for (const [gate, cases] of [[asked, unanswered], [found, misled]]) {
  for (const [path, from, to, says] of cases) {
    test(`${gate.name.split(":")[0]}: ${path} with ${to}, and it says ${says}`, async () => {
      assert.ok(demonstration[path].includes(from), `${path} has no longer ${from}`);
      assert.match((await runIn({ ...demonstration, [path]: demonstration[path].replace(from, to) }, gate)).join("\n"), says);
    });
  }
}

for (const gate of gates.filter((gate) => /^(fitting|printable|contrasted):/.test(gate.name))) {
  const word = gate.name.split(":")[0];
  test(`${word}: long names and words pass`, async () => assert.deepEqual(await run(gate, crowded), []));
  for (const [from, to, name, says] of spoiltStyles.filter(([, , name]) => name === word)) {
    test(`${name}: ${from} is ${to || "gone"}, and it says ${says}`, async () => {
      assert.ok(crowded["theme.css"].includes(from), `the style has no longer ${from}`);
      assert.match((await run(gate, { ...crowded, "theme.css": crowded["theme.css"].replace(from, to) })).join("\n"), says);
    });
  }
}

test("sorting: long tables pass", async () => assert.deepEqual(await run(sorting, long), []));
for (const [path, from, to, says] of breaks) {
  test(`sorting: ${from} is ${to || "gone"}, and it says ${says}`, async () => {
    assert.ok(long[path].includes(from), `${path} has no longer ${from}`);
    assert.match((await run(sorting, { ...long, [path]: long[path].replace(from, to) })).join("\n"), says);
  });
}

function run(gate, change) {
  return runIn({ ...sound, ...change }, gate);
}

async function runIn(files, gate) {
  const folder = mkdtempSync(join(tmpdir(), "gates-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await gate.run({ browser, site: openSite(folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("gates", { concurrency: 2 }, () => {
  for (const [name, tried] of cases) it(name, tried);
});
