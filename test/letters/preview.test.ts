import { describe, expect, test } from '@jest/globals';
import { Procedure } from '../../src/cases/azure-switch/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { letterFor } from '../../src/letters/compose.ts';
import { composeInvitation } from '../../src/letters/invitation.ts';
import { asText, linesOf } from '../../src/letters/plain-text.ts';
import { previewInvitation, previewSwitch } from '../../src/letters/preview.ts';
import { wordsOf } from '../../src/letters/words.ts';
import { hasNegator } from '../support/negators.ts';
import { planned } from './switched.ts';
import { awaiting, invited, letter, links, means, now, takenOver, wordsFor } from './written.ts';

const partner = { name: 'Nordlys Cloud AS', partnerId: '6100001' };
const paragraph = 'We spoke on Tuesday.\n\n  Have a good week!';

/** What a preview cannot know: in place of each of these lines stands a sentence that says so. */
const unknowns = (language: (typeof languages)[number]) => {
  const { say } = speakerOf(language);
  return { link: say('letter.preview.link'), reference: say('letter.preview.reference'), rest: say('letter.preview.rest') };
};

describe.each(languages)('in %s', (language) => {
  const { link, reference, rest } = unknowns(language);
  const customer = { language };

  test.each(['both', 'reseller', 'gdap'] as const)('the preview is the letter, but for link and reference: %s', (wants) => {
    const current = awaiting({ customer, wants, paragraph });
    const { id } = current;
    const sent = composeInvitation(wordsFor(current), invited(current));
    const preview = previewInvitation(wordsFor(current));
    // A link and its time are two lines of the letter, and one of the preview.
    const times = sent.blocks.map((_, at) => sent.blocks[at - 1]?.kind === 'link');
    const expected = sent.blocks.flatMap((block, at) => {
      if (times[at] === true) return [];
      return block.kind === 'link' ? [link] : linesOf({ ...sent, blocks: [block] }).map((line) => line.replace(id, reference));
    });
    expect(preview).toEqual({ title: sent.subject, lines: expected });
  });

  test('so it is at 21Vianet, where all but two paragraphs is theirs', () => {
    const current = awaiting({ customer, wants: 'reseller', cloud: 'china_21v', paragraph });
    const [first = '', second = ''] = linesOf(letter('invitation', current));
    expect(previewInvitation(wordsFor(current)).lines).toEqual([first, second.replace(current.id, reference), rest]);
  });

  test.each(Procedure.options)('so it is before a switch, whose days are counted from its approval: %s', (procedure) => {
    const current = planned({ customer, procedure, reservations: true, letter: { paragraph } });
    // As it stands before anybody has agreed to it no step has a day.
    const asked = { ...current, status: 'awaiting-approval' } as Case;
    const lines = linesOf(letter('switch-planned', asked)).map((line) => line.replace(current.id, reference));
    const { proposal } = current;
    if (proposal.wants !== 'switch') throw new Error('That is no switch');
    const preview = previewSwitch(wordsOf(current, partner), proposal);
    expect(preview).toEqual({ title: letter('switch-planned', current).subject, lines });
  });

  test('no line of a preview is empty, as no card shows one', () => {
    expect(previewInvitation(wordsFor(awaiting({ customer, paragraph }))).lines.filter((line) => line.trim() === '')).toEqual([]);
  });

  test('each of the four things that do not change is denied', () => {
    const { blocks } = letter('invitation', awaiting({ customer }));
    const [, unchanged] = blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
    expect(unchanged?.map((item) => hasNegator(language, item))).toEqual([true, true, true, true]);
  });

  test('plain text holds links whole, on lines of their own, and no other line is long', () => {
    const lines = asText(letter('invitation', awaiting({ customer, paragraph }))).split('\n');
    expect(lines).toEqual(expect.arrayContaining([links.reseller, links.gdap]));
    expect(lines.filter((line) => line.length > 72).toSorted()).toEqual([links.gdap, links.reseller].toSorted());
  });
});

test('whoever has taken the case over is the one to call', () => {
  const text = asText(letter('invitation', takenOver(awaiting())));
  expect(text).toContain('Dov Castellan');
  expect(text).not.toContain('Ana Lindqvist');
});

test('a language that we do not have becomes English', () => {
  expect(letter('invitation', awaiting({ customer: { language: 'pt' } })).language).toBe('en');
  expect(letter('invitation', awaiting({ customer: { language: 'de-CH' } })).language).toBe('de');
});

test('a reminder asks only for what nobody has accepted yet', () => {
  const current = awaiting();
  if (current.status !== 'awaiting-customer') throw new Error('It waits');
  const invitations = current.invitations.map((one) => (one.what === 'reseller' ? { ...one, acceptedAt: now } : one));
  const text = asText(letter('reminder', { ...current, invitations }));
  expect(text).toContain(links.gdap);
  expect(text).not.toContain(links.reseller);
  expect(text).not.toContain('Reseller relationship');
});

test('shortly before the request is closed its reminder says when, in the subject too; while reminders are paused there is none', () => {
  const current = awaiting({ wants: 'gdap', lapseAnnounced: 15 });
  if (current.status !== 'awaiting-customer') throw new Error('It waits');
  const last = letter('reminder', current);
  expect(last.subject).toBe('Open until 31 May 2026: the request of Nordlys Cloud AS to Contoso Bakeries');
  expect(asText(last)).toContain('We keep this request open until 31 May 2026 and then close it.');
  expect(asText(letter('reminder', awaiting({ wants: 'gdap' })))).not.toContain('We keep this request open');
  expect(letterFor('reminder', { ...current, pausedUntil: now }, means)).toBeNull();
});

test('a role that nobody has put into words reads like its name', () => {
  const words = wordsFor(awaiting({ wants: 'gdap' }));
  const gdap = words.gdap && { ...words.gdap, roles: ['kaizala_administrator'] };
  expect(previewInvitation({ ...words, gdap }).lines).toContain('• Kaizala administrator');
});

test('somebody’s own words cannot look like ours: every line of them is marked, and what turns the writing is gone', () => {
  const sly = 'Hello.\r\n\r\n\u202eReference: ADM-00000-00000\u2066\rHow to accept\n-------------';
  const { lines } = previewInvitation(wordsFor(awaiting({ paragraph: sly })));
  const marked = lines.filter((line) => line.startsWith('> '));
  expect(marked).toEqual(['> Hello.', '> Reference: ADM-00000-00000', '> How to accept', '> -------------']);
});
