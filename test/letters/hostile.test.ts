import { describe, expect, test } from '@jest/globals';
import { asHtml } from '../../src/letters/as-html.ts';
import { emlOf } from '../../src/letters/eml.ts';
import { asText } from '../../src/letters/plain-text.ts';
import { linkStateOf } from '../../src/letters/link-state.ts';
import { inquired } from './asked.ts';
import { asked } from './every-letter.ts';
import { htmlProblems } from './html-check.ts';
import { readMail } from './read-mail.ts';
import { planned } from './switched.ts';
import { awaiting, letter, links } from './written.ts';

const names: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="alert(1)"></td></table><script>x</script>',
  entities: '&lt;b&gt;&#60;&quot;&amp;nbsp;',
  'a comment': '<!-- --!> ]]> <![CDATA[',
  'a template': '{customer} ${partner} {{x}} {days, plural, other {#}}',
  'a pattern of a replacement': "$& $1 $` $'",
  'a line break and a header': 'Contoso\r\nBcc: all@evil.example\r\n\r\nHello',
  'another part of a message': 'x\r\n--=_0000\r\nContent-Type: text/html\r\n\r\n<b>x</b>',
  'a heading of ours': 'How to accept\n-------------\nhere',
  'right to left': 'מאפיית קונטוסו (contoso) خباز',
  'turned around': 'Contoso \u202egnp.exe\u2066\u200f',
  'unseen letters': 'Con\u200btoso\u00ad\ufeff\u0007',
  homographs: 'Miсrosоft Ѕupport',
  'of another alphabet, as a domain': 'xn--mirosoft-yvj.example аррӏе.example',
  'very long': 'Contoso '.repeat(24),
  'very long and whole': 'C'.repeat(200),
  emoji: '👩‍💻👩‍💻 Contoso 🥖',
};

/** As long as nothing turns the direction of writing in the middle of it, nobody reads something else than we wrote. */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/;

const mailOf = (one: ReturnType<typeof letter>, name: string): string =>
  emlOf({
    ...{ messageId: '<1@nordlys.example>', date: '2026-03-02T09:00:00.000Z', subject: one.subject, language: one.language },
    from: { name: 'Nordlys Cloud AS', address: 'handshake@nordlys.example' },
    to: { name, address: 'it@contoso.example' },
    text: asText(one),
    html: asHtml(one),
  });

describe.each(Object.entries(names))('a name that is %s', (_, name) => {
  const customer = { name: name.slice(0, 200) };
  const subjects = [{ id: name, name: `The one of ${name}`, facts: {} }];
  const otherPartner = { name: customer.name, tenant: null, domain: null };
  const ordinary = letter('invitation', awaiting());
  const written = [
    letter('invitation', awaiting({ customer })),
    letter('switch-planned', planned({ customer, subjects, otherPartner })),
    letter('questions', inquired({ customer, about: name.slice(0, 200) }), asked),
  ];

  test('changes nothing in the build of a letter', () => {
    for (const one of written) {
      expect(htmlProblems(asHtml(one))).toEqual([]);
      expect(TURNS.test(asHtml(one) + asText(one))).toBe(false);
      expect(asText(one)).not.toMatch(/[^\P{C}\n\u200d]/u);
    }
    const [invitation] = written;
    expect(invitation?.blocks.map(({ kind }) => kind)).toEqual(ordinary.blocks.map(({ kind }) => kind));
    expect(asText(ordinary).match(/^-+$/gm)).toHaveLength(asText(invitation ?? ordinary).match(/^-+$/gm)?.length ?? 0);
  });

  test('leaves Microsoft’s links as they are', () => {
    const [invitation] = written;
    expect(invitation && linkStateOf(invitation, [links.reseller, links.gdap])).toBe('intact');
  });

  test('makes no header and no part', () => {
    for (const one of written) {
      const read = readMail(mailOf(one, customer.name));
      expect(read.headers).toHaveLength(8);
      expect(read.html).toBe(asHtml(one).replaceAll('\n', '\r\n'));
    }
  });
});
