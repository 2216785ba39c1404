// A registry with every field that takes a text of the registry's author.

// The fields, by the names that `text(field)` is asked for.
export const fields = [
  'registry title', 'intro', 'contact', 'license', 'title', 'detail', 'description', 'help', 'tag', 'since', 'member description',
  'example', 'absent', 'safe', 'enum value', 'value description', 'constant', 'header', 'link title', 'rule detail',
  'rule description', 'rule member description', 'reserved note', 'reserved since', 'deprecated since', 'allow', 'check because',
  'runbook', 'owner', 'notes', 'contains', 'message because',
];

// Those that are Markdown.
export const markdown = ['intro', 'description', 'help', 'notes'];

// Which texts a field does not take at all.
export function refuses(field, text) {
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(text)) return true;
  if (field === 'enum value') return !/^[ !#-[\]-~]{1,64}$/.test(text) || /^ | $/.test(text);
  if (field === 'header') return !/^[!-~]([ -~]*[!-~])?$/.test(text);
  if (field === 'example') return /[\t\n]/.test(text);
  if (field === 'title' && /\{\w+\}/.test(text)) return true;
  return ['registry title', 'title', 'tag', 'link title'].includes(field) && text.includes('\n');
}

// So that braces are no placeholders.
export const braced = (text) => text.replace(/[{}]/g, '$&$&');

// YAML as JSON writes it, in ASCII: what a text holds is spelled out, so that it comes to the reader of texts, not to that of bytes.
function yaml(value) {
  return JSON.stringify(value, null, 1).replace(/[^ -~\n]/gu, (character) => {
    const code = character.codePointAt(0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

export function registry(text, link = 'https://example.com/') {
  const filled = (field) => braced(text(field));
  const about = { description: text('description'), help: text('help') };
  const level = { level: 'off', because: text('check because') };
  const checks = ['leak-path', 'leak-hostname', 'leak-address', 'leak-sql', 'leak-system', 'leak-token', 'leak-trace', 'leak-version',
    'leak-environment', 'title-repeats-detail', 'missing-example', 'redundant-message'];
  return yaml({
    problemc: 1,
    registry: 'hostile',
    title: text('registry title'),
    base: 'https://hostile.example.com/errors/',
    fallback: 'broken',
    docs: { intro: text('intro'), contact: text('contact'), license: text('license') },
    checks: Object.fromEntries(checks.map((check) => [check, level])),
    members: { kind: { type: 'constant', value: text('constant'), description: text('member description') } },
    rules: {
      odd: {
        detail: `${filled('rule detail')} {limit}`,
        description: text('rule description'),
        members: { limit: { type: 'integer', example: 1, description: text('rule member description') } },
      },
    },
    reserved: [{ code: 'gone', since: text('reserved since'), note: text('reserved note'), 'replaced-by': 'full' }],
    classify: {
      others: {
        constants: { BROKEN: 1, FULL: 2 },
        map: { BROKEN: 'broken', FULL: 'broken' },
        messages: [{ code: 'FULL', contains: [text('contains')], problem: 'wrong', because: text('message because'), 'remove-by': '2999-01-01' }],
      },
    },
    problems: {
      full: {
        status: 409,
        title: text('title'),
        detail: `${filled('detail')} {note} {choice}`,
        members: {
          note: {
            type: 'text', max: 1000, safe: text('safe'), optional: true, absent: text('absent'), example: text('example'),
            description: text('member description'),
          },
          choice: { type: 'enum', values: { [text('enum value')]: text('value description'), other: text('value description') }, description: text('member description') },
        },
        headers: { 'X-Note': filled('header') },
        ...about,
        tags: [text('tag')],
        since: text('since'),
        links: [{ title: text('link title'), url: link }],
        operator: { runbook: text('runbook'), owner: text('owner'), notes: text('notes') },
        retry: 'same-request',
      },
      wrong: {
        status: 422, title: 'Wrong', ...about, tags: [text('tag')], violations: { member: 'errors', rules: ['odd'] },
        deprecated: { since: text('deprecated since'), 'replaced-by': 'full', sunset: '2999-01-01' },
      },
      broken: { status: 500, title: 'Broken', description: text('description'), allow: { 'missing-help': text('allow') } },
    },
  });
}
