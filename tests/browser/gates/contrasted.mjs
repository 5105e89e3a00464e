// In forced colours, where the reader's palette replaces ours, every status keeps a frame and a visible shape.

import { visit, withTab } from "../browser.mjs";

export const contrasted = {
  name: "contrasted: statuses keep frame and shape in forced colours",
  async run({ browser, site }) {
    const seen = new Set();
    return visit(browser, site, site.samples, { forcedColours: true }, async (tab) => {
      const faults = [];
      for (const chip of await tab.$$("main .chip")) {
        const { look, frame } = await chip.evaluate((element) => ({
          look: element.className,
          frame: parseFloat(getComputedStyle(element).borderTopWidth),
        }));
        if (seen.has(look) || !(await chip.isVisible())) continue;
        seen.add(look);
        if (frame < 2) faults.push(`“${look}” has a frame of ${frame} px`);
        const shape = await chip.$("svg");
        if (!shape) continue;
        const ratio = await contrast(browser, await shape.screenshot({ encoding: "base64" }));
        if (ratio < 3) faults.push(`the shape of “${look}” has contrast ${ratio.toFixed(1)}, under 3`);
      }
      return faults;
    });
  },
};

/** The contrast between the lightest and the darkest point of a picture. */
function contrast(browser, png) {
  return withTab(browser, {}, (tab) =>
    tab.evaluate(async (png) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
      const linear = (byte) => (byte <= 10 ? byte / 3294 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
      let [darkest, lightest] = [1, 0];
      for (let at = 0; at < data.length; at += 4) {
        const light = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
        [darkest, lightest] = [Math.min(darkest, light), Math.max(lightest, light)];
      }
      return (lightest + 0.05) / (darkest + 0.05);
    }, png),
  );
}
