// A status is seen by its shape, in light and dark and in forced colours, where the reader's palette replaces ours.

import { visitInEach, withTab } from "../browser.mjs";

const all = [{}, { scheme: "dark" }, { forcedColours: true }];

export const contrasted = {
  name: "contrasted: the shapes of statuses are seen in light, dark and forced colours, where they keep their frame",
  run({ browser, site }) {
    const seen = new Set();
    return withTab(browser, {}, (scale) =>
      visitInEach(browser, site, site.samples, () => all, async (tab, _, { scheme = "light", forcedColours }) => {
        const light = forcedColours ? "forced colours" : scheme;
        const faults = [];
        // What is folded takes room and is not painted.
        await tab.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
        for (const { at, look, ground, frame } of await tab.$$eval("main .chip", looks)) {
          const kind = `${light} ${look} ${ground} ${frame}`;
          if (seen.has(kind)) continue;
          const chip = (await tab.$$("main .chip"))[at];
          if (!(await chip.isVisible())) continue;
          seen.add(kind);
          if (forcedColours && frame < 2) faults.push(`“${look}” has a frame of ${frame} px`);
          const shape = await chip.$("svg");
          if (!shape) continue;
          const ratio = await contrast(scale, await shape.screenshot({ encoding: "base64" }));
          if (ratio < 3) faults.push(`the shape of “${look}” on ${ground} has contrast ${ratio.toFixed(1)}, under 3`);
        }
        return faults.map((fault) => `${fault} (${light})`);
      }),
    );
  },
};

// Runs in the page. The same status has a ground of its own in one place and none in another, as in the counts of a table.
function looks(chips) {
  return chips.map((element, at) => ({
    at,
    look: element.className,
    ground: getComputedStyle(element).backgroundColor,
    frame: element.querySelector(".said") ? undefined : parseFloat(getComputedStyle(element).borderTopWidth),
  }));
}

/** The contrast between the lightest and the darkest point of a picture. */
function contrast(tab, png) {
  return tab.evaluate(async (png) => {
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
  }, png);
}
