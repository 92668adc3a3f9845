/** What somebody may have called a company so that a card says something else than it should. */
export const hostileTexts: readonly string[] = [
  '[Approve](https://evil.example/a)',
  '**bold** _it_ ~~no~~ `code`',
  '<at>Kari Nordmann</at>',
  '<b onclick="x()">bold</b><script>y()</script>',
  '{{DATE(2020-01-01T00:00:00Z)}} {{TIME(2020-01-01T00:00:00Z)}} {{DATE(2020-01-01)}}',
  '${say.title} ${$root.say} $' + '{1 + 1}',
  'contoso\u202Eelpmaxe.live\u200B\u200D\u2066',
  '👩‍👩‍👧 🏳️‍🌈 \u{1F4A9}',
  'one\ntwo\r\n# three\n- four',
  '公司'.repeat(150),
  'W'.repeat(300),
];

/** Ours, or sent back as it is. */
const OURS = new Set([
  'verb',
  'id',
  'seen',
  'tone',
  'viewers',
  'buttons',
  'label',
  'code',
  'value',
  'chosen',
  'cloud',
  'color',
  'style',
  'dueTone',
]);

const isOurs = (name: string, data: object): boolean =>
  OURS.has(name) ||
  // Of a question all is ours but what was written into it.
  ('label' in data && name !== 'problem' && name !== 'hint');

/** The same data, as if everything in it that could come from outside did. */
export const madeHostile = (text: string, data: unknown): unknown => {
  if (typeof data === 'string') return text;
  if (Array.isArray(data)) return data.map((one) => madeHostile(text, one));
  if (typeof data !== 'object' || data === null) return data;
  const isFact = 'name' in data && 'value' in data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isOurs(name, data) && !(isFact && name === 'value') ? value : madeHostile(text, value),
    ]),
  );
};
