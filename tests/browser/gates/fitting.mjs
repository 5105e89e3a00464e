// Nothing scrolls sideways and nothing is cut off, on a phone, a tablet and a desk, and where letters stand far apart.

import { visitInEach } from "../browser.mjs";

const widths = [1280, 980, 768, 700, 500, 320];

export const fitting = {
  name: "fitting: no sideways scroll, nothing cut off, from 320 to 1280 px, also with wide spacing",
  run({ browser, site }) {
    const isSample = (page) => site.samples.includes(page);
    // All pages where most readers are; where layouts turn, the longest of each kind.
    const circumstancesOf = (page) => widths.filter((width) => isSample(page) || [320, 768, 1280].includes(width)).map((width) => ({ width }));
    return visitInEach(browser, site, site.shown, circumstancesOf, async (tab, page, { width }) => {
      const faults = (await tab.evaluate(misfits)).map((fault) => `${fault} (${width} px)`);
      if (isSample(page) && [320, 1280].includes(width)) {
        await tab.evaluate(spread, true);
        faults.push(...(await tab.evaluate(misfits)).map((fault) => `${fault} (${width} px, spaced by WCAG 1.4.12)`));
        await tab.evaluate(spread, false);
      }
      return faults;
    });
  },
};

// Runs in the page. A sheet that is built there is no style of a page, which its policy would forbid.
function spread(isOn) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = isOn ? [sheet] : [];
}

// Runs in the page.
export function misfits() {
  const faults = [];
  const name = (element) =>
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : "") +
    [...element.classList].map((word) => `.${word}`).join("");
  // What is at most a pixel wide is there for screen readers only.
  const seen = [...document.body.querySelectorAll("*:not(svg *)")].filter(
    (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1,
  );
  const cut = (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;

  const room = document.documentElement.clientWidth;
  const needs = document.documentElement.scrollWidth;
  if (needs > room) {
    const end = (element) => element.getBoundingClientRect().left + element.scrollWidth;
    const outside = seen.filter((element) => end(element) > room + 1 && !scrolls(element.closest("[role=region]")));
    const innermost = outside.filter((element) => !outside.some((other) => other !== element && element.contains(other)));
    const culprits = innermost.slice(0, 3).map((element) => `${name(element)} “${element.textContent.slice(0, 30).replace(/\s+/g, " ")}”`);
    faults.push(`the page is ${needs} px wide in ${room} px: ${culprits.join(", ")}`);
  }

  for (const element of seen.filter(cut)) {
    if (["hidden", "clip"].includes(getComputedStyle(element).overflowX)) {
      faults.push(`${name(element)} cuts off ${element.scrollWidth - element.clientWidth} px`);
    } else if (scrolls(element) && !isNamedRegion(element)) {
      faults.push(`${name(element)} scrolls sideways and is no focusable region with a name`);
    }
  }
  // What belongs together stands in one column.
  for (const part of seen.filter((element) => element.matches("dl > div") && element.getClientRects().length > 1)) {
    faults.push(`“${part.textContent.slice(0, 30).replace(/\s+/g, " ")}” is torn over columns`);
  }
  return faults;

  function scrolls(element) {
    return element && ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  }

  function isNamedRegion(element) {
    const named = element.ariaLabel || element.getAttribute("aria-labelledby");
    return element.tabIndex >= 0 && element.role === "region" && named;
  }
}
