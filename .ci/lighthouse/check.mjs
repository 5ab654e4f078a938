// Holds pages of a built site to what Lighthouse wants of them: `node check.mjs SITE PAGE…`.
//
// Scores are those of a slow phone on a slow network, computed from one load and not waited for. Whatever else the machine
// does can only lower them, so a page that falls short is measured again, three times at most, and its best counts.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const FLOOR = 95;
const MOST_TRIES = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webp": "image/webp",
  ".xml": "application/xml",
};
const PACKED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);
const CHROMES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const [site, ...pages] = process.argv.slice(2);
const missing = pages.filter((page) => !existsSync(join(site, page, "index.html")));
if (missing.length) throw new Error(`${site} has no page ${missing.join(", ")}`);

// As the hosts of static sites do: text is packed, and what has a digest in its name may be kept.
const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
  const ending = extname(file);
  try {
    const content = await readFile(file);
    const headers = { "content-type": TYPES[ending] ?? "application/octet-stream", "cache-control": "max-age=31536000" };
    if (PACKED.has(ending)) headers["content-encoding"] = "gzip";
    response.writeHead(200, headers).end(PACKED.has(ending) ? gzipSync(content) : content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const root = `http://127.0.0.1:${server.address().port}`;
const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? CHROMES.find((path) => existsSync(path)),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
});

async function measure(page) {
  const options = { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES, disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(`${root}/${page}`, options);
  return lhr;
}

const scores = (lhr) => CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));

// What of a category is not as it should be, and weighs anything.
function* shortcomings(lhr) {
  for (const name of CATEGORIES) {
    for (const { id, weight } of lhr.categories[name].auditRefs) {
      const { score, title, displayValue, details } = lhr.audits[id];
      if (weight && score !== null && score < 0.9) {
        yield `  ${name}: ${title}${displayValue ? ` (${displayValue})` : ""}`;
        for (const { node, description } of (details?.items ?? []).slice(0, 8)) {
          if (node?.snippet ?? description) yield `    ${(node?.snippet ?? description).slice(0, 160)}`;
        }
      }
    }
  }
}

let failed = false;
try {
  console.log(`${CATEGORIES.join(", ")}:`);
  for (const page of pages) {
    const best = CATEGORIES.map(() => 0);
    let lhr;
    for (let tries = 0; tries < MOST_TRIES && best.some((score) => score < FLOOR); tries++) {
      lhr = await measure(page);
      scores(lhr).forEach((score, place) => (best[place] = Math.max(best[place], score)));
    }
    console.log(`${best.join(" ")}  /${page}`);
    if (best.some((score) => score < FLOOR)) {
      failed = true;
      for (const line of shortcomings(lhr)) console.log(line);
    }
  }
} finally {
  chrome.kill();
  server.close();
}
if (failed) console.log(`Each is to be ${FLOOR} or more.`);
process.exitCode = failed ? 1 : 0;
