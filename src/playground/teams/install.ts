import * as z from 'zod';
import { jsonIn } from '../../sandbox/json.ts';
import type { Asked, Reply, Surface } from '../../sandbox/exchange.ts';
import { createRouting } from '../../sandbox/routing.ts';
import { bearerOf } from './connector/create-connector.ts';
import { noteIn } from './transcript.ts';
import { graphChatId, personalChat } from './world.ts';
import type { Person, World } from './world.ts';

const refused = (status: number, code: string, message: string): Reply => ({ status, body: { error: { code, message } } });

const notFound = refused(404, 'NotFound', 'The requested resource was not found.');
const forbidden = refused(403, 'Forbidden', 'The app is not allowed for this user.');
const noToken = refused(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.');
const conflict = refused(409, 'Conflict', 'The app is already installed for this user.');
const badRequest = refused(400, 'BadRequest', 'The request cannot be understood.');

interface Call {
  readonly world: World;
  readonly person: Person;
  readonly asked: Asked;
  readonly installation: string;
}

const installationOf = (world: World, person: Person): string =>
  Buffer.from(`${person.id}##${world.appId}`).toString('base64').replaceAll('=', '');

const Bound = z.object({ 'teamsApp@odata.bind': z.string() });

const add = ({ world, person, asked }: Call): Reply => {
  const bound = Bound.safeParse(jsonIn(asked.raw.toString()));
  if (!bound.success) return badRequest;
  if (bound.data['teamsApp@odata.bind'].split('/').at(-1) !== world.appId) return notFound;
  if (!world.mayInstall(person)) return forbidden;
  if (world.installed.has(person.id)) return conflict;
  world.installed.add(person.id);
  const chat = personalChat(world, person);
  chat.hasBot = true;
  noteIn(world, { chat }, { kind: 'installed' });
  return { status: 201, headers: { Location: `${asked.base}${asked.path}/${installationOf(world, person)}` } };
};

const isWanted = (asked: Asked, { appId }: World): boolean => {
  const filter = asked.query.get('$filter');
  return filter === null || filter === `teamsApp/id eq '${appId}'`;
};

const list = ({ world, person, asked }: Call): Reply => {
  const teamsApp = { id: world.appId, externalId: world.bot.id, displayName: world.bot.name, distributionMethod: 'organization' };
  const isExpanded = asked.query.get('$expand')?.split(/[,(]/).includes('teamsApp') === true;
  const installation = { id: installationOf(world, person), ...(isExpanded && { teamsApp }) };
  const value = world.installed.has(person.id) && isWanted(asked, world) ? [installation] : [];
  const context = `${asked.base}/v1.0/$metadata#users('${person.id}')/teamwork/installedApps`;
  return { status: 200, body: { '@odata.context': context, '@odata.count': value.length, value } };
};

const chat = ({ world, person, asked, installation }: Call): Reply => {
  if (!world.installed.has(person.id) || installation !== installationOf(world, person)) return notFound;
  const id = graphChatId(world, personalChat(world, person));
  return { status: 200, body: { '@odata.context': `${asked.base}/v1.0/$metadata#chats/$entity`, id, chatType: 'oneOnOne' } };
};

const APPS = '/v1.0/users/:person/teamwork/installedApps';

const find = createRouting<(call: Call) => Reply>([
  ['POST', APPS, add],
  ['GET', APPS, list],
  ['GET', `${APPS}/:installation/chat`, chat],
]);

export const isInstalling = (method: string, path: string): boolean => find(method, path) !== null;

/** The part of Graph that installs the app for a person. */
export const createInstalling =
  (world: World, mayAsk: (bearer: string) => boolean): Surface =>
  (asked) => {
    const found = find(asked.method, asked.path);
    if (!mayAsk(bearerOf(asked.headers.authorization))) return noToken;
    const { person: id = '', installation = '' } = found?.parameters ?? {};
    const person = world.people.get(id.toLowerCase());
    if (found === null || person === undefined) return notFound;
    return found.answer({ world, person, asked, installation });
  };
