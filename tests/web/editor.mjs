// node editor.mjs PROBLEMC PAYMENTS.yaml
//
// What an editor shows to those who write a registry: yaml-language-server is driven as an editor drives it, over standard
// input and output. The registries are what `problemc init` prints, in starter.yaml, and payments.yaml; registry.schema.json
// stands beside them.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [problemc, payments] = process.argv.slice(2);
const root = pathToFileURL(process.cwd()).href;
const schema = JSON.parse(readFileSync('registry.schema.json', 'utf8'));
const starter = readFileSync('starter.yaml', 'utf8');

// ------------------------------------------------------------------ the protocol

class Editor {
  settings = { yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true } };
  waiting = new Map(); // what is called with the answer to a request, or with a file's diagnostics
  requests = 0;
  bytes = Buffer.alloc(0);

  constructor() {
    // Whatever it opens a connection for, it ends.
    writeFileSync('offline.cjs', "require('net').Socket.prototype.connect = () => { console.error('it connects'); process.exit(3); };\n");
    this.server = spawn(process.execPath,
      ['--require', './offline.cjs', 'node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'],
      { stdio: ['pipe', 'pipe', 'inherit'] });
    this.server.stdout.on('data', (chunk) => this.read(chunk));
    this.ended = new Promise((resolve) => this.server.on('exit', resolve));
    this.ended.then((status) => { if (this.waiting.size) assert.fail(`the server ended, with status ${status}`); });
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.server.stdin.write(body);
  }

  request(method, params) {
    const id = ++this.requests;
    this.send({ id, method, params });
    return this.wait(id);
  }

  wait(key) {
    return new Promise((resolve) => this.waiting.set(key, resolve));
  }

  read(chunk) {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const head = this.bytes.indexOf('\r\n\r\n');
      if (head < 0) return;
      const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(this.bytes.subarray(0, head).toString())[1]);
      if (this.bytes.length < end) return;
      const message = JSON.parse(this.bytes.subarray(head + 4, end).toString());
      this.bytes = this.bytes.subarray(end);
      this.take(message);
    }
  }

  take({ id, method, params, result, error }) {
    assert.equal(error, undefined);
    if (method === 'workspace/configuration')
      this.send({ id, result: params.items.map(({ section }) => this.settings[section] ?? {}) });
    else if (method && id !== undefined) this.send({ id, result: null });
    else if (method === 'textDocument/publishDiagnostics') this.answer(params.uri, params.diagnostics);
    else if (!method) this.answer(id, result);
  }

  answer(key, value) {
    const resolve = this.waiting.get(key);
    this.waiting.delete(key);
    resolve?.(value);
  }

  async start() {
    await this.request('initialize', {
      processId: process.pid, rootUri: root, workspaceFolders: [{ uri: root, name: 'registries' }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        },
      },
    });
    this.send({ method: 'initialized', params: {} });
  }

  async stop() {
    await this.request('shutdown');
    this.send({ method: 'exit' });
    assert.equal(await this.ended, 0);
  }

  files = 0;

  // Opens a file of this text.
  async open(text) {
    const uri = `${root}/${++this.files}.yaml`;
    const diagnostics = this.wait(uri);
    this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    return { uri, diagnostics: await diagnostics };
  }
}

const editor = new Editor();

// Where a text begins.
function position(text, mark) {
  assert.ok(text.includes(mark), mark);
  const lines = text.slice(0, text.indexOf(mark)).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function replaced(text, from, to) {
  assert.ok(text.includes(from), from);
  return text.replace(from, () => to);
}

// ------------------------------------------------------------------ mistakes

// All that is flagged is these words of the text, as problemc finds an error in the same line.
async function flags(text, mark, words, says) {
  const { diagnostics } = await editor.open(text);
  const start = position(text, mark);
  start.character += mark.indexOf(words);
  assert.equal(diagnostics.length, 1, JSON.stringify(diagnostics));
  assert.deepEqual(diagnostics[0].range, { start, end: { line: start.line, character: start.character + words.length } }, mark);
  assert.equal(diagnostics[0].severity, 1);
  assert.match(diagnostics[0].message, says);
  writeFileSync('mistaken.yaml', text);
  const { status, stderr } = spawnSync(problemc, ['check', 'mistaken.yaml'], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.ok(stderr.includes(`mistaken.yaml:${start.line + 1}:${start.character + 1}: error: `), stderr);
}

await editor.start();
for (const line of ['# yaml-language-server: $schema=registry.schema.json', '# $schema: registry.schema.json'])
  for (const text of [starter, readFileSync(payments, 'utf8')]) assert.ok(text.split('\n').slice(0, 2).includes(line), line);
assert.deepEqual((await editor.open(starter)).diagnostics, []);
assert.deepEqual((await editor.open(readFileSync(payments, 'utf8'))).diagnostics, []);

const with_line = (line) => replaced(starter, '    help: List', `    ${line}\n    help: List`);
await flags(replaced(starter, 'status: 404', 'status: 200'), 'status: 200', '200', /minimum of 400/);
await flags(with_line('retrie: never'), 'retrie', 'retrie', /retrie is not allowed/);
await flags(with_line('retry: maybe'), 'maybe', 'maybe', /"never", "same-request", "after-delay", "after-fix"/);
await flags(replaced(starter, 'id: 2 ', 'id: two '), 'two', 'two', /"integer"/);
await flags(replaced(starter, 'max: 40', 'max: forty'), 'forty', 'forty', /"integer"/);
await flags(replaced(starter, 'max: 40', 'scale: 2'), 'scale', 'scale', /scale is not allowed/);
await flags(replaced(starter, 'fallback:', 'fallbak: x\nfallback:'), 'fallbak', 'fallbak', /fallbak is not allowed/);

// ------------------------------------------------------------------ what is offered

// What is offered at the @, by its label.
async function offers(text) {
  const at = position(text, '@');
  const { uri } = await editor.open(text.replace('@', ''));
  const { items } = await editor.request('textDocument/completion', { textDocument: { uri }, position: at });
  return new Map(items.map((item) => [item.label, item]));
}

const { problem, member } = schema.definitions;
const documented = (offered, properties) => {
  for (const [label, { documentation }] of offered)
    if (label !== 'Problem') assert.equal(documentation, properties[label]?.description, label);
};

// A key that was begun, and any key: none but those that the problem doesn't have yet.
const begun = await offers(with_line('ret@'));
assert.equal(begun.get('retry').insertText, 'retry: ');
documented(begun, problem.properties);
const given = ['id', 'status', 'title', 'detail', 'members', 'description', 'help'];
assert.deepEqual([...(await offers(with_line('@'))).keys()].sort(), Object.keys(problem.properties).filter((key) => !given.includes(key)).sort());
// In a new problem, all, and what it has to have as one.
const fresh = await offers(replaced(starter, 'problems:\n', 'problems:\n  gone:\n    @\n\n'));
assert.deepEqual([...fresh.keys()].sort(), [...Object.keys(problem.properties), 'Problem'].sort());
documented(fresh, problem.properties);
assert.equal(fresh.get('status').insertText, 'status: ${1:404}');
// At the top.
const top = await offers(replaced(starter, 'problems:\n', '@\nproblems:\n'));
documented(top, schema.properties);
for (const key of ['types', 'include', 'classify', 'docs']) assert.ok(top.has(key), key);
// Words, with what each means.
async function offers_words(text, { enum: words, enumDescriptions: meanings }) {
  const offered = await offers(text);
  assert.deepEqual([...offered].map(([label, { documentation }]) => [label, documentation]), words.map((word, i) => [word, meanings[i]]));
}
assert.equal(problem.properties.retry.enum.length, 4);
await offers_words(with_line('retry: @'), problem.properties.retry);
await offers_words(replaced(starter, 'type: duration,', 'type: @,'), member.properties.type.anyOf[0]);
await offers_words(replaced(starter, 'max: 64, audience: log}', 'max: 64, audience: @}'), member.properties.audience);

// ------------------------------------------------------------------ what is explained

// The text that appears over `mark`, without the escapes of Markdown.
async function hover(text, mark) {
  const { uri } = await editor.open(text);
  const answer = await editor.request('textDocument/hover', { textDocument: { uri }, position: position(text, mark) });
  return answer?.contents.value.replace(/\\(.)/g, '$1') ?? assert.fail(`nothing over ${mark}`);
}

async function explains(text, mark, title, ...said) {
  const shown = await hover(text, mark);
  assert.ok(shown.startsWith(`#### ${title}\n`), shown);
  for (const one of said) assert.ok(one && shown.includes(one), `${mark}: ${shown}`);
  assert.match(shown, /Source: \[registry.schema.json\]/);
}

const of_problem = (key) => problem.properties[key].description;
await explains(starter, 'status: 404', 'Problem', of_problem('status'));
await explains(with_line('conceal: internal-error'), 'conceal', 'Problem', of_problem('conceal'));
await explains(starter, 'detail: There', 'Problem', of_problem('detail'));
await explains(starter, 'after-delay    ', 'Problem', of_problem('retry'), ...problem.properties.retry.enumDescriptions);
await explains(starter, 'widget-not-found:', 'Problem', problem.description);
await explains(starter, 'Retry-After: "', 'Problem', problem.properties.headers.additionalProperties.description);
await explains(starter, 'widget: {', 'Member', member.description);
await explains(starter, 'max: 40', 'Member', 'The most bytes of a string');
await explains(starter, 'audience: log}', 'Member', ...member.properties.audience.enumDescriptions);
await explains(starter, 'fallback:', 'An error registry of problemc', schema.properties.fallback.description);

await editor.stop();
console.log(`${editor.files} files opened`);
