// node page.mjs REGISTRY: a reader's way from the index to pages, from the disk and from a server: what is copied, light and dark,
// without scripts, on paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPage, withBrowser } from './browser.mjs';
import { withServer } from './serve.mjs';
import { Site } from './site.mjs';

const site = new Site('site', 'operator', process.argv.slice(2));
const codes = ['room-taken', 'room-closed', 'form-wrong'];
const facts = (code) => JSON.parse(readFileSync(path.join(site.directory, code, 'index.json'), 'utf8'));
const pages = ['index.html', ...codes.map((code) => `${code}/index.html`), 'room-locked/index.html'];
const controls = 'button, input, select, label, .said, .count';

// ---------------------------------------------------------------- reading

async function wander(page, index) {
  for (const code of codes) {
    await page.goto(index);
    await page.locator(`.problems a[href="${code}/index.html"]`).click();
    assert.equal(await page.locator('h1').textContent(), facts(code).title);
    assert.equal(await page.locator('#type').textContent(), facts(code).type);
    assert.equal(JSON.stringify(JSON.parse(await page.locator('#body').textContent())), JSON.stringify(facts(code).example.body));
    await page.locator('.home').click();
    assert.equal(await page.locator('.problems > li:visible').count(), site.pages().length - 3, 'back at the index, which has all');
  }
}

// ---------------------------------------------------------------- copying

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

// `copied` says what the clipboard has.
async function copy(page, base, copied) {
  for (const code of codes) {
    const { type, example } = facts(code);
    await page.goto(`${base}${code}/index.html`);
    for (const what of ['type', 'body']) {
      const button = page.locator(`[data-copy=${what}]`);
      await button.click();
      await page.locator(`[data-copy=${what}] + .said`, { hasText: 'Copied' }).waitFor();
      const text = await copied();
      if (what === 'type') assert.equal(text, type);
      else assert.deepEqual(JSON.parse(text), example.body);
      // Also byte for byte what is sent, as the page's Markdown has it.
      assert.ok(readFileSync(path.join(site.directory, code, 'index.md'), 'utf8').includes(what === 'type' ? `"${text}"` : `\n${text}\n`));
    }
  }
}

async function copyByKeyboard(page, base) {
  await page.goto(`${base}room-closed/index.html`);
  const button = page.locator('[data-copy=type]');
  for (let i = 0; i < 5 && !(await button.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab');
  assert.ok(await button.evaluate((element) => element === document.activeElement), 'Tab comes to the button soon');
  await page.keyboard.press('Enter');
  await page.locator('.said', { hasText: 'Copied' }).waitFor();
  assert.equal(await clipboard(page), facts('room-closed').type);
}

// ---------------------------------------------------------------- light and dark

const luminance = (rgb) => rgb.match(/[\d.]+/g).slice(0, 3).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0) / 255;

async function colours(page, ...names) {
  return page.evaluate((all) => all.map((name) => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(name));
    return { name, color, backgroundColor };
  }), names);
}

async function darkness(page, base) {
  await page.goto(`${base}room-taken/index.html`);
  const seen = {};
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    seen[colorScheme] = await colours(page, 'body', '.status', 'main a', '.note');
  }
  seen.light.forEach((light, i) => assert.notEqual(light.color, seen.dark[i].color, `${light.name} has another colour in the dark`));
  const [light, dark] = [seen.light[0], seen.dark[0]];
  assert.ok(luminance(light.backgroundColor) > 0.8 && luminance(light.color) < 0.3, 'dark on light');
  assert.ok(luminance(dark.backgroundColor) < 0.2 && luminance(dark.color) > 0.7, 'light on dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

// ---------------------------------------------------------------- without scripts

// What a reader sees of the page, controls aside.
const text = (page) => page.evaluate((dead) => {
  document.querySelectorAll(dead).forEach((element) => element.remove());
  return document.body.innerText.replace(/\s+/g, ' ').trim();
}, controls);

async function withoutScripts(page, still, base) {
  for (const name of pages) {
    await page.goto(base + name);
    await still.goto(base + name);
    const shown = `:is(${controls}):visible`;
    assert.ok(await page.locator(shown).count() > 0, `${name} has controls with scripts`);
    assert.deepEqual(await still.locator(shown).evaluateAll((all) => all.map((one) => one.outerHTML)), [], `${name} shows nothing that does nothing`);
    const words = await text(still);
    assert.ok(words.length > 100);
    assert.equal(words, await text(page), `${name} says the same without scripts`);
  }
}

// ---------------------------------------------------------------- on paper

async function paper(page, base) {
  for (const name of pages) {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(base + name);
    assert.equal(await page.locator(`:is(${controls}, .skip):visible`).count(), 0, `${name} on paper`);
    const [{ color, backgroundColor }] = await colours(page, 'body');
    assert.ok(luminance(backgroundColor) > 0.95 && luminance(color) < 0.1, 'paper is white, also in the dark');
    assert.ok(await page.getByText('not for publication').isVisible(), 'an operator\'s paper says whose it is');
    assert.ok(await page.locator('h1').isVisible());
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.length > 5000, 'and something is on it');
  }
}

// ---------------------------------------------------------------- all of it

const noClipboard = () => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
await withBrowser(async (browser) => {
  await withServer(site.directory, async (origin) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await openPage(browser, { permissions });
    const old = await openPage(browser, { init: noClipboard });
    const still = await openPage(browser, { javaScriptEnabled: false });
    for (const base of [site.url(), `${origin}/`]) {
      const index = base.startsWith('http') ? base : `${base}index.html`;
      await wander(page, index);
      await copy(page, base, () => clipboard(page));
      await copy(old, base, () => clipboard(page));
      await copyByKeyboard(page, base);
      await darkness(page, base);
      await withoutScripts(page, still, base);
    }
    await paper(page, site.url());
    for (const each of [page, old, still]) each.peaceful(site.url(), `${origin}/`);
    // A type URI leads to its page, at any static server.
    await page.goto(`${origin}/room-taken`);
    assert.equal(page.url(), `${origin}/room-taken/`);
    assert.equal(await page.locator('h1').textContent(), facts('room-taken').title);
  });
});
