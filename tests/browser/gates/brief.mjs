// The answer comes first and no page is longer or heavier than it must be: on a phone of 320 × 568.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { visit } from "../browser.mjs";

const PHONE = { width: 320, height: 568 };
/** The most phone screens of a plan's page. */
const LONGEST = 12;
/** The most pixels of what says that a page is of an edition: a tenth of the phone's screen. */
const BANNER = 57;
/** The most bytes of a page. */
const HEAVIEST = 300_000;
/** The most bytes of all scripts of a site, and of all its styles, packed as a server sends them. */
const PACKED = 8_192;
/** The most bytes of the index of the search, packed, at so many pages, and of each page more: 250 KB at 11,000. */
const INDEX = { bytes: 4_096, pages: 80, more: 23 };

export const brief = {
  name: "brief: the menu on one line, the worst status within the first phone screen, a plan in twelve screens, no page over 300 KB, 8 KB of scripts and of styles, 4 KB of index",
  async run({ browser, site }) {
    const heavy = site.pages.filter((page) => statSync(join(site.root, page)).size > HEAVIEST);
    const plans = site.pages.filter((page) => /^[^/]+\/[^/]+\/index\.html$/.test(page) && !page.startsWith("editions/"));
    const found = await visit(browser, site, plans, PHONE, async (tab) => {
      const { screens, first, worst, lines } = await tab.evaluate(measured, PHONE.height);
      const faults = [];
      if (screens > LONGEST) faults.push(`${screens.toFixed(1)} phone screens`);
      if (lines > 1) faults.push(`the menu stands on ${lines} lines`);
      if (worst && !(first <= 1)) faults.push(`the first ${worst} status stands ${first?.toFixed(2)} screens down`);
      return faults;
    });
    const fronts = site.pages.filter((page) => /^editions\/[^/]+\/index\.html$/.test(page));
    found.push(...(await visit(browser, site, fronts, PHONE, async (tab) => {
      const height = await tab.evaluate(() => document.querySelector(".edition")?.offsetHeight ?? 0);
      return height > BANNER ? [`the banner of the edition is ${height} px high`] : [];
    })));
    const assets = existsSync(join(site.root, "assets")) ? readdirSync(join(site.root, "assets")) : [];
    for (const kind of [".js", ".css"]) {
      const files = assets.filter((name) => name.endsWith(kind)).map((name) => readFileSync(join(site.root, "assets", name)));
      const bytes = gzipSync(Buffer.concat(files), { level: 9 }).length;
      if (files.length && bytes > PACKED) found.push(`assets/*${kind}: ${bytes} bytes packed`);
    }
    if (site.has("search-index.js")) {
      const bytes = gzipSync(readFileSync(join(site.root, "search-index.js")), { level: 9 }).length;
      const today = site.pages.filter((page) => !page.startsWith("editions/")).length;
      const most = INDEX.bytes + INDEX.more * Math.max(0, today - INDEX.pages);
      if (bytes > most) found.push(`search-index.js: ${bytes} bytes packed, ${most} are enough for ${today} pages`);
    }
    return [...heavy.map((page) => `${page}: ${statSync(join(site.root, page)).size} bytes`), ...found];
  },
};

// Runs in the page.
export function measured(height) {
  const main = document.querySelector("main");
  const chips = [...main.querySelectorAll(".chip")].filter((chip) => chip.checkVisibility() && !chip.closest(".legend"));
  const worst = ["severe", "bad"].find((tone) => chips.some((chip) => chip.classList.contains(tone)));
  const first = chips.find((chip) => worst && chip.classList.contains(worst));
  const tops = [...document.querySelectorAll("header .menu li")].map((item) => Math.round(item.getBoundingClientRect().top));
  return {
    lines: new Set(tops).size,
    worst,
    first: first && first.getBoundingClientRect().top / height,
    screens: document.documentElement.scrollHeight / height,
  };
}
