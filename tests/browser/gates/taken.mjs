// What can be taken along opens in readers that know nothing of ours, and has as many rows as the page shows.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import Papa from "papaparse";
import readSheets from "read-excel-file/node";
import { visit } from "../browser.mjs";

export const taken = {
  name: "taken: every file that is offered opens, tables have the rows of their page, events a day and a name of their own",
  async run({ browser, site }) {
    const books = new Map();
    const faults = await visit(browser, site, site.shown, {}, async (tab) => {
      const found = [];
      for (const { address, caption, rows, language } of await tab.evaluate(offered)) {
        const path = site.path(address);
        if (path === undefined || !site.has(path)) continue; // the gate of links says so
        const file = join(site.root, path);
        const fault = (text) => found.push(`${path}: ${text}`);
        if (caption === undefined) fault("no table says what it holds");
        else if (path.endsWith(".csv")) fromCsv(readFileSync(file), language, rows).forEach(fault);
        else if (path.endsWith(".xlsx")) {
          if (!books.has(path)) books.set(path, readSheets(file).catch((error) => error));
          fromBook(await books.get(path), caption, rows).forEach(fault);
        }
      }
      return found;
    });
    for (const path of site.files.filter((path) => path.endsWith(".ics"))) {
      faults.push(...fromCalendar(readFileSync(join(site.root, path), "utf8")).map((text) => `${path}: ${text}`));
    }
    return faults;
  },
};

// Runs in the page.
function offered() {
  const language = document.documentElement.lang;
  return [...document.querySelectorAll("a[download]")].flatMap((link) => {
    const id = (link.getAttribute("aria-describedby") ?? "").replace(/-name$/, "");
    const table = document.getElementById(id)?.closest("table");
    if (!table) return [{ address: link.href }];
    const bodies = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap((body) => [...body.rows]);
    const rows = bodies.filter((row) => !["heading", "note", "words"].some((word) => row.classList.contains(word))).length;
    const caption = table.caption.cloneNode(true);
    caption.querySelectorAll("small").forEach((small) => small.remove());
    return [{ address: link.href, caption: caption.textContent.trim().replace(/\s+/g, " "), rows, language }];
  });
}

function fromCsv(bytes, language, rows) {
  if (bytes.subarray(0, 3).compare(Buffer.from([0xef, 0xbb, 0xbf]))) return ["no byte order mark"];
  const delimiter = language.startsWith("en") ? "," : ";";
  const { data, errors } = Papa.parse(bytes.subarray(3).toString("utf8"), { delimiter, newline: "\r\n", comments: "#", skipEmptyLines: true });
  const faults = errors.map(({ message, row }) => `line ${row + 1}: ${message}`);
  if (data.length !== rows + 1) faults.push(`${data.length - 1} rows, ${rows} on the page`);
  if (data.some((row) => row.length !== data[0].length)) faults.push("a row has other cells than its head");
  return faults;
}

function fromBook(sheets, caption, rows) {
  if (sheets instanceof Error) return [`does not open: ${sheets.message}`];
  if (rows === 0) return [];
  // A sheet begins with its caption. Below it all stands in the first column, until the head of the table.
  const heights = sheets
    .slice(2)
    .filter(({ data }) => data[0]?.[0] === caption)
    .map(({ data }) => data.length - 1 - data.findIndex((row) => row[1] != null));
  if (!heights.length) return [`no sheet shows “${caption}”`];
  return heights.includes(rows) ? [] : [`${heights.join(" or ")} rows of “${caption}”, ${rows} on the page`];
}

function fromCalendar(text) {
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(text));
  } catch (error) {
    return [`does not open: ${error.message}`];
  }
  const faults = [];
  const names = new Set();
  for (const event of calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event))) {
    if (!event.summary?.trim()) faults.push("an event without a title");
    if (!event.startDate?.isDate) faults.push(`“${event.summary}” has no day`);
    if (!event.uid || names.has(event.uid)) faults.push(`“${event.summary}” has no name of its own`);
    names.add(event.uid);
  }
  if (calendar.getFirstPropertyValue("version") !== "2.0") faults.push("not a calendar of version 2.0");
  return faults;
}
