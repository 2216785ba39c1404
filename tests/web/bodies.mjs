// Which bodies fit the schemas of `problemc openapi`.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

// misfit(document): a function that says what of a value does not fit what a JSON pointer into the document leads to, or
// null.
export function misfit(document) {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: false });
  addFormats.default(ajv);
  ajv.addVocabulary(['openapi', 'info', 'components']);
  ajv.addSchema(document, 'document');
  const compiled = new Map();
  return (pointer, value) => {
    if (!compiled.has(pointer)) compiled.set(pointer, ajv.compile({ $ref: `document#${pointer}` }));
    const validate = compiled.get(pointer);
    return validate(value) ? null : ajv.errorsText(validate.errors);
  };
}
