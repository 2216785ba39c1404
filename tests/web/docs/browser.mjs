// One Chromium for a test, and pages of it that are watched: whom they ask, what they complain about, whether they talk to the reader.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

// The work gets the browser; what it throws is thrown after the browser has gone.
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: quiet, headless: true });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

// A page in a context of its own. `page.seen` has what happened in it so far, and `page.peaceful(origin)` asserts that it asked for
// nothing elsewhere and that nothing was refused, failed or popped up.
export async function openPage(browser, options = {}) {
  const { permissions, init, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
  if (permissions) await context.grantPermissions(permissions);
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const seen = { requests: [], complaints: [], dialogs: [] };
  context.on('request', (request) => seen.requests.push(request.url()));
  context.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    if (errorText !== 'net::ERR_ABORTED') seen.complaints.push(`${errorText}: ${request.url()}`); // aborted: the test went on to another page
  });
  context.on('page', (opened) => seen.complaints.push(`opened: ${opened.url()}`));
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) seen.complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.complaints.push(`thrown: ${error}`));
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.seen = seen;
  page.peaceful = (...origins) => {
    assert.ok(seen.requests.length > 0, 'requests are recorded');
    const elsewhere = seen.requests.filter((url) => !origins.some((origin) => url.startsWith(origin)));
    assert.deepEqual(elsewhere, [], 'the page asks nobody else');
    assert.deepEqual(seen.complaints, [], 'the browser does not complain');
    assert.deepEqual(seen.dialogs, [], 'no dialog');
  };
  return page;
}

// Runs in a page: what reaches beyond the window, or beyond a box that then scrolls.
export function tooWide() {
  const root = document.documentElement;
  const boxes = Array.from(document.querySelectorAll('body :not(.skip, .unseen, input, select, option)')).filter((box) => box.clientWidth);
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().right > innerWidth + 1);
  return [...(root.scrollWidth > root.clientWidth ? ['the page'] : []), ...wide.map((box) => box.outerHTML.slice(0, 120))];
}
