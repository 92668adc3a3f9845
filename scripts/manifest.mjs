// The commands that Teams suggests, in all languages, from the one catalogue. The rest of the files is written by hand.
import { readFileSync } from 'node:fs';
import { menu } from '../src/conversation/commands.ts';
import { usualWords } from '../src/conversation/grammar/words.ts';
import { speakerOf } from '../src/languages/catalogues.ts';
import { languages } from '../src/languages/speak.ts';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const suggested = (language) =>
  menu.map(({ wish }) => ({
    title: usualWords(wish, language),
    description: speakerOf(language).sayKey(`command.${wish}.hint`),
  }));

const manifest = () => {
  const { bots, ...rest } = read('manifest/manifest.json');
  const [bot] = bots;
  return { ...rest, bots: [{ ...bot, commandLists: [{ scopes: bot.scopes, commands: suggested('en') }] }] };
};

const PLACE = 'bots[0].commandLists[0].commands';

const localisation = (language) => {
  const own = Object.entries(read(`manifest/${language}.json`)).filter(([key]) => !key.startsWith(PLACE));
  const commands = suggested(language).flatMap(({ title, description }, index) => [
    [`${PLACE}[${index}].title`, title],
    [`${PLACE}[${index}].description`, description],
  ]);
  return Object.fromEntries([...own, ...commands]);
};

/** Names and contents, as they should be. */
export const manifestFiles = () =>
  [
    ['manifest/manifest.json', manifest()],
    ...languages.filter((language) => language !== 'en').map((language) => [`manifest/${language}.json`, localisation(language)]),
  ].map(([name, content]) => [name, JSON.stringify(content, null, 2)]);
