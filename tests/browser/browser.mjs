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

/** Opens one tab for a reader in these circumstances, hands it to `use`, and closes it whatever happens. */
export async function withTab(browser, circumstances, use) {
  const { width, scheme, media, forcedColours, scripts } = { ...usual, ...circumstances };
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width, height: 900 });
    await tab.setJavaScriptEnabled(scripts);
    const devtools = await tab.createCDPSession();
    await devtools.send("Emulation.setEmulatedMedia", {
      media,
      features: [
        { name: "prefers-color-scheme", value: scheme },
        { name: "forced-colors", value: forcedColours ? "active" : "none" },
      ],
    });
    return await use(tab);
  } finally {
    await tab.close();
  }
}

/** Visits pages one by one in one tab and gathers the faults that `look` finds in each, under the page's name. */
export async function visit(browser, site, pages, circumstances, look) {
  return withTab(browser, circumstances, async (tab) => {
    const faults = [];
    for (const page of pages) {
      await tab.goto(site.address(page));
      for (const fault of await look(tab, page)) faults.push(`${page}: ${fault}`);
    }
    return faults;
  });
}
