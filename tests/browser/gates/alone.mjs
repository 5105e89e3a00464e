// A page that was made one file shows what it showed on its site, and needs nothing but itself. Not among the gates of a site.

import { withTab } from "../browser.mjs";

export const alone = {
  name: "alone: one file, opened by itself: one request, its own style, its charts, links to the site or none",
  async run({ browser, site }) {
    const faults = [];
    if (site.files.length !== 1) faults.push(`${site.files.length} files`);
    await withTab(browser, {}, async (tab) => {
      const asked = [];
      tab.on("request", (request) => asked.push(request.url()));
      await tab.goto(site.address("index.html"), { waitUntil: "load" });
      for (const address of asked.slice(1)) if (!address.startsWith("data:")) faults.push(`asks for ${address}`);
      faults.push(...(await tab.evaluate(looks)));
    });
    return faults;
  },
};

// Runs in the page.
function looks() {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  if (![...document.styleSheets].some((sheet) => sheet.cssRules.length > 20)) faults.push("has no style");
  if (all("script").length) faults.push("has a script");
  for (const chart of all("svg.chart")) {
    const name = chart.querySelector("title")?.textContent ?? "a chart";
    const drawing = chart.closest("figure, details") ?? chart;
    // Each chart is there for wide and for narrow pages; one of them is shown.
    const shown = [...drawing.querySelectorAll("svg.chart")].filter((one) => one.checkVisibility());
    const folded = chart.closest("details:not([open])");
    if (!folded && shown.length !== 1) faults.push(`${shown.length} drawings of “${name}” are shown`);
    const { width, height } = chart.getBoundingClientRect();
    if (chart.checkVisibility() && (width < 100 || height < 50)) faults.push(`“${name}” is ${width} × ${height} px`);
    const painted = [...chart.querySelectorAll("rect, path, line, circle, polyline")];
    if (!painted.some((shape) => !["none", "rgb(0, 0, 0)"].includes(getComputedStyle(shape).fill))) faults.push(`“${name}” has no colour`);
  }
  for (const picture of all("img")) if (!picture.naturalWidth) faults.push(`the picture “${picture.alt}” is not shown`);
  for (const mark of all("svg use")) {
    if (!document.querySelector(mark.getAttribute("href"))) faults.push(`${mark.getAttribute("href")} is not in the file`);
  }
  for (const link of all("a[href], area[href]")) {
    const { protocol } = new URL(link.href);
    const isWithin = link.getAttribute("href").startsWith("#");
    if (!isWithin && !["https:", "http:", "mailto:", "tel:"].includes(protocol)) faults.push(`${link.getAttribute("href")} leads to no site`);
  }
  return faults;
}
