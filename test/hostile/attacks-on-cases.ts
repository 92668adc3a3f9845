import { CHANNEL } from './house.ts';
import type { Attacking, Means } from './attack.ts';
import { written } from './attack.ts';
import { fromAbroad } from './attacks-on-the-door.ts';
import type { Activity, Pressable } from './speech.ts';
import { inChat, pressing, saying } from './speech.ts';
import { staff } from './staff.ts';
import type { StaffName } from './staff.ts';
import { replaced, tampered } from './tamper.ts';

const verbs = [
  'approve',
  'decline',
  'send-back',
  'answer',
  'withdraw',
  'take-over',
  'tick',
  'view',
  'page',
  'back',
  'cancel',
  'say',
] as const;

const commands = [
  ...(['approve', 'decline', 'send back', 'withdraw', 'take over', 'case', 'answer', 'tick'] as const),
  ...(['aprobar', 'rechazar', 'approvare', 'rifiutare', 'одобрить', 'отклонить', '批准', '拒绝'] as const),
  ...(['genehmigen', 'ablehnen', 'zurückziehen', 'approuver', 'refuser', 'prendre en charge', 'aprove', 'do not approve'] as const),
] as const;

const wholeTexts = [
  'help',
  'cases',
  'who am i',
  'language de',
  'rules',
  'cancel',
  'back',
  'request admin',
  'check adatum.example',
] as const;

const inputs = ({ chance, words }: Means): object =>
  chance.oneOf<object>([
    { words: 'Wegen der Frist.' },
    { words: words.any() },
    { words: words.longest() },
    { words: ['a', 'b'], item: { code: 'x' } },
    { typed: 'contoso.example', wish: 'manage', bundle: 'support-minimal', days: '90' },
    { typed: words.any(), wish: words.any(), days: words.any(), paragraph: words.any(), contact: words.any() },
    {},
  ]);

/** What nobody may be by saying so. */
const claims: object = {
  ...{ role: 'global_admin', roles: ['global_admin'], actor: { id: 'x', roles: ['admin_agent'] }, approvers: ['everybody'] },
  ...{ price: 0, tenant: 'x', requester: 'somebody', approval: { people: 0, roles: ['sales_agent'] }, isAutomatic: false },
};

const ownPress = (means: Means, more: object = {}): Activity => {
  const button = means.anyButton();
  return pressing(button.owner, means.nextId(), button, { ...inputs(means), ...more });
};

/** A button of one, pressed by another. */
const pressedBy = (means: Means, name: StaffName, button: Pressable, more: object = {}): Activity =>
  pressing(name, means.nextId(), button, { ...inputs(means), ...more });

const otherData = (means: Means, { verb, data, replyToId }: Pressable): Pressable => {
  const { chance, words, anyCase, anyButton } = means;
  const change = chance.oneOf<object>([
    { id: anyCase() },
    { id: anyButton().data.id },
    { seen: anyButton().data.seen },
    { seen: words.any() },
    { seen: [data.seen] },
    { id: [data.id] },
    { id: { toString: data.id } },
    { id: data.id.toLowerCase() },
    { id: words.any() },
    { verb: chance.oneOf(verbs) },
    claims,
  ]);
  const other = chance.happens(0.5) ? chance.oneOf(verbs) : verb;
  return { verb: other, data: { ...data, verb: other, ...change }, replyToId };
};

/** Attacks on cases and drafts, by people who may speak to the bot. */
export const onCases: Readonly<Record<string, Attacking>> = {
  'a button of their own': (means) => written(ownPress(means)),
  'a button of somebody else': (means) => written(pressedBy(means, means.anybody(), means.anyButton())),
  'a button with other data': (means) => {
    const button = means.anyButton();
    const name = means.chance.happens(0.5) ? button.owner : means.anybody();
    return written(pressedBy(means, name, otherData(means, button)));
  },
  'a button that claims to be more': (means) => written(ownPress(means, claims)),
  'a button with one thing wrong': (means) => {
    const press = ownPress(means);
    return written({ ...press, value: tampered(press.value, means.words, means.chance) });
  },
  'a button that nobody pressed': (means) =>
    written(replaced(pressedBy(means, means.anybody(), means.anyButton()), ['value', 'trigger'], 'automatic')),
  'a button from abroad': (means) => written(fromAbroad(ownPress(means))),
  'a button of an old client': (means) => {
    const { value, ...press } = ownPress(means);
    const { action } = value as { action: { data: object } };
    return written({ ...press, type: 'message', name: undefined, value: action.data });
  },
  'a card that was carried elsewhere': (means) => {
    const { chance } = means;
    const press = ownPress(means);
    return written(chance.happens(0.5) ? inChat(press, CHANNEL, 'channel') : inChat(press, '19:elsewhere@thread.v2', 'groupChat'));
  },
  'what was sent before': ({ earlier, chance, words }) =>
    earlier.length === 0 ? { body: words.any() } : (earlier[chance.below(earlier.length)] ?? { body: '' }),
  'what was sent before, under another id': ({ earlier, chance, nextId }) => {
    const { body = '', token = 'good' } = earlier[chance.below(earlier.length)] ?? {};
    if (typeof body !== 'string') return { body, token };
    return { body: body.replace(/"id":"(?:f|m):\d+"/, `"id":"${nextId()}"`), token };
  },
  'what was sent before, by somebody else under the same id': ({ earlier, chance, anybody }) => {
    const { body = '', token = 'good' } = earlier[chance.below(earlier.length)] ?? {};
    if (typeof body !== 'string') return { body, token };
    return { body: body.replace(/"aadObjectId":"[^"]*"/, `"aadObjectId":"${staff(anybody()).id}"`), token };
  },
  'a command about a case': ({ chance, anybody, anyCase, nextId, words }) => {
    const said = `${chance.oneOf(commands)} ${anyCase()} ${chance.oneOf(['', 'Wegen der Frist.', words.any()])}`;
    return written(saying(anybody(), nextId(), chance.happens(0.2) ? said.toUpperCase() : said));
  },
  'any words': ({ chance, anybody, nextId, words }) =>
    written(saying(anybody(), nextId(), chance.oneOf([words.any(), chance.oneOf(wholeTexts)]))),
  'words without an end': ({ anybody, nextId, words }) => written(saying(anybody(), nextId(), words.longest())),
  'words among others': ({ anybody, nextId, anyCase, chance }) =>
    written(inChat(saying(anybody(), nextId(), `<at>Handshake</at> ${chance.oneOf(commands)} ${anyCase()}`), CHANNEL, 'channel')),
};
