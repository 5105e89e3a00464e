// axe-core finds nothing against WCAG 2.0 to 2.2, levels A and AA, nor against best practice.

import axe from "axe-core";
import { visit } from "../browser.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const accessible = {
  name: "accessible: axe-core, every page, and each kind in every width, light and dark",
  async run({ browser, site }) {
    const faults = [];
    for (const width of [1280, 768, 320]) {
      for (const scheme of ["light", "dark"]) {
        const pages = width === 1280 && scheme === "light" ? site.shown : site.samples;
        const found = await visit(browser, site, pages, { width, scheme }, violations);
        faults.push(...found.map((fault) => `${fault} (${width} px, ${scheme})`));
      }
    }
    return faults;
  },
};

async function violations(tab) {
  await tab.evaluate(axe.source);
  const found = await tab.evaluate(
    (tags) => axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false }),
    tags,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")}`),
  );
}
