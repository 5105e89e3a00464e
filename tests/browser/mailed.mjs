// Holds pages that were made one file to the gates that a file can pass by itself: node mailed.mjs FILE…
// Each is opened in a folder in which there is nothing else.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { accessible } from "./gates/accessible.mjs";
import { alone } from "./gates/alone.mjs";
import { contrasted } from "./gates/contrasted.mjs";
import { fitting } from "./gates/fitting.mjs";
import { linked } from "./gates/linked.mjs";
import { printable } from "./gates/printable.mjs";
import { quiet } from "./gates/quiet.mjs";
import { valid } from "./gates/valid.mjs";
import { openSite } from "./site.mjs";

const gates = [alone, quiet, linked, accessible, contrasted, fitting, printable, valid];

const files = process.argv.slice(2);
if (!files.length) {
  console.error("usage: node mailed.mjs FILE…   FILE: what `fremdrift one-file` wrote");
  process.exit(2);
}

const browser = await launch();
try {
  for (const file of files) {
    const folder = mkdtempSync(join(tmpdir(), "mailed-"));
    try {
      copyFileSync(file, join(folder, "index.html"));
      const site = openSite(folder);
      for (const gate of gates) {
        const found = await gate.run({ browser, site }).catch((error) => [error.stack]);
        // The checker knows no container queries, which it meets here alone: elsewhere the style is a file of its own.
        const faults = found.filter((fault) => !/^index\.html:\d+: CSS: /.test(fault));
        if (faults.length) process.exitCode = 1;
        console.log(`${faults.length ? "FAILED" : "ok    "} ${file}: ${gate.name}`);
        for (const fault of faults.slice(0, 20)) console.log(`         ${fault}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
} finally {
  await browser.close();
}
