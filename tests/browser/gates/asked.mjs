// What a reader asks on a phone is answered after two taps at most, opened from disk. Of the demonstration, whose words are known.

import { withTab } from "../browser.mjs";

const phone = { width: 320, height: 568 };

/** The most taps from the front page. A field is tapped before anything is typed into it. */
const MOST = 2;

/** What is asked; what is typed; what is tapped, one after the other; and what is then to be seen, as words of the page or of the list of results. */
const questions = [
  { asks: "What is red now?", shows: "main .chip:is(.bad, .severe)" },
  { asks: "What changed since the last meeting?", shows: "main #since ~ .changes li", says: /Siden mødet \d+\. \p{L}+ \d{4}/u },
  { asks: "How much was saved, and does it hold?", taps: [`main .remark a[href="uoverensstemmelser.html"]`], says: /6,56/ },
  { asks: "Which total is to be used?", taps: [`#plans-table a[href*="voksne-2020/"]`], shows: "main .remark", says: /Regn med 6,52/ },
  { asks: "Who owns 2.a.1, and when was it updated?", types: "2a1", taps: ["[role=option]"], says: /juni 2020[^]*Ansvarlig\s+Leder af handicap og psykiatri/ },
  { asks: "Where are the figures in Excel?", taps: [`main a[href="index.xlsx"]`] },
  { asks: "What is said of herberg?", types: "herberg", says: /Boligsociale indsatser[^]*natherberget/ },
  { asks: "What is the annex of the committee?", taps: [`#committees-table a[href="udvalg/usb.html"]`, `main a:is([href$=".pdf"], [href$="moedebilag.html"])`] },
  { asks: "What did we say in November?", taps: [`main a[href="udgaver/index.html"]`, `main a[href$="2019-11.html"]`], says: /30\. november 2019/ },
];

/** A page that only the demonstration with its history has. */
const KNOWN = "editions/2019-11/planer/budgetaftale-2020/index.html";

export const asked = {
  name: "asked: nine questions of a reader are answered after two taps at most, on a phone, opened from disk",
  async run({ browser, site }) {
    if (!site.has(KNOWN)) return [];
    return withTab(browser, phone, async (tab) => {
      await tab.setViewport({ ...phone, hasTouch: true });
      const faults = [];
      for (const question of questions) {
        const fault = await walk(tab, site, question);
        if (fault) faults.push(`“${question.asks}” ${fault}`);
      }
      // Whoever stands on a plan has its figures one tap away.
      for (const page of site.pages.filter((page) => /^planer\/[^/]+\/index\.html$/.test(page))) {
        await tab.goto(site.address(page));
        if (!(await tab.evaluate(seen, `main a[href="index.xlsx"]`))) faults.push(`${page}: no way to its figures in Excel`);
      }
      return faults;
    });
  },
};

/** Walks the way to an answer and says where it ends, if not there. */
async function walk(tab, site, { types, taps = [], shows, says }) {
  await tab.goto(site.address("index.html"));
  let count = 0;
  if (types) {
    if (!(await tab.evaluate(seen, "[role=search] input"))) return "has no field to type in";
    await tab.tap("[role=search] input");
    count += 1;
    await tab.keyboard.type(types);
    const isAnswered = await tab.waitForSelector("[role=option]", { timeout: 5000 }).then(() => true, () => false);
    if (!isAnswered) return `has no answer to “${types}”`;
  }
  for (const selector of taps) {
    if (!(await tab.evaluate(seen, selector))) return `leads to ${site.path(tab.url())}, where nobody sees ${selector}`;
    count += 1;
    const href = await tab.evaluate((selector) => [...document.querySelectorAll(selector)].find((link) => link.checkVisibility()).href, selector);
    const target = site.path(href);
    if (!target || !site.has(decodeURI(target))) return `leads to ${href}, which is not there`;
    if (target.endsWith(".html")) await tab.goto(href);
  }
  if (count > MOST) return `takes ${count} taps`;
  if (shows && !(await tab.evaluate(seen, shows))) return `is not answered: ${shows} is not seen`;
  const text = await tab.evaluate(() => document.body.innerText.replace(/\u00a0/g, " "));
  if (says && !says.test(text)) return `is not answered: ${says} is not said`;
  return undefined;
}

// Runs in the page: whether one is seen without opening anything.
function seen(selector) {
  return [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
}
