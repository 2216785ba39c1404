// Texts that pages must not take for more than that. `prose` is what Markdown makes of them has the shape of, where that is not one word.

const ran = 'pwned=1';

const markup = [
  `<script>${ran}; alert(1)</script>`,
  `"><img src=x onerror=${ran}>`,
  `'><svg onload=${ran}>`,
  `" onfocus="${ran}" autofocus tabindex="1`,
  `</title></style></textarea><script>${ran}</script>`,
  `</code></pre></td></table></main></body><script>${ran}</script>`,
  `--><script>${ran}</script><!--`,
  '<!-- ',
  '<![CDATA[<b>x</b>]]>',
  `<?x ${ran}?>`,
  '<style>*{display:none}</style>',
  '<base href="https://evil.example.com/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example.com/">',
  '<iframe src="https://evil.example.com/"></iframe>',
  `<a href="javascript:${ran}" onclick="${ran}">x</a>`,
  '<form action="https://evil.example.com/"><button>x</button></form>',
  `&lt;script&gt;${ran}&lt;/script&gt;`,
  `&#60;script&#62;${ran}&#60;/script&#62;`,
  `\\<script>${ran}</script>`,
  '| x | <b>y</b> |',
  '{{title}} {{{title}}} {{#problems}}{{code}}{{/problems}}',
  '%s%n \\u003cscript\\u003e \\x3c',
];

const links = [
  `javascript:${ran}`,
  `<javascript:${ran}>`,
  `[x](javascript:${ran})`,
  `[x](JaVaScRiPt:${ran} "x")`,
  `[x](javascript&colon;${ran})`,
  `[x](&#106;avascript:${ran})`,
  `[x](java%73cript&#58;${ran})`,
  `[x](<java\\script:${ran}>)`,
  `[x](data:text/html,<script>${ran}</script>)`,
  `[x](vbscript:${ran})`,
  '[x](file:/etc/passwd)',
  '[x](//evil.example.com)',
  '[x](\\\\evil.example.com)',
  '![x](https://evil.example.com/x.png "y")',
  `![x](javascript:${ran})`,
];

const characters = [
  '\u202etxet\u202c', '\u2066a\u2069', '\u061ca\u200f', 'a\u2028b\u2029c', 'a\u200bb', 'a\ufeffb', 'a\uffffb', '\u{e0041}', 'a\u{1f600}b', 'a\tb',
];

const controls = ['a\u0000b', '\u001b[31mred', 'a\u0085b', 'a\rb'];

export const payloads = [
  ...[...markup, ...links, ...characters, ...controls].map((text) => ({ text })),
  { text: `\`<script>${ran}</script>\``, prose: '`prose`' },
  { text: `[x]: javascript:${ran}`, prose: '[x]: mailto:x@example.com' },
  { text: `<script>\n${ran}\n</script>\n\n<b>x</b>`, prose: 'prose\n\nprose' },
  { text: `[x][y]\n\n[y]: javascript:${ran}`, prose: 'prose\n\n[y]: mailto:x@example.com' },
  { text: 'x'.repeat(190) },
];

// A link's address by itself: refused, all of them.
export const addresses = [
  `javascript:${ran}`, `JavaScript:${ran}`, ` javascript:${ran}`, `java\tscript:${ran}`, `data:text/html,<script>${ran}</script>`,
  `vbscript:${ran}`, '//evil.example.com/', '\\\\evil.example.com\\', `https://example.com/" onclick="${ran}`, "https://example.com/'>x", 'https://example.com/\u202e',
  'http://example.com/', 'file:/etc/passwd',
];
