import { plain } from '../../languages/speak.ts';
import type { Relationship } from '../granted.ts';
import type { Customer, Partner, Tie } from '../world.ts';
import { facts } from './asker.ts';
import { invitationsFor, standingFor } from './customer-relations.ts';
import { ending } from './forms.ts';
import { holdingsOf } from './holdings.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { rolesList } from './role-meanings.ts';
import { section } from './section.ts';
import { nothingHere, shell } from './shell.ts';
import { address } from './visit.ts';
import type { Page, Visit } from './visit.ts';

const about = ({ voice }: Visit, customer: Customer): Markup => {
  const { say, day, cloud } = voice;
  const { admin, agreement, agreedOn, domains } = customer;
  const agreed = agreedOn === null ? say(`agreement.${agreement}`) : `${say(`agreement.${agreement}`)} · ${day(agreedOn)}`;
  const person = `${admin.firstName} ${admin.lastName}`;
  return markup`<p>${say('youAre', { person, customer: customer.name })}</p>${facts([
    [say('domain'), domains[0] ?? ''],
    [say('cloud'), cloud(customer.cloud)],
    [say('agreement'), agreed],
  ])}`;
};

const nameOf = ({ world }: Visit, tenantId: string): string => plain(world.partners.get(tenantId)?.name ?? tenantId);

const invitation = (visit: Visit, { tenantId }: Customer, { id, partner, displayName }: Relationship): Markup => {
  const to = address(visit, `/customers/${tenantId}/invitation/${id}`);
  const { say } = visit.voice;
  return markup`<li class="card"><h3>${nameOf(visit, partner)}</h3><p>${say('asksAdmin', { name: displayName })}</p>
<p><a class="button" href="${to}">${say('readAndAnswer')}</a></p></li>`;
};

const tieCard = (visit: Visit, { tenantId }: Customer, partner: Partner, { since, dap }: Tie): Markup => {
  const { say, day } = visit.voice;
  const place = `/customers/${tenantId}/partners/${partner.tenantId}`;
  const dapEnd = dap ? ending(visit, `${place}/dap/end`, { title: say('dap.end'), what: say('dap.endWhat') }) : null;
  return markup`<li class="card"><h3>${plain(partner.name)}</h3><p>${say('tie.since', { date: day(since) })}</p>
<p>${say(dap ? 'dap.has' : 'dap.hasNot')}</p>
${ending(visit, `${place}/end`, { title: say('tie.end'), what: say('tie.endWhat') })}${dapEnd}</li>`;
};

const stateOf = ({ voice }: Visit, { status, endsAt, autoExtend }: Relationship): string => {
  if (status === 'approved' || status === 'activating') return voice.say('admin.comes');
  if (status !== 'active') return voice.say('admin.goes');
  if (endsAt === null) return voice.say('admin.active');
  return voice.say(autoExtend === 'P180D' ? 'admin.extends' : 'admin.until', { date: voice.day(endsAt) });
};

const adminCard = (visit: Visit, { tenantId }: Customer, relationship: Relationship): Markup => {
  const { id, partner, displayName, roles, status } = relationship;
  const { say } = visit.voice;
  const canEnd = status === 'approved' || status === 'active';
  const path = `/customers/${tenantId}/relationships/${id}/end`;
  return markup`<li class="card"><h3>${nameOf(visit, partner)}</h3><p>${say('admin.is', { name: displayName })}</p>
<p>${stateOf(visit, relationship)}</p>${rolesList(visit.voice, roles)}
${canEnd ? ending(visit, path, { title: say('admin.end'), what: say('admin.endWhat') }) : null}</li>`;
};

const ties = (visit: Visit, customer: Customer): readonly Markup[] =>
  [...customer.ties].flatMap(([tenantId, tie]) => {
    const partner = visit.world.partners.get(tenantId);
    return partner === undefined ? [] : [tieCard(visit, customer, partner, tie)];
  });

/** What the customer's administrator sees: who waits for an answer, and who has been let in. */
export const customerPage: Page = (visit) => {
  const {
    world,
    parameters,
    voice: { say },
  } = visit;
  const customer = world.customers.get(parameters.customer ?? '');
  if (customer === undefined) return nothingHere(visit);
  const waiting = invitationsFor(world, customer).map((one) => invitation(visit, customer, one));
  const rights = standingFor(world, customer).map((one) => adminCard(visit, customer, one));
  return shell(visit, customer.name, [
    about(visit, customer),
    section(say('invitations'), waiting, say('noInvitations')),
    section(say('resellers'), ties(visit, customer), say('noResellers')),
    section(say('adminRights'), rights, say('noAdminRights')),
    section(say('azureAccess'), holdingsOf(visit, { customer: customer.tenantId }), say('noAzureAccess')),
  ]);
};
