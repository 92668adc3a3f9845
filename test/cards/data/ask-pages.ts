import { aboutQuestion } from '../../../src/conversation/ask-customer/letter.ts';
import { questionsPreview } from '../../../src/conversation/ask-customer/preview.ts';
import { drawReview } from '../../../src/conversation/ask-customer/review.ts';
import type { Drawing } from '../../../src/conversation/wizards/journey.ts';
import { drawLetter } from '../../../src/conversation/wizards/letter.ts';
import type { Shown } from '../../../src/conversation/show.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { checkParagraph, checkRecipient } from '../../../src/letters/checks.ts';
import { begun } from '../../../src/wizards/ask-customer/filling.ts';
import type { Filling } from '../../../src/wizards/ask-customer/filling.ts';
import { requestOf } from '../../../src/wizards/ask-customer/request.ts';
import { house, someone } from '../../support/world.ts';

const reading = { house, today: '2026-03-02', checks: { checkParagraph, checkRecipient } };
const senders = () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' });

const filling: Filling = {
  ...begun('global'),
  page: 'letter',
  customer: {
    ...{ name: 'Contoso Example Handel AS', tenant: 'c0570025-0025-4c25-8c25-000000000c25', domain: 'contoso.example' },
    ...{ country: 'IT', isOurs: true },
  },
  filled: {
    letter: { about: 'Web shop', language: 'it', contact: 'admin@contoso.example', paragraph: 'Come d’accordo al telefono.' },
  },
};

const drawing = (speaker: Speaker, page: Filling['page'], wanted: string | null = null): Drawing<Filling> => ({
  ...{ journey: 'ask-customer', id: 'draft', filling: { ...filling, page }, reading, problems: {}, wanted },
  ...{ person: someone('ana'), speaker, steps: { step: 2, of: 3 } },
});

const letter = (drawn: Drawing<Filling>): Shown => drawLetter(drawn, questionsPreview(drawn, senders), [aboutQuestion(drawn)]);

/** The pages of the wizard “ask the customer” as people get them. */
export const askPages: Readonly<Record<string, (speaker: Speaker) => Shown>> = {
  'ask: the letter': (speaker) => letter(drawing(speaker, 'letter')),
  'ask: the letter, looked at': (speaker) => letter(drawing(speaker, 'letter', 'look')),
  'ask: check and send': (speaker) => {
    const drawn = drawing(speaker, 'review');
    const request = requestOf(drawn.filling, reading.checks);
    if (request === null) throw new Error('Not filled in');
    return drawReview(drawn, request, questionsPreview(drawn, senders)('it'));
  },
};
