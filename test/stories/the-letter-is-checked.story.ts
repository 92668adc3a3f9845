import { expect } from '@jest/globals';
import { spelt } from '../../src/customer-pages/spelling.ts';
import { codeIn, newestLetter, typesCode } from '../support/outside.ts';
import { story } from '../support/story.ts';

const COLLEFIORITO = 'c0570013-0013-4c13-8c13-000000000c13';

/** One letter of it wrong, as happens when somebody copies by hand. */
const mistyped = (code: string): string => `${code.startsWith('B') ? 'C' : 'B'}${code.slice(1)}`;

story(
  {
    name: 'the-letter-is-checked',
    title: 'A glassworks in Empoli gets a letter, believes nothing of it, and finds out in two minutes that it is real',
    lead: 'Ana asks in Spanish, Ada approves in English. Whoever administers Vetreria Collefiorito reads Italian, has never heard of any bot, and opens no link.',
    customers: 'letters.nordlys.example',
  },
  async (people, stage) => {
    const { says, presses, aside, begins, card, caseId, customerAccepts } = people;
    await says('ana', 'solicitar administración para collefiorito.example');
    await presses('ana', 'Siguiente', { wish: 'manage' });
    await presses('ana', 'Siguiente', { bundle: 'support-minimal' });
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente', {
      language: 'it',
      contact: 'giulia@collefiorito.example',
      paragraph: 'Come d’accordo al telefono.',
    });
    await presses('ana', 'Solicitar aprobación');
    begins();
    await presses('ada', 'Approve');

    const { headers, text } = newestLetter(stage);
    const code = codeIn(text);
    const about = (name: string) => headers.find((line) => line.startsWith(`${name}: `)) ?? '';
    expect(about('To')).toContain('<giulia@collefiorito.example>');
    aside('**Giulia Collefiorito**, at the glassworks, finds this in her inbox:', text);

    const page = 'the address that stands in her contract, letters.nordlys.example/letter,';
    const slip = await typesCode(stage, mistyped(code), 'it');
    aside(`She opens nothing. She types ${page} into her browser, and the code from the letter, with one letter wrong:`, slip);
    const shown = await typesCode(stage, code, 'it');
    aside('Then as it is in the letter:', shown);
    for (const part of ['Nordlys Cloud AS', 'Ana Ruiz', 'collefiorito.example', '16 novembre 2026', code, await caseId()])
      expect(shown).toContain(part);
    expect(shown).not.toContain('giulia@');

    aside('She calls Ana Ruiz at the number that she has had for years, and asks for the code. Ana looks for the case:');
    await says('ana', `caso ${await caseId()}`);
    const known = JSON.stringify(stage.actor('ana').sees(card('ana')));
    expect(known).toMatch(new RegExp(`Código de las cartas.{0,300}${code}`));
    aside('She unfolds the details, and reads out of them:', `Código de las cartas | ${code}`);

    const forged = await typesCode(stage, spelt(4711n), 'it');
    expect(forged).not.toContain('Ana Ruiz');
    aside('Somebody else has written to her too, in the name of Nordlys Cloud AS, with a code of their own:', forged);

    aside('She throws that one away. She opens the first one again, signs in at Microsoft as she always does, and accepts.');
    await customerAccepts(COLLEFIORITO);
    const accepted = await typesCode(stage, code, 'it');
    aside('She looks at the page once more:', accepted.split('\n').slice(0, 2).join('\n'));
    expect(accepted.split('\n')[1]).not.toBe(shown.split('\n')[1]);
  },
);
