// The pictures of README.md, made anew from the demonstration: node pictures.mjs PROGRAM [INTO]
//
// PROGRAM: the program fremdrift; INTO: docs/pictures unless given. None may be larger than 60 KB.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { launch, withTab } from "./browser.mjs";

const LARGEST = 60_000;
const COLOURS = 64;

const [program, wanted] = process.argv.slice(2);
if (!program) {
  console.error("usage: node pictures.mjs PROGRAM [INTO]   PROGRAM: the program fremdrift; INTO: a folder");
  process.exit(2);
}
const into = wanted ? resolve(wanted) : fileURLToPath(new URL("../../docs/pictures", import.meta.url));
mkdirSync(into, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "fremdrift-pictures-"));
const demo = join(work, "demo");
const run = (...words) => execFileSync(resolve(program), words, { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Runs a command that finds mistakes, and returns what it says of them. */
function complaint(...words) {
  try {
    run(...words);
  } catch (failed) {
    return failed.stderr;
  }
  throw new Error(`${words.join(" ")} found nothing`);
}

/** A page that looks as a terminal does. */
function terminal(text) {
  const shown = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const style = "margin:0;padding:16px;background:#12161b;color:#eceef1;font:14px/1.5 'Liberation Mono',monospace;white-space:pre-wrap";
  const page = join(work, "terminal.html");
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>…</title><body style="margin:0"><pre style="${style}">${shown.trim()}</pre>`);
  return page;
}

/** Returns a picture in few colours, which the pages have anyway: a third of the bytes. */
function inFewColours({ width, height, pixels }) {
  const coarse = (at) => (pixels[at] >> 3 << 10) | (pixels[at + 1] >> 3 << 5) | (pixels[at + 2] >> 3);
  const colours = new Map(); // by their coarse number: how often, and the first that is like it
  for (let at = 0; at < pixels.length; at += 4) {
    const known = colours.get(coarse(at));
    if (known) known.count += 1;
    else colours.set(coarse(at), { count: 1, rgb: [pixels[at], pixels[at + 1], pixels[at + 2]] });
  }
  const palette = [...colours.values()].toSorted((a, b) => b.count - a.count).slice(0, COLOURS).map(({ rgb }) => rgb);
  const distance = (a, b) => a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0);
  const nearest = (rgb) => palette.reduce((best, one, at) => (distance(rgb, one) < distance(rgb, palette[best]) ? at : best), 0);
  for (const colour of colours.values()) colour.index = nearest(colour.rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = colours.get(coarse((y * width + x) * 4)).index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // eight bits a pixel, by a palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[["IHDR", head], ["PLTE", Buffer.from(palette.flat())], ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]].map(chunk),
  ]);
}

/** Returns a part of a PNG: its length, its name, its data and a sum of both. */
function chunk([name, data]) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Returns the pixels of a picture, which the browser reads. */
async function pixelsOf(tab, png) {
  await tab.goto("about:blank"); // a page that lets a picture be read
  const { width, height, bytes } = await tab.evaluate(async (url) => {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let text = "";
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width: picture.width, height: picture.height, bytes: btoa(text) };
  }, `data:image/png;base64,${png}`);
  return { width, height, pixels: Buffer.from(bytes, "base64") };
}

/** Takes a picture of a page from its top, or from one part of it: `height` of it, or the `whole` part and no more. */
async function take(browser, name, page, { width, height, part, whole = false }) {
  await withTab(browser, { width }, async (tab) => {
    await tab.goto(pathToFileURL(page).href);
    const path = join(into, `${name}.png`);
    const element = part && (await tab.$(part));
    const box = element ? await element.boundingBox() : { y: 0 };
    const clip = { x: 0, y: box.y, width, height: whole ? box.height : height };
    const png = await tab.screenshot({ encoding: "base64", captureBeyondViewport: true, clip });
    writeFileSync(path, inFewColours(await pixelsOf(tab, png)));
    if (statSync(path).size > LARGEST) throw new Error(`${path} has ${statSync(path).size} bytes`);
  });
}

run("init", "--quiet", "--demo", "demo");
run("build", "--quiet", "--root", "demo", "--out", "site");
const status = join(demo, "content/plans/voksne-2020/updates/2020-06-30/04-stu.md");
const written = readFileSync(status, "utf8");
writeFileSync(status, written.replace('"Opmærksomhed"', '"Kritisk"').replace('achieved = "0,33"', 'achieved = "0,25"'));
writeFileSync(join(work, "diff.html"), run("diff", "--root", "demo", "--format", "html"));
writeFileSync(status, written.replace('achieved = "0,33"', "achieved = 0.33"));
const mistake = terminal(`$ fremdrift check\n${complaint("check", "--quiet", "--root", "demo")}`);

const browser = await launch();
await take(browser, "front", join(work, "site/index.html"), { width: 1100, height: 660 });
await take(browser, "phone", join(work, "site/planer/voksne-2020/index.html"), { width: 360, height: 720, part: "#measures" });
await take(browser, "diff", join(work, "diff.html"), { width: 820, height: 620 });
await take(browser, "mistake", mistake, { width: 620, part: "pre", whole: true });
await browser.close();
rmSync(work, { recursive: true });
console.log(into);
