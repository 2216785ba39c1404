// node every_page.mjs REGISTRY...: every page of every site, opened from the disk. It asks for nothing but its own files, axe-core finds
// no violation in light or dark, nothing is wider than a phone, and all its links lead somewhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, tooWide, withBrowser } from './browser.mjs';
import { everySite } from './site.mjs';

const tabs = 3;
const widths = [320, 640, 1280];

// It comes into pages over the DevTools protocol, which their policy against inline scripts does not forbid, and is kept from fetching
// the style sheet, which that does. Contrast is to be that of WCAG's level AAA; axe's own rule for it passes over what fails AA, too, so
// that it is the rule for AA that is told the figures. In dark nothing but colours is another, so only their rules are tried again.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const contrast = { ignoreUnicode: true, boldValue: 700, boldTextPt: 14, largeTextPt: 18, contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } } };
const setUp = `${axe}; axe.configure({ checks: [{ id: 'color-contrast', options: ${JSON.stringify(contrast)} }] });`;
const light = { preload: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
const dark = { preload: false, resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] };
async function violations(page, options) {
  const { violations: found, passes } = await page.evaluate((how) => window.axe.run(document, how), options);
  assert.ok(passes.some(({ id }) => id === 'color-contrast'), 'axe looked at colours');
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
}

function links() {
  const elements = Array.from(document.querySelectorAll('[href], [src]'));
  return elements.map((element) => ({ tag: element.localName, rel: element.rel, url: element.href ?? element.src }));
}

const ids = new Map();
async function idsOf(page) {
  ids.set(page.url(), new Set(await page.evaluate(() => Array.from(document.querySelectorAll('[id]'), (element) => element.id))));
}

// Links within the site are judged when all ids are known. Others lead to the web, but for one that guests.yaml has for a neighbour of
// the site, which is not there.
function judge(site, page, found, promised) {
  for (const { tag, rel, url } of found) {
    if (/^(https?:|mailto:|data:,$)/.test(url)) assert.ok(tag === 'a' || ['canonical', 'icon'].includes(rel), `${page} fetches ${url}`);
    else if (tag !== 'a' || !url.endsWith('/guides/')) promised.push({ from: `${site.name} ${page}`, url });
  }
}

async function look(page, site, name, promised) {
  const about = `${site.name} ${name}`;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.url(name));
  await idsOf(page);
  judge(site, name, await page.evaluate(links), promised);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await page.evaluate(tooWide), [], `${about}, ${width} px wide`);
  }
  assert.deepEqual(await violations(page, light), [], `${about}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await violations(page, dark), [], `${about}, dark`);
}

const sites = everySite(process.argv.slice(2));
const work = sites.flatMap((site) => site.pages().map((name) => ({ site, name })));
const count = work.length;
const promised = [];
await withBrowser(async (browser) => {
  await Promise.all(Array.from({ length: tabs }, async () => {
    const page = await openPage(browser, { init: { content: setUp } });
    for (let next = work.shift(); next; next = work.shift()) {
      await look(page, next.site, next.name, promised);
      page.peaceful(next.site.url());
      page.seen.requests.length = 0;
    }
  }));
});
for (const { from, url } of promised) {
  const [file, fragment] = url.split('#');
  assert.ok(existsSync(fileURLToPath(file)), `${from} links to ${url}`);
  if (fragment) assert.ok(ids.get(file)?.has(decodeURIComponent(fragment)), `${from} links to ${url}`);
}
console.log(`${count} pages, ${promised.length} links`);
