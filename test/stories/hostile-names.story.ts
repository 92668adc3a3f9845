import { expect } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseId } from '../../src/cases/ids.ts';
import { readMail } from '../letters/read-mail.ts';
import { asked } from '../support/asked.ts';
import { addCustomer, nordlys, tie } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';

const tenant = 'c05700f1-00f1-4cf1-8cf1-000000000cf1';

const hostile = (name: string, domain: string) => (world: Parameters<typeof addCustomer>[0]) => {
  tie(addCustomer(world, tenant, { name, domains: [`${domain}.example`] }), nordlys);
};

/** All that anybody has been sent, as the bot has sent it. */
const interpreted = (card: unknown): string[] => {
  if (typeof card !== 'object' || card === null) return [];
  const part = card as Readonly<Record<string, unknown>>;
  const own = part.type === 'TextBlock' && typeof part.text === 'string' ? [part.text] : [];
  return [...own, ...Object.values(part).flatMap(interpreted)];
};

const names = {
  markup: '**Free** [click](//evil.example) <b>now</b> <at>Ada</at> &lt;i&gt; `x` {{DATE(2026-01-01)}} ${$root}',
  'right-to-left': '\u202Egnirts desrever\u202C \u2066مرحبا\u2069 🏴‍☠️👩‍👩‍👧‍👦 \u200BAS',
  endless: 'Ж'.repeat(299) + '!',
};

for (const [kind, name] of Object.entries(names)) {
  story(
    {
      name: `hostile-name-${kind}`,
      title: `A customer whose name is ${kind} is shown as what it is: text`,
      lead: 'On every card, in every message, and in the letter.',
      populate: hostile(name, `hostile-${kind}`),
    },
    async (doing, { chat, letters, said, store }) => {
      const { presses, begins, happenings } = doing;
      const id = CaseId.parse(await asked(doing, 'sven', `hostile-${kind}.example`));
      begins();
      await presses('ada', 'Approve');
      expect(said.slice(1)).toEqual([]);
      expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer' });
      const cards = happenings().flatMap((one) => ('card' in one && one.card !== null ? [one.card] : []));
      expect(cards.length).toBeGreaterThan(5);
      expect(cards.flatMap(interpreted).filter((text) => /evil|desrever|ЖЖ/.test(text))).toEqual([]);
      expect(/[\u202A-\u202E\u2066-\u2069]/.test(JSON.stringify(cards))).toBe(false);
      const [letter = ''] = readdirSync(letters, { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.eml'));
      const mail = readFileSync(join(letters, letter), 'utf8');
      const { text, html } = readMail(mail);
      // The name’s own markup stands there as letters, and turns nothing around.
      expect(html).not.toMatch(/<(?:b|i|at|img|script)\b/i);
      expect(/[\u202A-\u202E\u2066-\u2069]/.test(text + html)).toBe(false);
      const told = chat('sven').messages.filter(({ from, text }) => from === null && text !== '');
      expect(told.map(({ activity }) => activity.textFormat)).toEqual(['plain']);
    },
  );
}

story(
  {
    name: 'hostile-name-link',
    title: 'A customer whose name holds a link gets no letter: no foreign address goes out in our name',
    lead: 'The case waits for a person, and says so.',
    populate: hostile('Contoso – sign in at https://evil.example/now', 'hostile-link'),
  },
  async (doing, { letters, store }) => {
    const { presses, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven', 'hostile-link.example'));
    begins();
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case).toMatchObject({ status: 'stuck', trouble: { effect: 'send-letter' } });
    expect(readdirSync(letters, { recursive: true })).toEqual([]);
  },
);
