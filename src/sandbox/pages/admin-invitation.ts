import { GLOBAL_ADMINISTRATOR } from '../built-in-roles.ts';
import { endOf } from '../duration.ts';
import { approveRelationship, refuseRelationship } from '../relationships.ts';
import type { Relationship } from '../granted.ts';
import type { Partner } from '../world.ts';
import { answerButtons } from './answer-buttons.ts';
import { askerFacts, facts } from './asker.ts';
import { isOpenTo } from './customer-relations.ts';
import { onPost, toldOf } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { rolesList } from './role-meanings.ts';
import { nothingHere, shell } from './shell.ts';
import { lasting, within } from './spans.ts';
import type { Page, Visit } from './visit.ts';

const invited = ({ world, parameters }: Visit) => {
  const customer = world.customers.get(parameters.customer ?? '');
  const relationship = world.relationships.get(parameters.relationship ?? '');
  if (customer === undefined || relationship === undefined || relationship.status === 'created') return null;
  const partner = world.partners.get(relationship.partner);
  return partner === undefined || !isOpenTo(relationship, customer.tenantId) ? null : { customer, relationship, partner };
};

const extension = ({ autoExtend }: Relationship) => (autoExtend === 'P180D' ? 'invite.extends' : 'invite.endsForGood');

const terms = ({ world, voice }: Visit, relationship: Relationship): Markup => {
  const { say, day } = voice;
  const { displayName, duration, roles } = relationship;
  const span = `${lasting(voice, duration)} (${say('invite.about', { date: day(endOf(world.now(), duration)) })})`;
  const warning = roles.includes(GLOBAL_ADMINISTRATOR) ? markup`<p class="warning">${say('invite.globalAdmin')}</p>` : null;
  return markup`<h2>${say('invite.what')}</h2>${warning}${rolesList(voice, roles)}
${facts([
  [say('invite.name'), displayName],
  [say('invite.howLong'), span],
  [say('invite.afterwards'), say(extension(relationship))],
])}
<h2>${say('invite.not')}</h2><ul><li>${say('invite.notSubscriptions')}</li><li>${say('invite.notAzure')}</li><li>${say('invite.endAnytime')}</li></ul>`;
};

const answerPart = (visit: Visit, { status }: Relationship): Markup => {
  const { say } = visit.voice;
  if (status !== 'approvalPending') return markup`<p>${say('invite.answered')}</p>`;
  return markup`<h2>${say('yourAnswer')}</h2>${answerButtons(visit, visit.asked.path)}`;
};

/** Who wants to administer, what, for how long, and what not. */
export const adminInvitation: Page = (visit) => {
  const found = invited(visit);
  if (found === null) return nothingHere(visit);
  const { relationship, customer, partner } = found;
  const { say } = visit.voice;
  const names = { partner: partner.name, customer: customer.name };
  return shell(visit, say('invite.title', names), [
    markup`<p>${say('invite.asks', names)}</p><h2>${say('whoAsks')}</h2>${askerFacts(visit.voice, partner)}`,
    terms(visit, relationship),
    answerPart(visit, relationship),
  ]);
};

const acceptedNotice = ({ world }: Visit, { duration }: Relationship, partner: Partner) => {
  const until = endOf(world.now(), duration);
  return (voice: Visit['voice']): readonly string[] => [
    voice.say('invite.accepted', { partner: partner.name, time: within(voice, world.timing.activation) }),
    voice.say('invite.next', { date: voice.day(until) }),
  ];
};

export const answerAdmin: Page = onPost((visit, said) => {
  const found = invited(visit);
  if (found === null) return null;
  const { world } = visit;
  const {
    relationship: { id },
    relationship,
    customer: { tenantId },
    partner,
  } = found;
  const to = `/customers/${tenantId}`;
  switch (said.get('answer')) {
    case 'accept':
      return { to, notice: toldOf(approveRelationship(world, id, tenantId), acceptedNotice(visit, relationship, partner)) };
    case 'refuse': {
      const refused = refuseRelationship(world, id, tenantId);
      return { to, notice: toldOf(refused, ({ say }) => [say('refused', { partner: partner.name })]) };
    }
    default:
      return null;
  }
});
