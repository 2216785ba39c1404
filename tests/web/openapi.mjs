// node openapi.mjs PROBLEMC REGISTRY.yaml NAME
//
// Writes NAME.yaml and NAME.json (what `problemc openapi` makes of the registry) and NAME-api.json (a small API
// description that refers to all of its responses), and holds bodies against schemas: what the renderer gives fits, and
// what a client must not take for it doesn't.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { misfit } from './bodies.mjs';

const [problemc, registry, name] = process.argv.slice(2);

function run(...args) {
  return spawnSync(problemc, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

for (const suffix of ['yaml', 'json']) {
  const done = run('openapi', registry, '-o', `${name}.${suffix}`);
  assert.equal(done.status, 0, done.stderr);
}
const text = readFileSync(`${name}.json`, 'utf8');
const document = JSON.parse(text);
const yaml = readFileSync(`${name}.yaml`, 'utf8');
assert.equal(run('openapi', registry).stdout, text, 'standard output has the JSON form');
assert.deepEqual(parse(yaml, { version: '1.2' }), document, 'YAML 1.2 says the same');
assert.deepEqual(parse(yaml, { version: '1.1' }), document, 'YAML 1.1 says the same');

// ------------------------------------------------------------------ bodies

const { schemas, responses, examples } = document.components;
const says = misfit(document);
const fits = (schema, body) => says(`/components/schemas/${schema}`, body);

function takes(schema, body) {
  assert.equal(fits(schema, body), null, `${schema} takes ${JSON.stringify(body)}`);
}

function refuses(schema, body) {
  assert.notEqual(fits(schema, body), null, `${schema} refuses ${JSON.stringify(body)}`);
}

const model = JSON.parse(run('view', registry).stdout);
const published = model.problems.filter((problem) => problem.concealed_as === null);
const unions = ['Problem', 'KnownProblem', 'AnyProblem'];
const names = Object.keys(schemas).filter((schema) => !unions.includes(schema));
assert.equal(names.length, published.length, 'a schema for each problem that is not concealed');

let rendered = 0;
names.forEach((schema, i) => {
  const problem = published[i];
  const { properties, required } = schemas[schema];
  const body = examples[schema].value;
  for (const union of [schema, ...unions]) takes(union, body);
  assert.equal(properties.status.const, problem.status);
  assert.equal(properties.title.const, problem.title);

  // The renderer says the same, byte for byte in the JSON form, where the registry has all the examples it asks for.
  const done = problem.violations ? { status: 2 } : run('render', registry, problem.code);
  if (done.status === 0) {
    rendered++;
    const sent = done.stdout.slice(done.stdout.indexOf('\r\n\r\n') + 4).trim();
    assert.deepEqual(JSON.parse(sent), body);
    const printed = text.slice(text.lastIndexOf(`      "${schema}": {\n        "summary"`)).replace(/\n */g, '');
    assert.ok(printed.replaceAll('": ', '":').includes(sent.replaceAll('": ', '":')), `${schema}: ${sent}`);
  }

  // What can be missing may be missing, what must be there may not, and there may be more.
  const least = Object.fromEntries(required.map((member) => [member, body[member]]));
  takes(schema, least);
  takes(schema, { ...body, more_than_was_known: [1] });
  for (const member of required) refuses(schema, { ...least, [member]: undefined, status: member === 'status' ? undefined : body.status });
  for (const [member, value] of Object.entries(body)) refuses(schema, { ...body, [member]: { not: value } });
  refuses(schema, { ...body, status: 200 });
});
assert.ok(rendered > 0);

// A type that is newer than the client.
const unknown = { type: 'https://api.example.com/errors/of-tomorrow', title: 'New', status: 418, size: 7 };
takes('AnyProblem', unknown);
takes('Problem', unknown);
refuses('KnownProblem', unknown);
refuses('AnyProblem', { ...unknown, status: 'high' });
refuses('AnyProblem', 'text');

// ------------------------------------------------------------------ an API that refers to the responses

const byStatus = {};
for (const [response, { content }] of Object.entries(responses)) {
  const first = content['application/problem+json'].schema.anyOf?.[0].$ref.split('/').pop();
  const key = first ? schemas[first].properties.status.const : 'default';
  byStatus[key] = { $ref: `./${name}.yaml#/components/responses/${response}` };
}
writeFileSync(`${name}-api.json`, JSON.stringify({
  openapi: '3.1.0',
  info: {
    title: 'An API', version: '1', description: 'It refers to its errors.',
    contact: { name: 'Support', email: 'support@example.com' },
    license: { name: 'MIT', url: 'https://example.com/license' },
  },
  servers: [{ url: 'https://api.invalid' }],
  tags: [{ name: 'things', description: 'Things.' }],
  security: [],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings', summary: 'List things', description: 'All of them.', tags: ['things'],
        responses: { 200: { description: 'Things.' }, ...byStatus },
      },
    },
  },
}, null, 2));
console.log(`${name}: ${names.length} schemas, ${rendered} bodies as rendered`);
