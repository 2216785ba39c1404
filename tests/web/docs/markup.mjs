// node markup.mjs REGISTRY...: html-validate has nothing to say about any page.
import assert from 'node:assert/strict';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { everySite } from './site.mjs';

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'long-title': 'off', // titles are the registry's
    'valid-id': ['error', { relaxed: true }], // in a portal, an id has its registry before a slash
    'require-sri': ['error', { target: 'crossorigin' }],
  },
}));

let count = 0;
const findings = [];
for (const site of everySite(process.argv.slice(2))) {
  for (const page of site.pages()) {
    count++;
    const report = await validator.validateFile(path.join(site.directory, page));
    for (const { messages } of report.results)
      for (const { line, column, ruleId, message } of messages) findings.push(`${site.name} ${page}:${line}:${column}: ${message} [${ruleId}]`);
  }
}
assert.deepEqual(findings, []);
console.log(`${count} pages`);
