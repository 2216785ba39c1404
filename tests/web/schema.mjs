// Validates YAML files against a JSON Schema: all of them must fit, or none may. Prints what does not fit, and where.
//
//     node schema.mjs fits|refused SCHEMA FILE...
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const [wanted, schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

let wrong = 0;
for (const file of files) {
  const fits = validate(parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
  for (const error of fits ? [] : validate.errors)
    console.log(`${file}: ${error.instancePath} ${JSON.stringify(error.params)} ${error.message}`);
  if (fits !== (wanted === 'fits')) {
    console.error(`${file} ${fits ? 'fits' : 'is refused'}`);
    wrong++;
  }
}
process.exit(files.length === 0 || wrong ? 1 : 0);
