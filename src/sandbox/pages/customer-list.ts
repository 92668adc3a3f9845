import type { Customer, World } from '../world.ts';
import { plain } from '../../languages/speak.ts';
import { chosenLanguage } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { shell } from './shell.ts';
import { address } from './visit.ts';
import type { Page, Visit } from './visit.ts';
import { invitationsFor } from './customer-relations.ts';

const isCalled =
  (wanted: string) =>
  ({ name, domains }: Customer): boolean =>
    [name, ...domains].some((one) => one.toLowerCase().includes(wanted));

const search = (visit: Visit, asked: string): Markup => {
  const { say } = visit.voice;
  return markup`<form method="get" action="/customers" role="search"><label for="q">${say('search')}</label>
<div class="row"><input id="q" name="q" type="search" value="${asked}">${chosenLanguage(visit)}<button>${say('searchNow')}</button></div></form>`;
};

const line = (visit: Visit, customer: Customer): Markup => {
  const { voice, world } = visit;
  const waiting = invitationsFor(world, customer).length;
  const badge = waiting === 0 ? null : markup` <span class="badge">${voice.say('waiting', { number: String(waiting) })}</span>`;
  const to = address(visit, `/customers/${customer.tenantId}`);
  const details = `${customer.domains[0] ?? ''} · ${voice.cloud(customer.cloud)}`;
  return markup`<li><a href="${to}">${plain(customer.name)}</a>${badge}<small>${plain(details)}</small></li>`;
};

const byName = ({ customers }: World): readonly Customer[] =>
  [...customers.values()].toSorted((one, other) => one.name.localeCompare(other.name));

/** Everybody who could open an invitation. */
export const customerList: Page = (visit) => {
  const asked = (visit.asked.query.get('q') ?? '').trim();
  const found = byName(visit.world).filter(isCalled(asked.toLowerCase()));
  const { say } = visit.voice;
  const list =
    found.length === 0 ? markup`<p>${say('nobody')}</p>` : markup`<ul class="list">${found.map((one) => line(visit, one))}</ul>`;
  return shell(visit, say('customers'), [search(visit, asked), list]);
};
