// Pictures for people to look at, not a gate: the pages that readers come for on a desk and on a phone, light and dark, and on paper.
//
//     node shots.mjs FOLDER [INTO] [all]     FOLDER: a built site; INTO: target/shots unless given; all: each kind of page

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, visit } from "./browser.mjs";
import { openSite } from "./site.mjs";

const [folder, into, all] = process.argv.slice(2);
const site = openSite(folder);
const shots = into ? resolve(into) : fileURLToPath(new URL("../../target/shots", import.meta.url));
mkdirSync(shots, { recursive: true });

// Of each kind the longest: it breaks first.
const kinds = [/^index\.html$/, /^udvalg\/(?!index)[^/]+\.html$/, /^planer\/[^/]+\/index\.html$/, /^planer\/[^/]+\/(?!index|historik|maaneder|\d{4}-)[^/]+\.html$/, /^tiltag\/index\.html$/, /^historik\.html$/, /^udgaver\/(?!index)[^/]+\.html$/];
const longest = (pages) => pages.toSorted((a, b) => statSync(join(site.root, b)).size - statSync(join(site.root, a)).size).slice(0, 1);
const pages = all ? site.samples : kinds.flatMap((kind) => longest(site.pages.filter((page) => kind.test(page))));

const picture = (page, how) => join(shots, `${page.replace(/\.html$/, "").replaceAll("/", "-")}-${how}`);

const browser = await launch();
for (const width of [1280, 320]) {
  for (const scheme of ["light", "dark"]) {
    await visit(browser, site, pages, { width, scheme }, async (tab, page) => {
      await tab.screenshot({ path: `${picture(page, `${width}-${scheme}`)}.png`, fullPage: true });
      return [];
    });
  }
}
await visit(browser, site, pages, {}, async (tab, page) => {
  const pdf = `${picture(page, "paper")}.pdf`;
  await tab.pdf({ path: pdf, preferCSSPageSize: true });
  execFileSync("pdftoppm", ["-png", "-r", "80", pdf, picture(page, "paper")]);
  rmSync(pdf);
  return [];
});
await browser.close();
console.log(shots);
