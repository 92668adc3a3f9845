import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import type { Message } from '../../src/playground/teams/world.ts';
import { asked, upToReview } from '../support/asked.ts';
import type { Stage } from '../support/stage.ts';
import { story } from '../support/story.ts';

const cardsIn = (messages: readonly Message[], id: string): Message[] =>
  messages.filter(({ from, card, isDeleted }) => from === null && !isDeleted && JSON.stringify(card).includes(id));

/** What the four places hold that a request is shown in: the asker’s chat, both approvers’, and the channel. */
const everywhere = ({ approvals, chat }: Pick<Stage, 'approvals' | 'chat'>, id: string): Message[][] =>
  [chat('sven'), chat('ada'), chat('bo'), approvals].map(({ messages }) => cardsIn(messages, id));

story(
  {
    name: 'teams-stumbles',
    title: 'Teams stumbles while cards are shown: everybody has exactly one card in the end',
    lead: 'It has too much to do, is at odds with itself, and has a bad gateway, one after the other.',
  },
  async (doing, stage) => {
    const { later, store, teams } = stage;
    const { presses, begins } = doing;
    await upToReview(doing, 'sven', 'contoso.example');
    begins();
    teams.faults.next({ what: 'post', status: 412 });
    teams.faults.next({ what: 'post', status: 429, retryAfter: 0 });
    teams.faults.next({ what: 'post', status: 502, times: 2 });
    await presses('sven', 'Ask for approval');
    const id = CaseId.parse(await doing.caseId());
    await later({ minutes: 10 });
    expect(everywhere(stage, id).map((cards) => cards.length)).toEqual([1, 1, 1, 1]);

    teams.faults.next({ what: 'update', status: 429, retryAfter: 0 });
    teams.faults.next({ what: 'update', status: 412 });
    teams.faults.next({ what: 'update', status: 502 });
    await presses('ada', 'Approve');
    await later({ minutes: 10 });
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
    expect(everywhere(stage, id).map((cards) => cards.length)).toEqual([1, 1, 1, 1]);
    for (const [card] of everywhere(stage, id)) expect(JSON.stringify(card?.card)).toContain('Waiting for the customer');
  },
);

story(
  {
    name: 'answer-lost',
    title: 'A post whose answer was lost is made again: there are two cards then, and the second one is kept current',
    lead: 'Better twice than not at all.',
  },
  async (doing, stage) => {
    const { later, store, teams } = stage;
    const { presses, begins } = doing;
    await upToReview(doing, 'sven', 'contoso.example');
    begins();
    teams.faults.next({ what: 'post', status: 'lost answer', times: 5 });
    await presses('sven', 'Ask for approval');
    const id = CaseId.parse(await doing.caseId());
    await later({ minutes: 10 });
    expect(everywhere(stage, id).map((cards) => cards.length)).toEqual([1, 2, 2, 2]);
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
    for (const cards of everywhere(stage, id)) expect(JSON.stringify(cards.at(-1)?.card)).toContain('Waiting for the customer');
  },
);

story(
  {
    name: 'asked-twice',
    title: 'Teams, impatient, sends the same press again under another id: it counts once',
    lead: 'Both come in before either is answered.',
  },
  async (doing, { actor, settle, store, teams }) => {
    const { card, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const message = card('ada');
    await Promise.all([actor('ada').press(message, 'Approve'), actor('ada').press(message, 'Approve')]);
    await settle();
    expect((await store.case(id))?.case).toMatchObject({ approvals: [{ by: { name: 'Ada Berg' } }] });
    expect(teams.personal(actor('sven').person.id).messages.filter(({ text }) => text.includes('is approved'))).toHaveLength(1);
  },
);
