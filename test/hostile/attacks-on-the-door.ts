import { BOT_TOKEN, tokens } from './house.ts';
import type { TokenName } from './house.ts';
import type { Attacking, Means } from './attack.ts';
import { written } from './attack.ts';
import { pressing, saying, spoken } from './speech.ts';
import { staff } from './staff.ts';
import { replaced, tampered } from './tamper.ts';

const FOREIGN = '7a11c0de-9999-4a10-8a10-0000000000a9';
const NOBODY = '0b1ec700-0099-4b01-8b01-000000000099';
const UNDEFINED = undefined;

const ordinary = ({ chance, words, anybody, anyButton, nextId }: Means): object => {
  const name = anybody();
  if (chance.happens(0.4)) return saying(name, nextId(), chance.oneOf(['help', 'cases', words.any()]));
  return pressing(chance.happens(0.5) ? anyButton().owner : name, nextId(), anyButton());
};

const otherPlaces: readonly [readonly string[], unknown][] = [
  [['serviceUrl'], 'https://evil.example/'],
  [['serviceUrl'], 'http://127.0.0.1:9/other/'],
  [['channelId'], 'emulator'],
  [['channelId'], 'directline'],
  [['conversation', 'conversationType'], 'somethingElse'],
  [['conversation', 'conversationType'], UNDEFINED],
  [['conversation', 'tenantId'], FOREIGN],
  [['conversation', 'tenantId'], UNDEFINED],
  [['channelData', 'tenant', 'id'], FOREIGN],
  [['channelData'], UNDEFINED],
  [['from', 'aadObjectId'], UNDEFINED],
  [['from', 'aadObjectId'], NOBODY],
  [['from', 'aadObjectId'], 'ada'],
  [['from', 'aadObjectId'], ` ${staff('ada').id}`],
  [['from', 'aadObjectId'], [staff('ada').id]],
  [['from', 'id'], '28:another-bot'],
  [['from', 'role'], 'global_admin'],
  [['timestamp'], '2026-13-45T99:00:00Z'],
  [['timestamp'], 1e400],
  [['locale'], 'tlh-Qaak-x-__proto__'],
  [['id'], UNDEFINED],
  [['replyToId'], '../../../'],
  [['recipient', 'id'], '28:somebody-else'],
  [['deliveryMode'], 'expectReplies'],
  [['type'], 'event'],
  [['type'], 'endOfConversation'],
  [['value', 'from'], { aadObjectId: staff('ada').id }],
  [['value', 'aadObjectId'], staff('ada').id],
];

/** From a tenant that is not ours, as Teams would say it. */
export const fromAbroad = (activity: object): unknown =>
  replaced(replaced(activity, ['conversation', 'tenantId'], FOREIGN), ['channelData', 'tenant', 'id'], FOREIGN);

const [, ...worthless] = Object.keys(tokens) as [TokenName, ...TokenName[]];

/** Attacks on whoever opens the door and reads what is handed in. */
export const onTheDoor: Readonly<Record<string, Attacking>> = {
  'bytes that are nothing': ({ chance }) => ({
    body: Uint8Array.from({ length: chance.below(400) }, () => chance.below(256)),
  }),
  'half an activity': (means) => {
    const { body } = written(ordinary(means));
    return { body: body.slice(0, means.chance.below(body.length)) };
  },
  'an activity with broken bytes': (means) => {
    const bytes = Buffer.from(written(ordinary(means)).body);
    for (let times = 0; times < 3; times += 1) bytes[means.chance.below(bytes.length)] = means.chance.below(256);
    return { body: bytes };
  },
  'some other JSON': ({ words }) => written(words.json()),
  'nested without an end': ({ chance }) => {
    const depth = chance.below(20_000);
    return { body: chance.oneOf(['[', '{"a":']).repeat(depth) };
  },
  'an activity with one thing wrong': (means) => written(tampered(ordinary(means), means.words, means.chance)),
  'somebody else in some way': (means) => {
    const [first = [[], null], ...more] = otherPlaces;
    const [place, by] = means.chance.oneOf([first, ...more]);
    return written(replaced(ordinary(means), place, by));
  },
  'somebody of another tenant': (means) => written(fromAbroad(ordinary(means))),
  'a name with markup': (means) => written(replaced(ordinary(means), ['from', 'name'], means.words.any())),
  'a token that is worth nothing': (means) => {
    const [first = 'none', ...more] = worthless;
    return { ...written(ordinary(means)), token: means.chance.oneOf([first, ...more]) };
  },
  'somebody who comes or goes': (means) => {
    const { chance, anybody, nextId, words } = means;
    const activity = spoken(anybody(), nextId());
    const bot = (activity.recipient as { id: string }).id;
    const members = chance.oneOf([[{ id: bot }], [{ id: words.any() || 'x' }], words.json(), [words.json()]]);
    const coming = {
      ...activity,
      type: chance.oneOf(['installationUpdate', 'conversationUpdate']),
      action: chance.oneOf(['add', 'remove', 'add-upgrade', 'remove-upgrade', words.any()]),
      [chance.oneOf(['membersAdded', 'membersRemoved'])]: members,
    };
    return written(chance.happens(0.3) ? fromAbroad(coming) : coming);
  },
  'an invoke that nobody knows': ({ chance, anybody, nextId, words }) =>
    written({
      ...spoken(anybody(), nextId()),
      type: 'invoke',
      name: chance.oneOf([
        'task/fetch',
        'task/submit',
        'signin/verifyState',
        'fileConsent/invoke',
        'adaptiveCard/action',
        words.any(),
      ]),
      value: words.json(),
    }),
  'a search': ({ chance, anybody, nextId, words }) =>
    written({
      ...spoken(anybody(), nextId()),
      type: 'invoke',
      name: chance.oneOf(['application/search', 'composeExtension/query']),
      value: chance.oneOf<unknown>([
        { queryText: words.any(), dataset: 'customers', queryOptions: { top: chance.below(100) - 10 } },
        { queryText: words.longest(), dataset: words.any() },
        {
          commandId: chance.oneOf(['cases', 'customers', words.any()]),
          parameters: [{ name: words.any(), value: chance.oneOf([words.any(), words.longest(), '']) }],
          queryOptions: { skip: chance.below(2000) - 100, count: chance.below(2000) - 100 },
        },
        words.json(),
      ]),
    }),
};

/** What nobody outside may ever read. */
export const secrets: readonly string[] = [BOT_TOKEN, ...Object.values(tokens).flatMap((token) => token ?? [])];
