// Holds a built site to every gate, in a real browser: node run.mjs FOLDER [GATE…]

import { launch } from "./browser.mjs";
import { gates } from "./gates/index.mjs";
import { openSite } from "./site.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node run.mjs FOLDER [GATE…]   FOLDER: a built site; GATE: the first word of a gate's name");
  process.exit(2);
}

const site = openSite(folder);
const queue = gates.filter(({ name }) => !wanted.length || wanted.includes(name.split(":")[0]));
let [passed, failed] = [0, 0];

const browser = await launch();
try {
  console.log(`${site.pages.length} pages in ${site.root}, ${await browser.version()}`);
  await Promise.all([work(), work()]); // two at a time: a browser keeps about one core busy
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function work() {
  for (let gate = queue.shift(); gate; gate = queue.shift()) {
    const start = performance.now();
    const faults = await gate.run({ browser, site }).catch((error) => [error.stack]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    faults.length ? (failed += 1) : (passed += 1);
    console.log(`${faults.length ? "FAILED" : "ok    "} ${gate.name} (${seconds} s)`);
    for (const fault of faults.slice(0, 40)) console.log(`         ${fault}`);
    if (faults.length > 40) console.log(`         and ${faults.length - 40} more`);
  }
}
