// Every gate lets a sound site through, and stops one with the fault it is there for.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { gates } from "./gates/index.mjs";
import { openSite } from "./site.mjs";

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
  ["fitting", plan(`<p style="width: 400px">Wide</p>`), /408 px wide in 320 px: p “Wide”/],
  ["fitting", plan(`<div style="overflow: auto; width: 9rem"><p style="width: 20rem">Scrolls</p></div>`), /no focusable region/],
  ["fitting", plan(`<div style="overflow: hidden; width: 9rem"><p style="width: 20rem">Cut</p></div>`), /cuts off/],
  ["printable", style("@media print { nav { display: block } }"), /nav is printed/],
  ["printable", style("@media print { details::details-content { content-visibility: hidden } }"), /stays folded/],
  ["printable", style("@media print { table { width: 800px } }"), /808 px wide in 680 px/],
  ["printable", style("@media print { thead { display: table-row-group } }"), /without its head/],
  ["complete", plan(`<p id="late"></p><script>late.textContent = "Only with scripts"</script>`), /scripts change/],
  ["answering", { "index.html": page(`<h1>Status</h1><p style="height: 600px">Long</p><p class="chip bad">Red</p>`) }, /first red status/],
  ["contrasted", style("@media (forced-colors: active) { .chip { border-width: 1px } }"), /frame of 1 px/],
  ["contrasted", style("@media (forced-colors: active) { circle { fill: Canvas } }"), /contrast/],
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

async function run(gate, change) {
  const folder = mkdtempSync(join(tmpdir(), "gates-"));
  try {
    for (const [path, text] of Object.entries({ ...sound, ...change })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await gate.run({ browser, site: openSite(folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
