// A page asks for nothing but the site's own files, gets all of them, and the console stays empty.

import { withTab } from "../browser.mjs";

export const quiet = {
  name: "quiet: no request leaves the site, none fails, nothing in the console",
  async run({ browser, site }) {
    return withTab(browser, {}, async (tab) => {
      const faults = [];
      let page;
      const fault = (text) => faults.push(`${page}: ${text}`);
      tab.on("request", (request) => {
        if (!request.url().startsWith(site.base) && !request.url().startsWith("data:")) fault(`asks for ${request.url()}`);
      });
      tab.on("requestfailed", (request) => fault(`does not get ${request.url()}: ${request.failure()?.errorText}`));
      tab.on("console", (message) => fault(`console ${message.type()}: ${message.text()}`));
      tab.on("pageerror", (error) => fault(`script error: ${error.message}`));
      for (page of site.shown) await tab.goto(site.address(page), { waitUntil: "load" });
      return faults;
    });
  },
};
