// The commands that Teams suggests and the searches that it offers, in all languages, from the one catalogue. The rest of the files is written by hand.
import { readFileSync } from 'node:fs';
import { menu } from '../src/conversation/commands.ts';
import { searches } from '../src/conversation/finding/search.ts';
import { usualWords } from '../src/conversation/grammar/words.ts';
import { speakerOf } from '../src/languages/catalogues.ts';
import { languages } from '../src/languages/speak.ts';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const suggested = (language) =>
  menu.map(({ wish }) => ({
    title: usualWords(wish, language),
    description: speakerOf(language).sayKey(`command.${wish}.hint`),
  }));

const offered = (language) => {
  const { sayKey } = speakerOf(language);
  return searches.map((id) => ({
    id,
    title: sayKey(`search.${id}.title`),
    description: sayKey(`search.${id}.description`),
    field: sayKey(`search.${id}.field`),
  }));
};

const search = ({ id, title, description, field }) => ({
  ...{ id, type: 'query', title, description, initialRun: true, context: ['compose', 'commandBox'] },
  parameters: [{ name: 'query', title: field, description: field, inputType: 'text' }],
});

const manifest = () => {
  const { bots, composeExtensions: _, ...rest } = read('manifest/manifest.json');
  const [bot] = bots;
  return {
    ...rest,
    bots: [{ ...bot, commandLists: [{ scopes: bot.scopes, commands: suggested('en') }] }],
    composeExtensions: [{ botId: bot.botId, commands: offered('en').map(search) }],
  };
};

const PLACE = 'bots[0].commandLists[0].commands';
const SEARCHES = 'composeExtensions[0].commands';

const localisation = (language) => {
  const own = Object.entries(read(`manifest/${language}.json`)).filter(
    ([key]) => !key.startsWith(PLACE) && !key.startsWith(SEARCHES),
  );
  const commands = suggested(language).flatMap(({ title, description }, index) => [
    [`${PLACE}[${index}].title`, title],
    [`${PLACE}[${index}].description`, description],
  ]);
  const extension = offered(language).flatMap(({ title, description, field }, index) => [
    [`${SEARCHES}[${index}].title`, title],
    [`${SEARCHES}[${index}].description`, description],
    [`${SEARCHES}[${index}].parameters[0].title`, field],
    [`${SEARCHES}[${index}].parameters[0].description`, field],
  ]);
  return Object.fromEntries([...own, ...commands, ...extension]);
};

/** Names and contents, as they should be. */
export const manifestFiles = () =>
  [
    ['manifest/manifest.json', manifest()],
    ...languages.filter((language) => language !== 'en').map((language) => [`manifest/${language}.json`, localisation(language)]),
  ].map(([name, content]) => [name, JSON.stringify(content, null, 2)]);
