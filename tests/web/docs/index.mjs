// node index.mjs REGISTRY: the index's search and filters, by hand and by keyboard, and how the address keeps them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPage, withBrowser } from './browser.mjs';
import { withServer } from './serve.mjs';
import { Site } from './site.mjs';

const site = new Site('site', 'public', process.argv.slice(2));
const { problems } = JSON.parse(readFileSync(path.join(site.directory, 'problems.json'), 'utf8')).registries[0];
const all = problems.map(({ code }) => code);
const codes = (fits) => problems.filter(fits).map(({ code }) => code);

const shown = (page) => page.locator('.problems > li:visible').evaluateAll((items) => items.map((item) => item.id));

// What is listed is what `fits`, and some but not all of it: a filter that does nothing fits nothing here.
async function lists(page, fits, count = codes(fits).length) {
  assert.ok(count > 0 && count < all.length, `${count} of ${all.length} is a choice`);
  assert.deepEqual(await shown(page), codes(fits));
  assert.equal(await page.locator('.count').textContent(), `${count} of ${all.length} problems`);
}

async function listsAll(page) {
  assert.deepEqual(await shown(page), all);
  assert.equal(await page.locator('.count').textContent(), `${all.length} problems`);
}

const has = (word) => (problem) => JSON.stringify([problem.code, problem.title, problem.description]).toLowerCase().includes(word);

async function search(page) {
  const field = page.locator('#search');
  await listsAll(page);
  await field.fill('closed');
  await lists(page, has('closed'));
  await field.fill('  CLOSED   Gets ');
  await lists(page, has('closed'));
  await field.fill('closed nowhere');
  assert.deepEqual(await shown(page), []);
  assert.equal(await page.locator('.registry:visible').count(), 0, 'nor what belongs to the list');
  assert.match(await page.locator('.count').textContent(), /^0 of /);
  await field.fill('');
  await listsAll(page);
}

async function filters(page) {
  const [tag] = problems.find(({ tags }) => tags.length > 1).tags.slice(-1);
  await page.selectOption('#status', '409');
  await lists(page, ({ status }) => status === 409);
  await page.selectOption('#tag', tag);
  await lists(page, ({ status, tags }) => status === 409 && tags.includes(tag));
  await page.selectOption('#status', '');
  await page.selectOption('#tag', 'rooms');
  await lists(page, ({ tags }) => tags.includes('rooms'));
  await page.selectOption('#tag', '');
  await page.selectOption('#retry', 'after-delay');
  await lists(page, ({ retry }) => retry === 'after-delay');
  await page.locator('#search').fill('nowhere');
  assert.deepEqual(await shown(page), []);
  await page.locator('.clear').click();
  await listsAll(page);
  assert.equal(await page.locator('.clear:visible').count(), 0, 'nothing is left to clear');
}

async function keyboard(page) {
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName);
  await page.locator('#search').evaluate((field) => field.blur());
  await page.keyboard.press('/');
  assert.equal(await focused(), 'search');
  await page.keyboard.type('room/');
  assert.equal(await page.inputValue('#search'), 'room/', 'a slash is a slash while one types');
  await page.keyboard.press('Backspace');
  await lists(page, has('room'));
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#search'), '');
  await listsAll(page);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'status');
  await page.keyboard.press('/');
  assert.equal(await focused(), 'status', 'a slash in a choice is the choice\'s');
  await page.reload();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'skip');
  const { y, x } = await page.locator('.skip').boundingBox();
  assert.ok(x >= 0 && y >= 0, 'the skip link is seen where it has the focus');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), '#main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main')), 'and leads past the bar');
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none', 'the focus is seen');
}

// Only where there is a server: browsers may refuse to change a file's address.
async function address(page, origin) {
  const here = () => page.evaluate(() => location.href);
  const query = async () => Object.fromEntries(new URL(await here()).searchParams);
  await page.goto(`${origin}/`);
  await page.locator('#search').fill('& room=');
  await page.selectOption('#status', '409');
  await page.selectOption('#tag', 'a & b');
  assert.deepEqual(await query(), { search: '& room=', status: '409', tag: 'a & b' });
  await page.locator('#search').fill('taken');
  const kept = await here();
  await page.goto('about:blank');
  await page.goto(kept);
  assert.equal(await page.inputValue('#search'), 'taken');
  assert.equal(await page.inputValue('#status'), '409');
  assert.equal(await page.inputValue('#tag'), 'a & b');
  assert.deepEqual(await shown(page), ['room-taken']);
  await page.locator('.problems a:visible').click();
  assert.equal(new URL(page.url()).pathname, '/room-taken/index.html');
  await page.goBack();
  assert.deepEqual(await shown(page), ['room-taken'], 'also when one comes back');
  await page.locator('.clear').click();
  assert.equal(await here(), `${origin}/`);
  await page.goto(`${origin}/?status=999&tag=none&retry=%3Cscript%3E&form=1&main=2&unknown=3`);
  await listsAll(page);
}

await withBrowser(async (browser) => {
  const page = await openPage(browser);
  await withServer(site.directory, async (origin) => {
    for (const index of [site.url('index.html'), `${origin}/`]) {
      await page.goto(index);
      await search(page);
      await filters(page);
      await keyboard(page);
    }
    await address(page, origin);
    page.peaceful(site.url(), `${origin}/`, 'about:blank');
  });
});
