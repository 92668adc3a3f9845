import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked } from '../support/asked.ts';
import { cast } from '../support/stage.ts';
import { story } from '../support/story.ts';

const ola = { id: '0b1ec700-0094-4b01-8b01-000000000094', name: 'Ola Nordmann', locale: 'nb-NO' };

story(
  {
    name: 'languages',
    title: 'Everybody is spoken to in the language that they chose, whatever their program is set to',
    lead: 'Sven has an English program and types Spanish. Two people look at one case in two languages. Nobody speaks Norwegian here yet.',
    strangers: [ola],
  },
  async (doing, { actor, settle, teams, chat }) => {
    const { says, presses, card, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    await says('sven', 'quién soy');
    await says('sven', 'idioma español');
    await says('sven', `caso ${id}`);

    actor('sven').person.locale = 'de-DE';
    await presses('sven', 'Retirar', { words: 'El cliente ya no quiere.' }, card('sven', 'Retirar'));
    await says('sven', 'help');
    await says('ada', `case ${id}`);
    await says('klaus', 'Sprache');
    await presses('klaus', '简体中文');
    const last = chat('klaus').messages.at(-1);
    expect(JSON.stringify(last?.card)).toContain('简体中文');

    const stranger = teams.person(ola.id);
    await stranger.say(stranger.chat, 'hjelp');
    await settle();
    expect(stranger.chat.messages.at(-1)?.text).toContain('I do not know you yet');
    expect(cast.sven.locale).toBe('en-GB');
  },
);
