import { plain } from '../../languages/speak.ts';
import type { Customer, Transfer, World } from '../world.ts';
import { form } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { offeredIn } from './transfer-items.ts';
import type { Offered } from './transfer-items.ts';
import { address } from './visit.ts';
import type { Visit } from './visit.ts';

/** Transfers of the kind that the new partner asks for; those of the old kind have no page. */
const ofToday = ({ transfers }: World): readonly Transfer[] =>
  [...transfers.values()].filter(({ transferType }) => transferType !== null);

const newestFirst = (all: readonly Transfer[]): readonly Transfer[] =>
  all.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));

export const receivedBy = (world: World, partner: string): readonly Transfer[] =>
  newestFirst(ofToday(world).filter(({ source }) => source === partner));

export const madeBy = (world: World, partner: string): readonly Transfer[] =>
  newestFirst(ofToday(world).filter(({ target }) => target === partner));

const kindOf = ({ item }: Offered) => `kind.${item.productType}` as 'kind.AzureSubscription';

const choice = ({ voice: { say } }: Visit, { id }: Transfer, offered: Offered): Markup => {
  const field = `${id}-${offered.id}`;
  const off = offered.isMovable ? null : markup` disabled`;
  const note = offered.isMovable ? '' : ` – ${say('notInUse')}`;
  return markup`<li class="choice"><input type="checkbox" id="${field}" name="item" value="${offered.id}"${off}>
<label for="${field}">${plain(offered.name)} <small>${say(kindOf(offered))}${note}<br>${offered.id}</small></label></li>`;
};

const choosing = (visit: Visit, transfer: Transfer, customer: Customer): Markup => {
  const { say } = visit.voice;
  const offered = offeredIn(customer, transfer);
  const path = `/partners/${transfer.source}/transfers/${transfer.id}`;
  const items =
    offered.length === 0
      ? markup`<p>${say('nothingToMove')}</p>`
      : markup`<ul>${offered.map((one) => choice(visit, transfer, one))}</ul>`;
  return form(
    visit,
    path,
    markup`<fieldset><legend>${say('choose')}</legend>${items}</fieldset><p class="hint">${say('chooseWhat')}</p>
<div class="row"><button name="answer" value="accept">${say('accept')}</button>
<button name="answer" value="refuse" class="quiet">${say('decline')}</button>
<a href="${address(visit, `/partners/${transfer.source}`)}">${say('leave')}</a></div>`,
  );
};

const linesOf = ({ voice: { say } }: Visit, { lines }: Transfer, customer: Customer): Markup | null => {
  if (lines.length === 0) return null;
  const named = (id: string): string =>
    customer.azure.find((one) => one.id === id)?.name ?? customer.subscriptions.find((one) => one.id === id)?.offerName ?? id;
  const moved = lines.map(
    ({ subscriptionId, status }) => markup`<li>${plain(named(subscriptionId))} <small>${say(lineState(status))}</small></li>`,
  );
  return markup`<ul>${moved}</ul>`;
};

const lineState = (status: string) => {
  if (status === 'Complete') return 'line.moved';
  return status === 'Failed' ? 'line.stayed' : 'line.moving';
};

const partnerName = ({ world }: Visit, tenantId: string): string => world.partners.get(tenantId)?.name ?? tenantId;

const frame = (visit: Visit, transfer: Transfer, other: string, inside: (customer: Customer) => Markup): Markup => {
  const { voice, world } = visit;
  const customer = world.customers.get(transfer.customer);
  const names = { partner: partnerName(visit, other), customer: customer?.name ?? transfer.customer };
  return markup`<li class="card"><h3>${voice.say('transfer.title', names)}</h3>
<p>${voice.say(`transfer.${transfer.status}`)} · ${voice.say('transfer.created', { date: voice.day(transfer.createdAt) })}<br><small>${transfer.id}</small></p>
${customer === undefined ? null : inside(customer)}</li>`;
};

/** A request by another partner that this one lets something go. */
export const receivedCard = (visit: Visit, transfer: Transfer): Markup =>
  frame(visit, transfer, transfer.target, (customer) =>
    transfer.status === 'Pending' ? choosing(visit, transfer, customer) : markup`${linesOf(visit, transfer, customer)}`,
  );

/** A request of this partner's own. */
export const madeCard = (visit: Visit, transfer: Transfer): Markup =>
  frame(visit, transfer, transfer.source, (customer) => {
    const { say } = visit.voice;
    const path = `/partners/${transfer.target}/transfers/${transfer.id}`;
    const withdraw = form(visit, path, markup`<button name="answer" value="withdraw" class="quiet">${say('withdraw')}</button>`);
    return transfer.status === 'Pending' ? withdraw : markup`${linesOf(visit, transfer, customer)}`;
  });
