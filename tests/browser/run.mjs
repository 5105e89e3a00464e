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
const start = performance.now();
console.log(`${site.pages.length} pages in ${site.root}`);
await Promise.all([work(), work()]); // a browser keeps about one core busy
console.log(`${seconds(start)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

// Each worker has its own browser: in a shared one a tab that comes to the front takes the clicks of another.
async function work() {
  const browser = await launch();
  try {
    for (let gate = queue.shift(); gate; gate = queue.shift()) await hold(gate, browser);
  } finally {
    await browser.close();
  }
}

async function hold(gate, browser) {
  const start = performance.now();
  const faults = await gate.run({ browser, site }).catch((error) => [error.stack]);
  faults.length ? (failed += 1) : (passed += 1);
  console.log(`${faults.length ? "FAILED" : "ok    "} ${gate.name} (${seconds(start)} s)`);
  for (const fault of faults.slice(0, 40)) console.log(`         ${fault}`);
  if (faults.length > 40) console.log(`         and ${faults.length - 40} more`);
}

function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
