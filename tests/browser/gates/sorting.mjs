// Long tables are sorted and filtered with the keyboard alone; rows keep their words, the address keeps the state.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withTab } from "../browser.mjs";

export const sorting = {
  name: "sorting: tables are sorted and filtered with the keyboard alone, and nothing is dead without scripts",
  async run({ browser, site }) {
    const pages = site.shown.filter((page) => has(site, page));
    const faults = [];
    for (const page of pages) {
      const look = async (circumstances, use) =>
        withTab(browser, circumstances, async (tab) => {
          await tab.goto(site.address(page));
          await tab.evaluate(note);
          await use(tab, (text) => faults.push(`${page}: ${text}`));
        });
      const [plain, scripted] = [[], []];
      await look({ scripts: false }, async (tab) => plain.push(...(await said(tab))));
      await look({}, async (tab) => scripted.push(...(await said(tab))));
      const moved = plain.findIndex((row, at) => row !== scripted[at]);
      if (moved >= 0) faults.push(`${page}: before anybody sorts, row ${moved} is “${scripted[moved]}” and not “${plain[moved]}”`);
      await look({}, heads);
      await look({}, addresses);
      await look({}, filters);
      await look({ width: 320 }, phone);
      await look({ scripts: false }, async (tab, fault) => {
        const dead = await tab.evaluate(() => document.querySelectorAll("main :is(button, input, select)").length);
        if (dead) fault(`${dead} controls that do nothing without scripts`);
      });
    }
    return faults;
  },
};

function has(site, page) {
  return /<table [^>]*data-sortable/.test(readFileSync(join(site.root, page), "utf8"));
}

const said = (tab) => tab.evaluate(() => [...document.querySelectorAll("tbody tr")].map((row) => row.textContent.trim().slice(0, 60)));
const ids = (tab) => tab.evaluate(() => [...document.querySelectorAll("table[data-sortable]")].map((table) => table.id));
const orders = (tab) => tab.evaluate(() => [...document.querySelectorAll("table")].map((table) => [...table.rows].map((row) => row.dataset.at).join()));

/** Each head in turn, reached by Tab: up, down, and as it was. */
async function heads(tab, fault) {
  for (const id of await ids(tab)) {
    const count = await tab.evaluate((id) => document.getElementById(id).querySelectorAll("th button").length, id);
    if (!count) fault(`#${id} has no head to sort by`);
    const before = await orders(tab);
    for (let at = 0; at < count; at += 1) {
      let steps = 0;
      const isThere = () => tab.evaluate(([id, at]) => document.activeElement === document.getElementById(id).querySelectorAll("th button")[at], [id, at]);
      while (!(await isThere()) && steps < 400) {
        await tab.keyboard.press("Tab");
        steps += 1;
      }
      if (steps === 400) {
        fault(`#${id}: Tab does not lead to head ${at + 1}`);
        break;
      }
      for (const way of ["ascending", "descending"]) {
        await tab.keyboard.press("Enter");
        (await tab.evaluate(misplaced, id, at, way)).forEach(fault);
      }
      await tab.keyboard.press("Enter");
      const after = await orders(tab);
      if (after.join() !== before.join()) fault(`#${id}: the third press of head ${at + 1} does not lead back to the order of the page`);
      if (await tab.evaluate((id) => !!document.querySelector(`#${CSS.escape(id)} [aria-sort]`), id)) fault(`#${id} still says that it is sorted`);
    }
  }
}

/** The address keeps the state, and going back leads to the one before. */
async function addresses(tab, fault) {
  for (const id of await ids(tab)) {
    const before = await orders(tab);
    if (!(await tab.evaluate((id) => !!document.getElementById(id), id))) return; // gone back too far
    await tab.evaluate((id) => document.getElementById(id).querySelector("th button").focus(), id);
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    const sorted = await orders(tab);
    await tab.reload();
    await tab.evaluate(note, true);
    const said = await tab.evaluate((id) => document.getElementById(id).querySelector("[aria-sort]")?.ariaSort, id);
    if (said !== "descending") fault(`#${id}: the address does not keep the order`);
    const others = (list, own) => list.filter((order) => !own.includes(order));
    if (others(before, sorted).length > 1) fault(`#${id}: another table is sorted too`);
    await tab.goBack().catch(() => {});
    await tab.goBack().catch(() => {});
    if (await tab.evaluate((id) => document.getElementById(id)?.querySelector("[aria-sort]") !== null, id)) {
      fault(`#${id}: going back does not lead to the order before`);
    }
  }
}

/** Each filter by the keyboard, what it says, the way out, a row that an address leads to, and paper. */
async function filters(tab, fault) {
  for (const id of await ids(tab)) {
    const own = (use, ...given) => tab.evaluate(use, id, ...given);
    const count = await own((id) => document.getElementById(id).parentElement.querySelectorAll("form select").length);
    for (let at = 0; at < count - 1; at += 1) { // the last is the order
      await own((id, at) => document.getElementById(id).parentElement.querySelectorAll("form select")[at].focus(), at);
      await tab.keyboard.press("ArrowDown");
      const told = await own(shown, at);
      if (told.lost) fault(`#${id}: no filter leads to “${told.lost}”`);
      if (told.wrong) fault(`#${id}: ${told.wrong} stands among ${told.value}`);
      if (!told.line.includes(`${told.count}`) || !told.line.includes(`${told.all}`)) fault(`#${id}: ${told.count} of ${told.all} rows, but it says “${told.line}”`);
      if (told.role !== "status") fault(`#${id}: how many rows there are is not announced`);
      if (!decodeURIComponent((await tab.evaluate(() => location.search)).replace(/\+/g, " ")).includes(told.value)) fault(`#${id}: the address does not keep ${told.value}`);
      const led = await own((id) => {
        const hidden = [...document.getElementById(id).querySelectorAll("tbody tr[hidden] [id]")][0];
        if (hidden) location.hash = hidden.id;
        return hidden?.id;
      });
      if (led) {
        await new Promise((done) => setTimeout(done, 100));
        if (!(await tab.evaluate((led) => document.getElementById(led).checkVisibility(), led))) fault(`#${led} is not shown to whoever is led there`);
      }
      await clear(tab, id, fault);
    }
    await own((id) => document.getElementById(id).parentElement.querySelector("form input").focus());
    const part = await own((id) => {
      const table = document.getElementById(id);
      return (table.querySelector(".depth-2 > th") ?? table.querySelector(".child > th"))?.textContent.trim();
    });
    if (part) {
      await tab.keyboard.type(part);
      const { count, line, orphan } = await own(shown, -1);
      if (!count || !line.includes(`${count}`)) fault(`#${id}: “${part}” leaves ${count} rows and says “${line}”`);
      if (orphan) fault(`#${id}: “${orphan}” is shown without what it is a part of`);
      for (const _ of part) await tab.keyboard.press("Backspace");
    }
    await tab.keyboard.type("qzxqzx");
    const none = await own(shown, -1);
    if (none.count !== 0 || !none.line.includes("0")) fault(`#${id}: “qzxqzx” leaves ${none.count} rows and says “${none.line}”`);
    const devtools = await tab.createCDPSession();
    await devtools.send("Emulation.setEmulatedMedia", { media: "print" });
    const paper = await own((id) => {
      const place = document.getElementById(id).parentElement;
      const seen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
      return { said: [...place.querySelectorAll("[role=status]")].some(seen), controls: [...place.querySelectorAll("form, .shown button")].some(seen), rows: [...place.querySelectorAll("tbody tr")].some(seen) };
    });
    if (!paper.said) fault(`#${id}: on paper nothing says that a filter is on`);
    if (paper.controls) fault(`#${id}: its controls are printed`);
    if (paper.rows) fault(`#${id}: rows are printed that are not shown`);
    await devtools.send("Emulation.setEmulatedMedia", { media: "" });
    await clear(tab, id, fault);
  }
}

async function clear(tab, id, fault) {
  const focused = await tab.evaluate((id) => {
    const button = document.getElementById(id).parentElement.querySelector(".shown button");
    button?.focus();
    return !!button && document.activeElement === button;
  }, id);
  if (!focused) return fault(`#${id}: no button shows all rows again`);
  await tab.keyboard.press("Enter");
  const { count, all, line } = await tab.evaluate(shown, id, -1);
  if (count !== all || line) fault(`#${id}: ${count} of ${all} rows after all filters are off, and it says “${line}”`);
}

/** On a phone a choice stands in for the heads, which none can see. */
async function phone(tab, fault) {
  for (const id of await ids(tab)) {
    const { dead, at } = await tab.evaluate((id) => {
      const table = document.getElementById(id);
      for (let fold = table; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
      const tools = table.parentElement.querySelector("details");
      tools.open = true;
      const order = table.parentElement.querySelector("form label:last-of-type select");
      order.focus();
      const buttons = [...table.querySelectorAll("th button")];
      return {
        dead: document.activeElement !== order ? "the choice of an order cannot be seen" : buttons.some((button) => button.tabIndex >= 0) ? "Tab leads to a head that none can see" : "",
        at: [...table.tHead.rows[0].cells].findIndex((cell) => cell.querySelector("button")),
      };
    }, id);
    if (dead) {
      fault(`#${id}: ${dead} (320 px)`);
      continue;
    }
    await tab.keyboard.press("ArrowDown");
    (await tab.evaluate(misplaced, id, 0, "ascending")).forEach((text) => fault(`${text} (320 px, column ${at + 1})`));
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) fault(`#${id}: ${wide} px too wide with its controls open (320 px)`);
  }
}

// The rest runs in the page.

/** Notes where each row stands, and which rows belong to one above. */
function note() {
  for (const table of document.querySelectorAll("table")) {
    let root;
    [...table.rows].forEach((row, at) => {
      row.dataset.at = at;
      if (row.classList.contains("item")) root = at;
      else if (!/\b(child|of-which|words)\b/.test(row.className)) root = undefined;
      if (root !== undefined && root !== at) row.dataset.below = root;
    });
  }
}

/** What stands in the wrong place of a table that is sorted by its n-th button. */
function misplaced(id, nth, way) {
  const table = document.getElementById(id);
  const head = table.querySelectorAll("th button")[nth].closest("th");
  const faults = [];
  const fault = (text) => faults.push(`#${id} by “${head.textContent}”, ${way}: ${text}`);
  if (head.ariaSort !== way) fault(`it says ${head.ariaSort}`);
  if (table.querySelectorAll("[aria-sort]").length > 1) fault("several heads say that it is sorted");
  for (const row of table.querySelectorAll("[data-below]")) {
    if (Number(row.previousElementSibling?.dataset.at) !== Number(row.dataset.at) - 1) fault(`row ${row.dataset.at} has left its own`);
  }
  const isNumber = /number|status/.test(head.className);
  const language = (table.closest("[lang]") ?? document.documentElement).lang.slice(0, 2);
  const alphabet = "abcdefghijklmnopqrstuvwxyz" + ({ da: "æøå", nb: "æøå", sv: "åäö" }[language] ?? "");
  const value = (row) => {
    const cell = row.cells[head.cellIndex].cloneNode(true);
    cell.querySelectorAll("small, sup").forEach((part) => part.remove());
    const said = cell.dataset.key ?? cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
    if (isNumber) return /^-?\d/.test(said) ? Number(said) : undefined;
    if (/^\d{4}-\d\d/.test(said)) return said.padEnd(10, "-");
    // Numbers stand before letters, by what they come to.
    if (/^\d/.test(said)) return parseInt(said, 10) - 1e9;
    const letter = said.toLowerCase().replace(/^aa/, language === "da" ? "å" : "a").replace(/[^\p{L}\p{N}]/gu, "")[0];
    return said ? alphabet.indexOf(letter) : undefined;
  };
  for (const body of table.tBodies) {
    const rows = [...body.rows].filter((row) => row.classList.contains("item"));
    rows.forEach((row, at) => {
      const [before, own] = [at ? value(rows[at - 1]) : undefined, value(row)];
      if (at && before === undefined && own !== undefined) fault(`row ${row.dataset.at} stands below one that says nothing`);
      if (at && own !== undefined && (way === "ascending" ? before > own : before < own)) fault(`row ${row.dataset.at} stands in the wrong place`);
    });
    const heading = body.querySelector(".heading");
    if (heading && body.rows[0] !== heading) fault("a heading has left its place");
    const notes = [...body.rows].findIndex((row) => row.classList.contains("note"));
    if (notes >= 0 && [...body.rows].slice(notes).some((row) => row.classList.contains("item"))) fault("a note has left its place");
  }
  return faults;
}

/** How many rows a table shows, what it says of that, and a row that does not belong to the value of its n-th filter. */
function shown(id, nth) {
  const table = document.getElementById(id);
  const place = table.parentElement;
  const rows = [...table.querySelectorAll("tbody > :is(.item, .child, .of-which)")];
  // What is found; a row that is shown for a part of it alone is quieter.
  const seen = rows.filter((row) => row.checkVisibility() && !row.classList.contains("same"));
  const select = place.querySelectorAll("form select")[nth];
  const name = select?.parentElement.firstChild.textContent.trim();
  const at = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.trim() === name);
  const says = (row) => {
    const cell = row.cells[at];
    return at < 0 ? row.parentElement.rows[0].textContent : (cell.textContent || cell.dataset.key || "");
  };
  const wrong = select && seen.find((row) => !says(row).includes(select.value));
  const depth = (row) => (row.classList.contains("item") ? 0 : Number(/depth-(\d)/.exec(row.className)?.[1] ?? 1));
  const above = (row) => rows.slice(0, rows.indexOf(row)).findLast((other) => depth(other) < depth(row));
  const orphan = seen.find((row) => depth(row) > 0 && !above(row).checkVisibility());
  const values = [...(select?.options ?? [])].map((option) => option.value).filter(Boolean);
  const lost = select && rows.map(says).find((said) => said.trim() && !values.some((value) => said.includes(value)));
  const line = place.querySelector("[role=status]");
  return { lost, orphan: orphan?.textContent.slice(0, 60), count: seen.length, all: rows.length, wrong: wrong?.textContent.slice(0, 60), value: select?.value, line: line?.textContent ?? "", role: line?.getAttribute("role") };
}
