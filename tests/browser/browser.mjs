// A browser that reaches nothing but files, and pages opened in it under stated circumstances.

import puppeteer from "puppeteer-core";

export async function launch() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    pipe: true, // no debugging port either
    args: [
      "--no-sandbox", // tests run as root in containers
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ],
  });
}

/** The circumstances a reader may be in; what is left out is the usual. No medium: screen, or paper when printed. */
const usual = { width: 1280, scheme: "light", media: "", forcedColours: false, scripts: true };

/** Opens one tab for a reader in these circumstances, hands it to `use` with what changes them, and closes it whatever happens. */
export async function withTab(browser, circumstances, use) {
  const tab = await browser.newPage();
  try {
    const devtools = await tab.createCDPSession();
    const become = async (circumstances) => {
      const { width, scheme, media, forcedColours } = { ...usual, ...circumstances };
      await tab.setViewport({ width, height: 900 });
      await devtools.send("Emulation.setEmulatedMedia", {
        media,
        features: [
          { name: "prefers-color-scheme", value: scheme },
          { name: "forced-colors", value: forcedColours ? "active" : "none" },
        ],
      });
    };
    await tab.setJavaScriptEnabled(circumstances.scripts ?? usual.scripts);
    await become(circumstances);
    return await use(tab, become);
  } finally {
    await tab.close();
  }
}

/** Visits pages one by one in one tab and gathers the faults that `look` finds in each, under the page's name. */
export function visit(browser, site, pages, circumstances, look) {
  return withTab(browser, circumstances, async (tab) => {
    const faults = [];
    for (const page of pages) {
      await tab.goto(site.address(page));
      for (const fault of await look(tab, page)) faults.push(`${page}: ${fault}`);
    }
    return faults;
  });
}

/**
 * The same, where each page is looked at in several circumstances, those that `circumstancesOf` names for it. It is loaded once:
 * whoever turns a phone or dims the light does not load anew either, and to load is most of what a look costs.
 */
export function visitInEach(browser, site, pages, circumstancesOf, look) {
  return withTab(browser, {}, async (tab, become) => {
    const faults = [];
    for (const page of pages) {
      const [first, ...others] = circumstancesOf(page);
      await become(first);
      await tab.goto(site.address(page));
      for (const circumstances of [first, ...others]) {
        if (circumstances !== first) {
          await become(circumstances);
          // Scripts hear of another width before the next frame.
          await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        }
        for (const fault of await look(tab, page, circumstances)) faults.push(`${page}: ${fault}`);
      }
    }
    return faults;
  });
}
