// A reader with a mouse gets from the front page to every page, opened from disk, without scripts. Old addresses, which
// nothing links to, lead to one of them.

import { withTab } from "../browser.mjs";

/** Shown by a server when nothing is found; no page links to it. */
const unlinked = ["404.html"];

export const reachable = {
  name: "reachable: every page by clicks from the front page, opened from disk",
  async run({ browser, site }) {
    return withTab(browser, { scripts: false }, async (tab) => {
      const reached = new Set(["index.html"]);
      const faults = [];
      // Each page is come to once, from the first page that shows a link to it. The set grows as it is walked.
      for (const page of reached) {
        const ways = new Map((await open(tab, site, page)).filter(([target]) => !reached.has(target)).toReversed());
        const missed = await tab.evaluate(misses, [...ways.values()]);
        for (const [target, address] of [...ways].toReversed()) {
          reached.add(target);
          const isMissed = missed.includes(address);
          // Of each kind one is gone to. Of the others it is enough that a click meets the link: where that leads its address says.
          const arrived = site.samples.includes(target) && !isMissed ? await click(tab, site, page, address) : isMissed ? page : target;
          if (arrived !== target) faults.push(`${page}: a click on ${address} leads to ${arrived ?? "nowhere"}`);
        }
      }
      for (const [page, address] of site.old) {
        const arrived = await lead(tab, site, page, address);
        if (arrived === undefined) faults.push(`${page}: ${address} leads to no page of today`);
      }
      const lost = site.pages.filter((page) => !reached.has(page) && !unlinked.includes(page));
      return [...faults, ...lost.map((page) => `${page}: no way leads here`)];
    });
  },
};

/** Opens a page and lists the pages its visible links lead to, each with the address as written. */
async function open(tab, site, page) {
  await tab.goto(site.address(page));
  await unfold(tab);
  const links = await tab.$$eval("a[href]", (anchors) =>
    anchors
      .filter((anchor) => anchor.checkVisibility() && anchor.getBoundingClientRect().width > 0)
      .map((anchor) => [anchor.href, anchor.getAttribute("href")]),
  );
  return links.map(([href, written]) => [site.path(href), written]).filter(([path]) => site.pages.includes(path));
}

/** Opens what a click on its summary opens: a way may lead through a fold. */
async function unfold(tab) {
  await tab.$$eval("details", (folds) => folds.forEach((fold) => (fold.open = true)));
}

/** Opens an old address and waits until the browser is where it leads: a page that is there, and leads no further. */
async function lead(tab, site, page, address) {
  const target = site.path(new URL(address, site.address(page)).href);
  if (!site.pages.includes(target)) return undefined;
  await tab.goto(site.address(page)).catch(() => {}); // it may be gone before it is loaded
  const isThere = () => site.path(tab.url()) === target;
  for (let waits = 0; waits < 100 && !isThere(); waits += 1) await new Promise((done) => setTimeout(done, 100));
  return isThere() ? target : undefined;
}

// Runs in the page: the addresses of links that a click in their middle does not meet, or that lead anywhere but into this tab.
function misses(addresses) {
  const links = [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility());
  return addresses.filter((address) => {
    const link = links.find((link) => link.getAttribute("href") === address && link.getBoundingClientRect().width > 0);
    link.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = [...link.getClientRects()].find((box) => box.width > 1 && box.height > 1) ?? link.getBoundingClientRect();
    const met = document.elementFromPoint(left + width / 2, top + height / 2);
    return !link.contains(met) || link.target || link.hasAttribute("download");
  });
}

async function click(tab, site, page, address) {
  if (tab.url() !== site.address(page)) await tab.goto(site.address(page));
  await unfold(tab);
  const link = await tab.$(`a[href=${JSON.stringify(address)}]`);
  await Promise.all([tab.waitForNavigation({ timeout: 10_000 }).catch(() => {}), link.click()]);
  return site.path(tab.url());
}
