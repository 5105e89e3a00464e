// Every address leads somewhere, as the browser resolves it from disk: file, fragment and reference by id.

import { visit } from "../browser.mjs";

export const linked = {
  name: "linked: no broken link, fragment or reference",
  async run({ browser, site }) {
    const ids = new Map();
    const links = [];
    const faults = await visit(browser, site, site.pages, {}, async (tab, page) => {
      const seen = await tab.evaluate(read);
      ids.set(page, new Set(seen.ids));
      links.push(...seen.addresses.map((address) => ({ page, address })));
      return [...seen.faults, ...seen.dangling.map((reference) => `${reference} leads to no id`)];
    });
    for (const { page, address } of links) {
      const fault = wrong(site, ids, address);
      if (fault) faults.push(`${page}: ${address.replace(site.base, "")} ${fault}`);
    }
    return [...new Set(faults)];
  },
};

function wrong(site, ids, address) {
  const url = new URL(address);
  if (["https:", "mailto:", "tel:", "data:"].includes(url.protocol)) return undefined; // outside, and never visited
  const path = site.path(address);
  if (path === undefined) return "leads outside the site";
  if (!site.has(path)) return "leads to no file";
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && !ids.get(path)?.has(fragment)) return "leads to no such place on that page";
  return undefined;
}

// Runs in the page.
function read() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all("[id]").map((element) => element.id);
  const referring = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "for"];
  const dangling = referring.flatMap((name) =>
    all(`[${name}]`).flatMap((element) =>
      element
        .getAttribute(name)
        .split(/\s+/)
        .filter((id) => !ids.includes(id))
        .map((id) => `${name}="${id}"`),
    ),
  );
  const addresses = [
    ...all("a[href], area[href], link[href]").map((element) => element.href),
    ...all("[src]").map((element) => element.src),
    ...all("use").map((element) => new URL(element.getAttribute("href"), document.baseURI).href),
  ];
  const broken = all("img").filter((image) => image.complete && image.naturalWidth === 0);
  const faults = broken.map((image) => `image ${image.getAttribute("src")} shows nothing`);
  return { ids, addresses, dangling, faults };
}
