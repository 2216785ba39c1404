// node clients.mjs ADDRESS DATABASE SITE
//
// Clients of others read what the payments service really sends: axios, openapi-fetch, http-problem-details-parser on
// fetch, and client.ts. Each body is held against the schemas of payments.json, and its type leads to a page in SITE, with
// a schema beside it.
// sqlite3 takes the DATABASE from under the service, for a while and then for good.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import axios from 'axios';
import parser from 'http-problem-details-parser';
import createClient from 'openapi-fetch';
import { misfit } from './bodies.mjs';
import { balance, connect, list, pay } from './client.js';

const [address, database, site] = process.argv.slice(2);
const base = 'https://api.example.com/errors/';

// ------------------------------------------------------------------ what is asked

const ada = { Authorization: 'Bearer key-of-ada' };
const bob = { Authorization: 'Bearer key-of-bob' };
const trial = { Authorization: 'Bearer trial-key-of-bob' };
const uuid = (n) => `7f3d2a1c-9e4b-4f8d-b1c2-${String(n).padStart(12, '0')}`;
const order = (from, to, amount, currency = 'EUR') => ({ from, to, amount, currency });

const get = (path, headers = {}, method = 'GET') => ({ method, path, headers });
const post = (body, headers, type = 'application/json') =>
  ({ method: 'POST', path: '/payments', headers: { 'Content-Type': type, ...headers }, body });
const order_of = (key, n, ...rest) => post(JSON.stringify(order(...rest)), { ...key, 'Idempotency-Key': uuid(n) });

// Each request, and the code of the problem that answers it.
const asked = [
  ['authentication-required', get('/accounts/ada-1')],
  ['not-found', get('/accounts/ada-9', ada)],
  ['not-found', get('/accounts/ada-1', bob)], // access-denied, concealed
  ['method-not-allowed', get('/accounts/ada-1', {}, 'DELETE')],
  ['insufficient-funds', order_of(ada, 2, 'ada-1', 'bob-1', '50')],
  ['account-suspended', order_of(ada, 3, 'ada-2', 'bob-1', '50')],
  ['currency-mismatch', order_of(bob, 4, 'bob-2', 'ada-1', '50')],
  ['unknown-payee', order_of(ada, 5, 'ada-1', 'ada-9', '5')],
  ['duplicate-payment', order_of(ada, 1, 'ada-1', 'bob-1', '5')],
  ['validation-failed', post('{"amount":"0.99","currency":"euro","execute_on":"tomorrow"}', ada)],
  ['validation-failed', get('/accounts/ada-1/payments?limit=101', ada)],
  ['malformed-request', post('{"from":', ada)],
  ['unsupported-media-type', post('<a/>', ada, 'text/xml')],
  ['payload-too-large', post('x'.repeat(65537), ada)],
  ['rate-limited', get('/accounts/bob-1', trial)],
];
// The library under the service answers this one itself, before the service hears of it.
const never_asked = ['head-too-large'];

// ------------------------------------------------------------------ who asks

const clients = {
  async axios({ method, path, headers, body }) {
    try {
      await axios.request({ method, url: address + path, headers, data: body, proxy: false, transformRequest: (data) => data });
    } catch (error) {
      assert.ok(axios.isAxiosError(error) && error.response, error);
      const { status, headers, data } = error.response;
      return { status, header: (name) => headers[name.toLowerCase()], body: data };
    }
  },

  async 'openapi-fetch'({ method, path, headers, body }) {
    const client = createClient({ baseUrl: address });
    const { error, response } = await client.request(method, path, { headers, body, bodySerializer: (text) => text });
    return response.ok ? undefined : { status: response.status, header: (name) => response.headers.get(name) ?? undefined, body: error };
  },

  async 'http-problem-details-parser'({ method, path, headers, body }) {
    const response = await fetch(address + path, { method, headers, body });
    const text = await response.text();
    if (response.ok) return undefined;
    // It knows no members but RFC 9457's, and takes others only through a mapper for their type.
    const plain = parser.fromJSON(text);
    const mappers = [...by_type.keys()].map((type) => ({ type, map: ({ type, title, status, detail, instance, ...others }) => others }));
    const { type, title, status, detail, instance } = JSON.parse(text);
    assert.deepEqual({ ...plain }, { type, title, status, detail, instance });
    return {
      status: response.status, header: (name) => response.headers.get(name) ?? undefined,
      body: { ...parser.fromJSON(text, mappers) },
    };
  },
};

// ------------------------------------------------------------------ what the description says of an answer

const { schemas, responses, headers: shared } = JSON.parse(readFileSync('payments.json', 'utf8')).components;
const says = misfit(JSON.parse(readFileSync('payments.json', 'utf8')));
const by_type = new Map(Object.entries(schemas).flatMap(([name, { properties }]) =>
  properties?.type.const ? [[properties.type.const, name]] : []));

const published = new Map([...by_type.keys()].map((type) => {
  const code = type.slice(base.length);
  return [code, misfit(JSON.parse(readFileSync(`${site}/${code}/schema.json`, 'utf8')))];
}));

const unescaped = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const target = (reference) => reference.$ref?.split('/').pop();

function check_body(code, { status, body }) {
  assert.equal(body.type, base + code);
  assert.equal(body.status, status);
  assert.match(body.instance, /^urn:uuid:[0-9a-f-]{36}$/);
  assert.ok(existsSync(`${site}/${body.type.slice(base.length)}/index.html`), `${body.type} leads nowhere`);
  const own = by_type.get(body.type);
  for (const name of Object.keys(schemas)) {
    const wrong = says(`/components/schemas/${name}`, body);
    if ([own, 'Problem', 'KnownProblem', 'AnyProblem'].includes(name)) assert.equal(wrong, null, `${name} refuses ${code}: ${wrong}`);
    else assert.notEqual(wrong, null, `${name} takes ${code}`);
  }
  for (const [other, says] of published) assert.equal(says('', body) === null, other === code, `${other}'s schema and ${code}`);
  return own;
}

// A header is text; its schema speaks of what the text stands for.
function value_of(schema, text) {
  if (schema.type === 'integer') return Number(text);
  return schema.type === 'array' ? text.split(', ').map((item) => value_of(schema.items, item)) : text;
}

function check_headers(own, { status, header }) {
  const [name, response] = Object.entries(responses).find(([name, { content }]) =>
    name !== 'AnyProblem' && content['application/problem+json'].schema.anyOf.some((schema) => target(schema) === own));
  assert.equal(schemas[own].properties.status.const, status);
  for (const [field, declared] of Object.entries(response.headers)) {
    const { required, schema } = declared.$ref ? shared[target(declared)] : declared;
    const place = declared.$ref ? `/components/headers/${target(declared)}` : `/components/responses/${name}/headers/${unescaped(field)}`;
    assert.ok(!required || header(field) !== undefined, `${own} has no ${field}`);
    if (header(field) !== undefined) assert.equal(says(`${place}/schema`, value_of(schema, header(field))), null, `${own}'s ${field}`);
  }
  assert.match(header('Content-Type'), /^application\/problem\+json$/);
}

// ------------------------------------------------------------------ asking

const seen = new Map();

// All clients ask the same, and read the same but for the occurrence.
async function ask(code, request) {
  const bodies = [];
  for (const [name, client] of Object.entries(clients)) {
    let answer = await client(request);
    // Only so many requests are allowed in a minute, and a minute may end between them.
    for (let i = 0; code === 'rate-limited' && answer === undefined && i < 20; i++) answer = await client(request);
    assert.ok(answer, `${name} got no error, but ${code} was due`);
    check_headers(check_body(code, answer), answer);
    const { instance, sent, ...same } = answer.body;
    if (sent !== undefined) same.detail = same.detail.replace(`sent ${sent} `, 'sent N ');
    bodies.push(same);
    assert.deepEqual(same, bodies[0], name);
    seen.set(code, [...(seen.get(code) ?? []), answer]);
  }
}

const all = (code) => seen.get(code) ?? assert.fail(`no ${code}`);
const each = (code, look) => all(code).forEach(({ body, header }) => look(body, header));

assert.equal(await pay(connect(address, 'key-of-ada'), uuid(1), order('ada-1', 'bob-1', '12.5')), '12.50');
for (const [code, request] of asked) await ask(code, request);

each('authentication-required', (body, header) => assert.equal(header('WWW-Authenticate'), 'Bearer realm="payments"'));
each('method-not-allowed', (body, header) => assert.equal(header('Allow'), 'GET, HEAD'));
each('insufficient-funds', ({ balance, cost }) => assert.deepEqual([balance, cost], [17.5, 50]));
each('account-suspended', ({ reason, since }) => assert.deepEqual([reason, since], ['fraud-review', '2026-11-02']));
each('currency-mismatch', ({ currency }) => assert.equal(currency, 'CHF'));
each('payload-too-large', ({ limit }) => assert.equal(limit, 65536));
each('rate-limited', ({ sent, limit }, header) => {
  assert.ok(sent > limit && limit === 3);
  assert.ok(Number(header('Retry-After')) >= 1 && Number(header('Retry-After')) <= 60);
});
const [{ body: { errors } }] = all('validation-failed');
assert.deepEqual(errors.map(({ pointer, header, rule }) => [pointer ?? header, rule]), [
  ['Idempotency-Key', 'required'], ['#/from', 'required'], ['#/to', 'required'], ['#/amount', 'minimum'], ['#/currency', 'format'],
  ['#/execute_on', 'format'],
]);
assert.deepEqual(all('validation-failed').at(-1).body.errors, [{ parameter: 'limit', detail: 'Must be at most 100.', rule: 'maximum' }]);

// HEAD has no body for anybody to read, and the headers all the same.
for (const [name, client] of Object.entries(clients)) {
  if (name === 'http-problem-details-parser') continue;
  const { status, header, body } = await client(get('/accounts/ada-9', ada, 'HEAD'));
  assert.equal(status, 404);
  assert.ok(!body, name);
  assert.equal(header('Content-Type'), 'application/problem+json');
}

// ------------------------------------------------------------------ the client that the types make

const typed = connect(address, 'key-of-ada');
assert.equal(await balance(typed, 'ada-1'), '17.50');
assert.equal(await list(typed, 'ada-1', 5), 1);
assert.equal(await pay(typed, uuid(6), order('ada-1', 'bob-1', '50')), 32.5);
assert.equal(await pay(typed, uuid(6), order('ada-2', 'bob-1', '50')), 'A payment is being looked at, since 2026-11-02');
assert.equal(await pay(connect(address, 'key-of-bob'), uuid(6), order('bob-2', 'ada-1', '50')), 'CHF');
assert.equal(await pay(typed, uuid(1), order('ada-1', 'bob-1', '5')), '409: Duplicate payment');
assert.equal(await pay(typed, 'six', order('ada-1', 'bob-1', '5000000')), 'Idempotency-Key format, #/amount maximum');
assert.equal(await list(typed, 'ada-1', 0), 'limit minimum');
assert.equal(await balance(connect(address, 'key-of-nobody'), 'ada-1'), '401: Authentication required');
let wait;
for (let i = 0; i < 20 && typeof wait !== 'number'; i++) wait = await balance(connect(address, 'trial-key-of-bob'), 'bob-1');
assert.ok(wait >= 1 && wait <= 60);
// What a service sends that is newer than its clients.
const tomorrow = JSON.stringify({ type: `${base}of-tomorrow`, title: 'New', status: 418 });
assert.equal(await balance(connect(address, '', async () => new Response(tomorrow, { status: 418 })), 'ada-1'), '418: New');

// ------------------------------------------------------------------ the database fails

const other = spawn('sqlite3', [database], { stdio: ['pipe', 'pipe', 'inherit'] });
const held = new Promise((resolve) => other.stdout.once('data', resolve));
const gone = new Promise((resolve) => other.once('exit', resolve));
other.stdin.write("BEGIN EXCLUSIVE; SELECT 'held';\n");
await held;
await ask('service-unavailable', get('/accounts/ada-1', ada));
each('service-unavailable', (body, header) => assert.equal(header('Retry-After'), '5'));
other.stdin.end();
await gone;

assert.equal(spawnSync('sqlite3', [database, 'DROP TABLE payment']).status, 0);
await ask('internal-error', get('/accounts/ada-1/payments', ada));
assert.equal(await list(typed, 'ada-1', 5), '500: Internal server error');

// ------------------------------------------------------------------ the whole registry

assert.deepEqual([...seen.keys(), ...never_asked].sort(), [...by_type.keys()].map((type) => type.slice(base.length)).sort());
console.log(`${seen.size} problems, ${[...seen.values()].flat().length} answers read by ${Object.keys(clients).join(', ')}`);
