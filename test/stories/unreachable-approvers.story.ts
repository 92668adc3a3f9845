import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked } from '../support/asked.ts';
import { story } from '../support/story.ts';

const notInstalled = /403 .*not installed.*; and the app could not be installed: Graph, .*403/;
const givenUp = /\(tell\) was given up: (?:refused|gone): Teams/;

/** What the operator was told, without ids: how often which thing. */
const howOften = (said: readonly string[], ...about: readonly RegExp[]): number[] =>
  about.map((one) => said.filter((sentence) => one.test(sentence)).length);

story(
  {
    name: 'app-installed',
    title: 'Approvers who never spoke to the bot get the app, and with it their card',
    lead: 'Neither Ada nor Bo has the app; the company allows the bot to bring it to them.',
    without: ['ada', 'bo'],
    mayInstall: true,
  },
  async (doing, { store, said }) => {
    const { presses, begins } = doing;
    begins();
    const id = CaseId.parse(await asked(doing, 'sven'));
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
    expect(await store.deadLetters()).toEqual([]);
    expect(said.filter((one) => one.includes(id))).toEqual([]);
  },
);

story(
  {
    name: 'app-not-allowed',
    title: 'Where the app may not be installed for them, approvers find the case in their channel',
    lead: 'What could not be delivered lies open for whoever runs the bot.',
    without: ['ada', 'bo'],
  },
  async (doing, { store, said }) => {
    const { presses, posted, begins } = doing;
    begins();
    const id = CaseId.parse(await asked(doing, 'sven'));
    expect((await store.deadLetters()).map(({ effect }) => effect.kind)).toEqual(['tell', 'tell']);
    expect(howOften(said, notInstalled, givenUp, /: not shown to /)).toEqual([4, 2, 2]);
    await presses('ada', 'Open', {}, posted());
    await presses('ada', 'Approve', {}, posted());
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
  },
);

story(
  {
    name: 'nobody-reachable',
    title: 'When nobody who may approve can be reached, whoever asked is told so, once',
    lead: 'No app, no right to install it, no channel.',
    without: ['ada', 'bo'],
    hasChannel: false,
  },
  async (doing, { store, said, chat, later, restart, settle }) => {
    const { begins } = doing;
    begins();
    const id = CaseId.parse(await asked(doing, 'sven'));
    await restart();
    await later({ days: 2 });
    await settle();
    const told = chat('sven').messages.filter(({ text }) => text.includes('I can reach nobody'));
    expect(told).toHaveLength(1);
    expect((await store.case(id))?.case.status).toBe('awaiting-approval');
    expect(howOften(said, /nobody who could decide it can be reached/, /: not shown to /)).toEqual([1, 2]);
  },
);

story(
  {
    name: 'chat-blocked',
    title: 'Somebody who has thrown the bot out is passed over, and that is not hidden',
    lead: 'Ada has used the bot before, and has taken it out of her chat.',
  },
  async (doing, { actor, store, said }) => {
    const { presses, begins, says } = doing;
    await says('ada', 'help');
    begins();
    await actor('ada').uninstall();
    const id = CaseId.parse(await asked(doing, 'sven'));
    await presses('bo', 'Approve');
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
    expect((await store.deadLetters()).map(({ effect }) => effect.kind)).toEqual(['tell']);
    expect(howOften(said, notInstalled, givenUp, /: not shown to /)).toEqual([2, 1, 1]);
  },
);

story(
  {
    name: 'chat-gone',
    title: 'News that cannot be delivered lies open, and holds up nothing',
    lead: 'Teams says that Sven’s chat is gone, when he is to be told of a question; later that he has blocked the bot.',
  },
  async (doing, { store, said, teams }) => {
    const { presses, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    teams.faults.next({ what: 'post', status: 404 });
    await presses('ada', 'Send back with a question', { words: 'For how long?' });
    await presses('sven', 'Answer', { words: 'For a year.' });
    teams.faults.next({ what: 'post', status: 403, subCode: 'MessageWritesBlocked' });
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case.status).toBe('awaiting-customer');
    expect((await store.deadLetters()).map(({ effect }) => effect)).toMatchObject([
      { kind: 'tell', person: { name: 'Sven Lund' } },
      { kind: 'tell', person: { name: 'Sven Lund' } },
    ]);
    expect(howOften(said, givenUp, /ConversationNotFound/, /blocked/)).toEqual([2, 1, 1]);
  },
);
