import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked } from '../support/asked.ts';
import { cast } from '../support/stage.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'private-matters',
    title: 'What is private is answered in the personal chat, wherever it was asked for',
    lead: 'Help and rules are for everybody, so they are answered in place.',
  },
  async (doing, { actor, approvals, settle, store, teams }) => {
    const { begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const group = teams.group({ name: 'Sales team', people: [cast.sven.id, cast.ana.id] });
    for (const text of ['cases', `case ${id}`, 'request admin for fabrikam.example', 'rules R-NO-CSP-TO-CSP-RESALE']) {
      await actor('sven').say(group, text);
      await settle();
    }
    await actor('ana').say(approvals, 'mis casos');
    await settle();
    await actor('ana').say(approvals, 'ayuda');
    await settle();
    await actor('ana').say(group, 'lunch?', { isMentioned: false });

    const shared = [...group.messages, ...approvals.messages].filter(({ from, thread, id }) => from === null && thread !== id);
    expect(JSON.stringify(shared.map(({ text, card }) => [text, card]))).not.toMatch(/contoso/i);
    expect(await store.cases(null, 9)).toHaveLength(1);
  },
);
