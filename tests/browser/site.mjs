// A built site on disk: its pages, its old addresses, and where each lies as a file:// address.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export function openSite(folder) {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort();
  const html = files.filter((path) => path.endsWith(".html"));
  // What stands at an old address leads on by itself: a browser is there no longer than it takes to read it.
  const old = new Map(html.map((path) => [path, leadsTo(root, path)]).filter(([, address]) => address !== undefined));
  const pages = html.filter((path) => !old.has(path));
  if (!pages.includes("index.html")) throw new Error(`${root} holds no index.html: is it a built site?`);
  // An edition is the same pages with older figures: of those, the samples are enough.
  const chosen = samples(root, pages);
  const shown = pages.filter((page) => !page.startsWith("editions/") || chosen.includes(page));
  const base = pathToFileURL(root + sep).href;
  return {
    root,
    base,
    files,
    pages,
    old,
    shown,
    samples: chosen,
    has: (path) => files.includes(path),
    address: (page) => pathToFileURL(join(root, page)).href,
    /** The path within the site that an address leads to, or nothing when it leads outside. */
    path(address) {
      if (!address.startsWith(base)) return undefined;
      return relative(root, fileURLToPath(address.replace(/[?#].*/, ""))).split(sep).join("/");
    },
  };
}

/** The address that a page leads to by itself, if it does. */
function leadsTo(root, page) {
  const refresh = /<meta http-equiv="refresh" content="\d+; url=([^"]+)">/;
  return refresh.exec(readFileSync(join(root, page), "utf8"))?.[1];
}

// The longest page of each kind in each folder, and every page on top: where checking all in every light and
// every width would take minutes, these are the ones that break first.
function samples(root, pages) {
  const longest = new Map();
  for (const page of pages) {
    const kind = `${page.startsWith("editions/") ? "editions" : dirname(page)} ${kindOf(page)}`;
    const other = longest.get(kind);
    if (!other || size(root, page) > size(root, other)) longest.set(kind, page);
  }
  return [...longest.values()];
}

function kindOf(page) {
  const name = basename(page);
  if (dirname(page) === "." || name === "index.html") return name;
  return /^\d{4}-/.test(name) ? "dated" : "named";
}

function size(root, page) {
  return statSync(join(root, page)).size;
}
