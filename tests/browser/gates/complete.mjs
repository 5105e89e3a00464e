// Without scripts a page says all that it says with them. What sorts and filters its tables says nothing of its own.

import { visit } from "../browser.mjs";

export const complete = {
  name: "complete: without scripts every page says the same",
  async run({ browser, site }) {
    const said = new Map();
    const words = (tab) =>
      tab.$eval("main", (main) => {
        main.querySelectorAll(".tools, .shown").forEach((part) => part.remove());
        return main.innerText;
      });
    await visit(browser, site, site.shown, { scripts: false }, async (tab, page) => {
      said.set(page, await words(tab));
      return [];
    });
    const changed = await visit(browser, site, site.shown, {}, async (tab, page) =>
      (await words(tab)) === said.get(page) ? [] : ["scripts change what the page says"],
    );
    // A cell that is not drawn is not copied, and those behind it are then pasted under the wrong heads.
    const lost = (tab) =>
      tab.$$eval("tr:not([hidden]) > :is(td, th)", (cells) => {
        const gone = cells.filter((cell) => getComputedStyle(cell).display === "none").length;
        return gone ? [`${gone} cells are lost when their table is copied`] : [];
      });
    return [...changed, ...(await visit(browser, site, site.samples, { width: 320 }, lost))];
  },
};
