// Pictures for people to look at, not a gate: each kind of page on a desk and on a phone, light and dark, and on paper.
//
//     node shots.mjs FOLDER [INTO]     FOLDER: a built site; INTO: target/shots unless given

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, visit } from "./browser.mjs";
import { openSite } from "./site.mjs";

const [folder, into] = process.argv.slice(2);
const site = openSite(folder);
const shots = into ? resolve(into) : fileURLToPath(new URL("../../target/shots", import.meta.url));
mkdirSync(shots, { recursive: true });

const picture = (page, how) => join(shots, `${page.replace(/\.html$/, "").replaceAll("/", "-")}-${how}`);

const browser = await launch();
for (const width of [1280, 320]) {
  for (const scheme of ["light", "dark"]) {
    await visit(browser, site, site.samples, { width, scheme }, async (tab, page) => {
      await tab.screenshot({ path: `${picture(page, `${width}-${scheme}`)}.png`, fullPage: true });
      return [];
    });
  }
}
await visit(browser, site, site.samples, {}, async (tab, page) => {
  const pdf = `${picture(page, "paper")}.pdf`;
  await tab.pdf({ path: pdf, preferCSSPageSize: true });
  execFileSync("pdftoppm", ["-png", "-r", "80", pdf, picture(page, "paper")]);
  rmSync(pdf);
  return [];
});
await browser.close();
console.log(shots);
