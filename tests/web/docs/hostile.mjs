// node hostile.mjs: texts that want to be more than texts, in every field that takes one. Each is published once as it is and once as a
// harmless word: the pages' trees are the same, what is read is the text, and nothing runs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { openPage, tooWide, withBrowser } from './browser.mjs';
import { braced, fields, markdown, refuses, registry } from './hostile_registry.mjs';
import { addresses, payloads } from './hostile_texts.mjs';
import { problemc, Site } from './site.mjs';

const word = 'harmless';
const here = pathToFileURL(`${process.cwd()}/`).href;

// ---------------------------------------------------------------- trees

// Runs in a page: the tree of another's source. What is in attributes that hold texts is told apart from the tree itself, as texts are.
function tree(source) {
  const holders = { meta: ['content'], option: ['value'], li: ['data-tags'] };
  const lines = [], words = [], faults = [];
  const walk = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.data.trim()) return;
      lines.push(`${depth} text`);
      words.push({ text: node.data, json: Boolean(node.parentNode.closest('pre.message')) });
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return faults.push(`a ${node.nodeName}`);
    const attributes = Array.from(node.attributes, ({ name, value }) => {
      if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) faults.push(`${node.localName} ${name}`);
      if (!holders[node.localName]?.includes(name)) return `${name}=${value}`;
      words.push({ text: value });
      return name;
    });
    for (const url of [node.href, node.src].filter(Boolean))
      if (!/^(file|https|mailto):|^data:,$/.test(url)) faults.push(`${node.localName} leads to ${url}`);
    if (node.localName === 'script' && !/^(\.\.\/)?site\.js$/.test(node.getAttribute('src'))) faults.push(`a script: ${node.outerHTML}`);
    lines.push(`${depth} ${node.localName} ${attributes.sort().join(' ')}`);
    node.childNodes.forEach((child) => walk(child, depth + 1));
  };
  if (/[\u202a-\u202e\u2066-\u2069]/.test(source)) faults.push('an order that is not that of the bytes');
  walk(new DOMParser().parseFromString(source, 'text/html').documentElement, 0);
  return { lines, words, faults };
}

async function treesOf(page, site) {
  const trees = new Map();
  for (const name of site.pages()) {
    const { faults, ...rest } = await page.evaluate(tree, readFileSync(path.join(site.directory, name), 'utf8'));
    assert.deepEqual(faults, [], `${site.directory}/${name}`);
    trees.set(name, rest);
  }
  return trees;
}

// ---------------------------------------------------------------- what is read

// Characters that reorder others are shown as unfit.
const shown = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

const quoted = (text) => text.replace(/[^\w]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);

// Where the twin says the word the page says the text: with its braces doubled where a member could stand, or still the word where the
// field refuses the text. Markdown has a word of its own, for it may rightly show a text without its marks; and in JSON, texts are
// escaped once more. Gives how many texts that were.
function sameTexts(about, text, plainly, words) {
  const said = [text, braced(text), word].map((each) => quoted(shown(each))).join('|');
  let same = 0;
  plainly.forEach((plain, i) => {
    if (plain.json || !plain.text.includes(word)) return;
    assert.match(words[i].text, new RegExp(`^${plain.text.split(word).map(quoted).join(`(?:${said})`)}$`, 'u'), about);
    same += words[i].text !== plain.text;
  });
  return same;
}

// ---------------------------------------------------------------- other forms

// A code span is never markup; elsewhere in Markdown a < that is not escaped is, but for one before a link's address.
function markup(text) {
  const outside = text.replace(/(?<!\\)(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g, '');
  return outside.match(/(?<!\\)(?<!\]\()<(?!https:|mailto:).*|(?<!\\)\]\((?!<?(https:|mailto:|\.\.\/|[a-z]+\/index\.md|schema\.json)).*/gi) ?? [];
}

function otherForms(site, text) {
  const read = (name) => readFileSync(path.join(site.directory, name), 'utf8');
  for (const name of [...site.files('.md'), 'llms.txt']) {
    const prose = read(name).replace(/^---\n[^]*?\n---\n/, '').replace(/^```[^]*?^```$/gm, ''); // without what is for machines
    assert.deepEqual(markup(prose), [], `${site.directory}/${name}`);
    assert.doesNotMatch(prose, /[\u202a-\u202e\u2066-\u2069]/, `${site.directory}/${name}`);
  }
  const [full] = JSON.parse(read('problems.json')).registries[0].problems;
  if (!refuses('title', text)) {
    assert.equal(parse(read('full/index.md').split('\n---\n')[0]).title, text, 'also in the Markdown\'s front matter');
    assert.equal(full.title, text, 'also in JSON');
    assert.equal(JSON.parse(read('full/index.json')).example.body.title, text, 'also in the body');
  }
  assert.equal(full.description, text);
}

// ---------------------------------------------------------------- nothing runs

async function run(page, site) {
  for (const name of site.pages()) {
    await page.goto(site.url(name));
    assert.equal(await page.evaluate(() => window.pwned), undefined, `${site.directory}/${name} runs nothing`);
    assert.deepEqual(await page.evaluate(tooWide), [], `${site.directory}/${name} on a phone`);
    assert.equal(page.url(), site.url(name), 'nothing leads away');
  }
}

// ---------------------------------------------------------------- texts in all fields

// A text that a field does not take leaves nothing published.
function refused(about, ...filled) {
  writeFileSync('refused.yaml', registry(...filled));
  const done = problemc('docs', 'refused.yaml', '-o', 'refused');
  assert.equal(done.status, 1, `is refused: ${about}`);
  assert.match(done.stderr, /^refused\.yaml:\d+:\d+: error: .*\[[a-z-]+\]$/m);
  assert.ok(!existsSync('refused'), 'and nothing is published');
}

const plainly = new Map();
async function twin(page, audience, harmless, prose) {
  const key = `${audience} ${prose}`;
  if (!plainly.has(key)) {
    writeFileSync('twin.yaml', registry(harmless));
    plainly.set(key, await treesOf(page, new Site(`twins/${plainly.size}`, audience, ['twin.yaml'])));
  }
  return plainly.get(key);
}

async function hold(page, { text, prose = 'prose' }, number) {
  const harmless = (field) => (markdown.includes(field) ? prose : word);
  const takers = fields.filter((field) => !refuses(field, text));
  for (const field of fields.filter((each) => !takers.includes(each)))
    refused(`${JSON.stringify(text)} as ${field}`, (name) => (name === field ? text : harmless(name)));
  if (takers.length === 0) return 0;
  writeFileSync('hostile.yaml', registry((field) => (takers.includes(field) ? text : harmless(field))));
  let same = 0;
  for (const audience of ['public', 'operator']) {
    const site = new Site(`${audience}/${number}`, audience, ['hostile.yaml']);
    const twins = await twin(page, audience, harmless, prose);
    for (const [name, { lines, words }] of await treesOf(page, site)) {
      const about = `${site.directory}/${name}, ${JSON.stringify(text)}`;
      assert.deepEqual(lines, twins.get(name).lines, about);
      same += sameTexts(about, text, twins.get(name).words, words);
    }
    otherForms(site, text);
    if (audience === 'operator') await run(page, site); // it has all that the public one has
  }
  assert.ok(same > 40, `${same} texts are what they are: ${JSON.stringify(text)}`);
  return same;
}

// ---------------------------------------------------------------- all of it

await withBrowser(async (browser) => {
  const page = await openPage(browser, { viewport: { width: 320, height: 600 } });
  writeFileSync('empty.html', '<!DOCTYPE html><title>Trees</title><link rel="icon" href="data:,">');
  let same = 0;
  for (const [number, payload] of payloads.entries()) {
    await page.goto(`${here}empty.html`);
    same += await hold(page, payload, number);
  }
  for (const address of addresses) refused(address, () => word, address);
  page.peaceful(here);
  console.log(`${payloads.length} texts, ${fields.length} fields, ${same} places`);
});
