// axe-core finds nothing against WCAG 2.0 to 2.2, levels A and AA, nor against best practice.

import axe from "axe-core";
import { visitInEach } from "../browser.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const all = [1280, 768, 320].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

export const accessible = {
  name: "accessible: axe-core, every page, and each kind in every width, light and dark",
  run({ browser, site }) {
    const circumstancesOf = (page) => (site.samples.includes(page) ? all : all.slice(0, 1));
    return visitInEach(browser, site, site.shown, circumstancesOf, async (tab, _, { width, scheme }) =>
      (await violations(tab)).map((fault) => `${fault} (${width} px, ${scheme})`),
    );
  },
};

async function violations(tab) {
  if (!(await tab.evaluate(() => "axe" in window))) await tab.evaluate(axe.source);
  const found = await tab.evaluate(
    (tags) => axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false }),
    tags,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")}`),
  );
}
