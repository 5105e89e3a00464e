// The reader's question is answered on the first screen of a phone: where something is red, the first red status of the
// front page and of each committee's page stands within it.

import { withTab } from "../browser.mjs";

/** The smallest phone that is still in use, in CSS pixels. */
const phone = { width: 320, height: 568 };

/** Pages that answer what is red: the front page, and the folder of committees, whatever the language calls it. */
const answers = [/^index\.html$/, /^(udvalg|committees|namnder|utvalg)\/(?!index\.html$)[^/]+\.html$/];

export const answering = {
  name: "answering: the first red status within the first screen of a phone, on the front page and those of committees",
  async run({ browser, site }) {
    const pages = site.pages.filter((page) => answers.some((answer) => answer.test(page)));
    return withTab(browser, phone, async (tab) => {
      await tab.setViewport(phone);
      const faults = [];
      for (const page of pages) {
        await tab.goto(site.address(page));
        const end = await tab.evaluate(firstRed);
        if (end > phone.height) faults.push(`${page}: the first red status ends ${Math.round(end)} px down`);
      }
      return faults;
    });
  },
};

// Runs in the page. The legend explains red; it reports nothing.
function firstRed() {
  const red = [...document.querySelectorAll("main :is(.chip.bad, .chip.severe)")].filter(
    (chip) => !chip.closest(".legend") && chip.checkVisibility(),
  );
  return red.length ? red[0].getBoundingClientRect().bottom + scrollY : 0;
}
