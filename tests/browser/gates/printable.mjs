// On paper: nothing of the screen's furniture, everything unfolded, table heads on every sheet, within the margins.

import { execFileSync } from "node:child_process";
import { visit } from "../browser.mjs";
import { misfits } from "./fitting.mjs";

// A4 less its side margins, 210 mm − 2 × 15 mm, in CSS pixels. Wider content would be shrunk or cut.
const paper = Math.floor((180 / 25.4) * 96);

export const printable = {
  name: "printable: menus gone, details open, table heads on every sheet, within A4",
  async run({ browser, site }) {
    const looks = async (tab) => [...(await tab.evaluate(onPaper)), ...(await tab.evaluate(misfits))];
    const faults = await visit(browser, site, site.pages, { media: "print", width: paper }, looks);
    return [...faults, ...(await visit(browser, site, site.samples, {}, sheets))];
  },
};

// Runs in the page.
function onPaper() {
  const faults = [];
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  for (const furniture of document.querySelectorAll("nav, summary, .skip, .retold")) {
    if (shown(furniture)) faults.push(`${furniture.tagName.toLowerCase()} is printed`);
  }
  // Menus, what filters tables and what another table says are not printed, folded or not.
  for (const details of document.querySelectorAll("details:not(nav details, .tools, .retold, .retold details)")) {
    const content = [...details.children].find((child) => child.tagName !== "SUMMARY");
    if (content && !shown(content)) faults.push(`details “${details.innerText.slice(0, 40)}” stays folded`);
  }
  // A heading whose words are on the screen alone leads to nothing.
  for (const heading of [...document.querySelectorAll("main :is(h2, h3, h4)")].filter(shown)) {
    let next = heading.nextElementSibling;
    while (next && !shown(next)) next = next.nextElementSibling;
    const level = (element) => (/^H[2-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 9);
    if (!next || level(next) <= level(heading)) faults.push(`“${heading.textContent.trim()}” stands over nothing`);
  }
  for (const head of document.querySelectorAll("thead")) {
    const { display } = getComputedStyle(head);
    if (display !== "table-header-group") faults.push(`a table head is displayed as ${display}`);
  }
  return faults;
}

/** Prints the page: no sheet ends in a heading, and none has nothing but where the page lies. */
async function ends(tab) {
  const { headings, address } = await tab.evaluate(() => ({
    headings: [...document.querySelectorAll("main :is(h2, h3, h4)")].map((heading) => heading.textContent.replace(/\s+/g, "")),
    address: document.querySelector(".address")?.textContent.replace(/\s+/g, "") ?? "",
  }));
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: await tab.pdf({ preferCSSPageSize: true }), encoding: "utf8" });
  const faults = [];
  text.split("\f").slice(0, -1).forEach((sheet, at) => {
    const lines = sheet.split("\n").map((line) => line.replace(/\s+/g, "")).filter((line) => line && !/^\d+\/\d+$/.test(line));
    const last = [1, 2, 3].map((count) => lines.slice(-count).join(""));
    const alone = headings.find((heading) => last.includes(heading));
    if (alone) faults.push(`sheet ${at + 1} ends in the heading “${alone}”`);
    if (lines.length && address.includes(lines.join(""))) faults.push(`sheet ${at + 1} has nothing but the address`);
  });
  return faults;
}

/** Prints the page with a table grown over several sheets, one that can be sorted where there is one: each sheet with rows has the head. */
async function sheets(tab) {
  const ended = await ends(tab);
  return [...ended, ...(await grownSheets(tab))];
}

async function grownSheets(tab) {
  const grown = await tab.evaluate(grow);
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  const faults = [];
  if (!/^Tagged: +yes$/m.test(execFileSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" }))) {
    faults.push("the PDF has no tags for screen readers");
  }
  if (!grown) return faults;
  const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
  const rows = text.split("\f").filter((sheet) => sheet.includes("row"));
  if (rows.length < 2) faults.push("a table of 120 rows does not fill two sheets");
  if (!rows.every((sheet) => sheet.includes("head"))) faults.push("a sheet goes on with a table without its head");
  return faults;
}

// Runs in the page. The words are short enough for any column, and in neither of our languages.
function grow() {
  // Boxes of buttons in a head keep Chromium from printing it on each sheet.
  const table = document.querySelector("main table:has(thead button)") ?? document.querySelector("main table:has(thead)");
  if (!table) return false;
  (table.tHead.querySelector("th button") ?? table.tHead.querySelector("th")).textContent = "head";
  const row = table.tBodies[0].rows[0].cloneNode(true);
  row.cells[0].textContent = "row";
  for (let count = 0; count < 120; count += 1) table.tBodies[0].append(row.cloneNode(true));
  return true;
}
