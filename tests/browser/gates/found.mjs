// The search finds every page it is asked for by its name, with the keyboard alone, opened from disk.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { withTab } from "../browser.mjs";

export const found = {
  name: "found: the search leads to pages by their names, with the keyboard alone",
  async run({ browser, site }) {
    return withTab(browser, {}, async (tab) => {
      const faults = [];
      if (!site.has("search-index.js")) return faults; // a theme may do without
      const inIndex = indexed(site.root);
      for (const page of site.samples.filter((page) => !page.startsWith("editions/"))) {
        await tab.goto(site.address(page), { waitUntil: "load" });
        const name = await tab.$eval("h1", (heading) => heading.textContent.trim()).catch(() => "");
        if (!(await tab.$("[role=search]:not([hidden])"))) continue;
        const fault = (text) => faults.push(`${page}: ${text}`);
        await tab.focus("[role=search] input");
        await tab.keyboard.type(name.slice(0, 60));
        const answered = await tab
          .waitForFunction(() => document.querySelector("[role=search] [role=status]").textContent, { timeout: 5000 })
          .then(() => true, () => false);
        if (!answered) {
          fault(`nothing is said of ${JSON.stringify(name)}`);
          continue;
        }
        const { hits, overflow } = await tab.evaluate(() => ({
          hits: [...document.querySelectorAll("[role=search] [role=option]")].map((option) => option.href),
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        }));
        if (overflow > 0) fault(`the results are ${overflow} px too wide`);
        // A report or a history is found by what it belongs to.
        if (inIndex.has(page) && !hits.includes(site.address(page))) fault(`${JSON.stringify(name)} does not find it`);
        if (!hits.length) continue;
        // Enter opens what is chosen, and nothing where nothing is.
        await tab.keyboard.press("Enter");
        const stays = await tab.evaluate(chosen).catch(() => undefined);
        if (!stays?.isOpen || tab.url().split("#")[0] !== site.address(page)) {
          fault("Enter leads away before anything is chosen");
          continue;
        }
        await tab.keyboard.press("ArrowDown");
        await tab.evaluate(late);
        const first = await tab.evaluate(chosen);
        if (!first.isField || first.href !== hits[0]) fault("the arrow does not choose the first result");
        await tab.keyboard.press("Escape");
        await tab.evaluate(late);
        const closed = await tab.evaluate(chosen);
        if (!closed.isField || closed.isOpen || closed.href) fault("Escape does not lead back to the field");
        const lost = hits.filter((href) => !site.pages.includes(site.path(href)));
        for (const href of lost) fault(`${href} is no page`);
      }
      return faults;
    });
  },
};

// Runs in the page: what the field says of its list.
function chosen() {
  const field = document.querySelector("[role=search] input"), list = document.querySelector("[role=search] [role=listbox]");
  return {
    isField: document.activeElement === field,
    isOpen: field.getAttribute("aria-expanded") === "true" && !list.hidden,
    href: document.getElementById(field.getAttribute("aria-activedescendant"))?.href,
  };
}

// Runs in the page: texts that were asked for come when the reader has gone on.
function late() {
  window.fremdriftTexts?.("");
}

/** The pages that the index of a site names. */
function indexed(root) {
  const script = readFileSync(join(root, "search-index.js"), "utf8");
  const { index } = JSON.parse(script.slice(script.indexOf("(") + 1, script.lastIndexOf(")")));
  const page = (line) => {
    const [, , address, plan = ""] = line.split("\t");
    const folder = plan && !plan.startsWith("=") ? index.plans[parseInt(plan, 36)].folder : "";
    return `${folder}${address || "index"}.html`;
  };
  return new Set(index.pages.split("\n").map(page));
}
