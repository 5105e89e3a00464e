// The Nu HTML checker has neither an error nor a warning to tell, for pages and drawings alike.

import { execFile } from "node:child_process";
import jar from "vnu-jar";

// The checker does not know that 'self' covers files beside a page opened from disk. Browsers do, and when they
// block something they say so in the console, which the gate "quiet" reads.
const selfOnDisk = ".*Resource violates Content Security Policy.*blocked by “[a-z]+-src” directive.*";

export const valid = {
  name: "valid: Nu HTML checker, every page",
  async run({ site }) {
    const report = await check(["--format", "json", "--skip-non-html", "--filterpattern", selfOnDisk, site.root]);
    return report.messages.map(({ url, lastLine, message, extract }) => {
      const place = `${site.path(url.replace("file:/", "file:///")) ?? url}:${lastLine}`;
      return `${place}: ${message} ${extract ? JSON.stringify(extract) : ""}`;
    });
  },
};

function check(options) {
  return new Promise((fulfil, reject) => {
    const done = (error, _, report) => {
      // The checker exits 1 when it found something, and still prints what.
      try {
        fulfil(JSON.parse(report));
      } catch {
        reject(error ?? new Error(report));
      }
    };
    execFile("java", ["-jar", String(jar), ...options], { maxBuffer: 2 ** 28 }, done);
  });
}
