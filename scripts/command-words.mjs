// How the main commands are typed in every language, as a table for people.
import { usualWords } from '../src/conversation/grammar/words.ts';
import { speakerOf } from '../src/languages/catalogues.ts';
import { languageNames, languages } from '../src/languages/speak.ts';

const main = ['request-admin', 'check', 'switch-azure', 'cases', 'help'];

const row = (cells) => `| ${cells.join(' | ')} |`;

export const commandWords = () =>
  [
    row(['', ...languages.map((language) => languageNames[language])]),
    row(['---', ...languages.map(() => '---')]),
    ...main.map((wish) =>
      row([speakerOf('en').sayKey(`command.${wish}.title`), ...languages.map((language) => `\`${usualWords(wish, language)}\``)]),
    ),
  ].join('\n');
