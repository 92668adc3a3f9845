import { plain } from '../../languages/speak.ts';
import type { Cloud } from '../../policy/index.ts';
import { chosenLanguage } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { partnerNamed } from './reseller-invitation.ts';
import { shell } from './shell.ts';
import { address, leadTo } from './visit.ts';
import type { Page, Visit } from './visit.ts';

interface Invitation {
  /** Below the page of whoever opens it. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly cloud: Cloud | null;
  /** Whom it names; null: anybody. */
  readonly customer: string | null;
}

const resellerIn = ({ world }: Visit, { searchParams }: URL): Invitation | null => {
  if (searchParams.get('invType') !== 'ResellerRelationship') return null;
  const partner = partnerNamed(world, searchParams.get('partnerId') ?? '');
  if (partner === undefined) return null;
  const query = { partnerId: partner.tenantId, DAP: searchParams.get('DAP') ?? 'false' };
  return { path: 'invitation/reseller', query, cloud: partner.cloud, customer: null };
};

const adminIn = ({ world }: Visit, { hash }: URL): Invitation | null => {
  const id = /^#\/partners\/invitation\/granularAdminRelationships\/([\da-f-]{1,100})$/i.exec(hash)?.[1]?.toLowerCase();
  const relationship = id === undefined ? undefined : world.relationships.get(id);
  if (relationship === undefined) return null;
  const cloud = world.partners.get(relationship.partner)?.cloud ?? null;
  return { path: `invitation/${relationship.id}`, query: {}, cloud, customer: relationship.customer?.tenantId ?? null };
};

const invitationIn = (visit: Visit, link: string): Invitation | null => {
  const trimmed = link.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return resellerIn(visit, url) ?? adminIn(visit, url);
};

const whoAreYou = (visit: Visit, { cloud, customer }: Invitation): Markup => {
  const able = [...visit.world.customers.values()].filter((one) => one.cloud === cloud);
  const options = able
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map(({ tenantId, name }) => {
      const selected = tenantId === customer ? markup` selected` : null;
      return markup`<option value="${tenantId}"${selected}>${plain(name)}</option>`;
    });
  return markup`<label for="customer">${visit.voice.say('open.who')}</label>
<select id="customer" name="customer" required><option value="">–</option>${options}</select>`;
};

const ask = (visit: Visit, link: string, invitation: Invitation | null): ReturnType<Page> => {
  const { say } = visit.voice;
  const isWrong = link !== '' && invitation === null;
  const wrong = isWrong ? markup`<p class="notice refused" role="status" id="wrong">${say('open.unknown')}</p>` : null;
  const describedBy = isWrong ? markup` aria-invalid="true" aria-describedby="wrong hint"` : markup` aria-describedby="hint"`;
  return shell(visit, say('open'), [
    markup`${wrong}<form method="get" action="/customers/open"><label for="link">${say('open.link')}</label>
<p id="hint" class="hint">${say('open.hint')}</p>
<input id="link" name="link" type="text" inputmode="url" autocomplete="off" spellcheck="false" required value="${link}"${describedBy}>
${invitation === null ? null : whoAreYou(visit, invitation)}${chosenLanguage(visit)}<div class="row"><button>${say('open.go')}</button></div></form>`,
  ]);
};

/** Takes an invitation link, as somebody was sent it, and leads to what it is about, as soon as it is clear who has opened it. */
export const openLink: Page = (visit) => {
  const link = visit.asked.query.get('link') ?? '';
  const invitation = invitationIn(visit, link);
  const customer = visit.world.customers.get(visit.asked.query.get('customer') ?? '');
  if (invitation === null || customer === undefined) return ask(visit, link, invitation);
  return leadTo(address(visit, `/customers/${customer.tenantId}/${invitation.path}`, invitation.query));
};

/** Where real links lead. What comes after their # never gets here. */
export const realLink: Page = (visit) => {
  const { asked } = visit;
  const isWhole = asked.query.has('invType');
  const link = new URL(`${asked.path}?${asked.query.toString()}`, asked.base).href;
  return leadTo(address(visit, '/customers/open', isWhole ? { link } : {}));
};
