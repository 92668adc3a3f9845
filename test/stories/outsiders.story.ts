import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked } from '../support/asked.ts';
import { cast } from '../support/stage.ts';
import { story } from '../support/story.ts';

const fay = {
  ...{ id: '0b1ec700-0091-4b01-8b01-000000000091', name: 'Fay Foreign', locale: 'en-GB' },
  tenant: '7a11c0de-2222-4a10-8a10-0000000000a2',
};
const gus = {
  ...{ id: '0b1ec700-0092-4b01-8b01-000000000092', name: 'Gus Guest', locale: 'it-IT' },
  ...{ tenant: '7a11c0de-2222-4a10-8a10-0000000000a2', isGuest: true },
};
const una = { id: '0b1ec700-0093-4b01-8b01-000000000093', name: 'Una Unlisted', locale: 'es-ES' };

const outsiders = [fay, gus, una, cast.liv];

story(
  {
    name: 'outsiders',
    title: 'Somebody of another company, a guest, somebody unknown and somebody without a role get nowhere, politely',
    lead: 'In a chat of their own, in a group and in the channel where a case of ours waits for approval.',
    strangers: [fay, gus, una],
  },
  async (doing, { approvals, store, settle, teams }) => {
    const { posted, begins, happenings } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const before = await store.history(id);
    const group = teams.group({ name: 'Fair in Oslo', people: outsiders.map((one) => one.id) });
    approvals.members.push(...outsiders.map((one) => teams.person(one.id).person));

    for (const who of outsiders) {
      const actor = teams.person(who.id);
      await actor.say(actor.chat, `approve ${id}`);
      await settle();
      await actor.say(group, `case ${id}`);
      await settle();
      await actor.say(actor.chat, 'request admin for contoso.example');
      await settle();
      await actor.press(posted(), 'Open');
      await settle();
    }

    expect(await store.history(id)).toEqual(before);
    expect(await store.cases(null, 10)).toHaveLength(1);
    const read = happenings().filter(({ kind }) => kind === 'showed' || kind === 'saw' || kind === 'banner');
    const theirs = read.filter(
      ({ chat, onlyFor, who }) => who !== cast.liv.name && chat.id !== teams.personal(cast.liv.id).id && onlyFor !== cast.liv.id,
    );
    expect(JSON.stringify(theirs)).not.toMatch(/contoso|Sven|Waiting/i);
  },
);
