import { done } from '../act.ts';
import type { Customer, Partner, World } from '../world.ts';
import { acceptTie } from '../ties.ts';
import { answerButtons } from './answer-buttons.ts';
import { askerFacts } from './asker.ts';
import { onPost, toldOf } from './forms.ts';
import { markup } from './markup.ts';
import { nothingHere, shell } from './shell.ts';
import { within } from './spans.ts';
import type { Page, Visit } from './visit.ts';

/** Links name a partner by its tenant or by its PartnerID. */
export const partnerNamed = ({ partners }: World, named: string): Partner | undefined =>
  [...partners.values()].find(({ tenantId, partnerId }) => tenantId === named.toLowerCase() || partnerId === named);

/** A link of today grants no admin rights with the tie; in 21Vianet’s cloud, which has nothing newer, it still does where it says so. */
const grantsDap = ({ cloud }: Customer, asksForDap: string | null): boolean =>
  cloud === 'china_21v' && asksForDap?.toLowerCase() === 'true';

const invited = ({ world, parameters }: Visit, said: URLSearchParams) => {
  const customer = world.customers.get(parameters.customer ?? '');
  const partner = partnerNamed(world, said.get('partnerId') ?? '');
  return customer === undefined || partner === undefined ? null : { customer, partner, dap: grantsDap(customer, said.get('DAP')) };
};

/** Who wants to be a customer's reseller, and what that means. */
export const resellerInvitation: Page = (visit) => {
  const { asked, voice } = visit;
  const found = invited(visit, asked.query);
  if (found === null) return nothingHere(visit);
  const { customer, partner, dap } = found;
  const { say } = voice;
  const names = { partner: partner.name, customer: customer.name };
  const hidden = markup`<input type="hidden" name="partnerId" value="${partner.tenantId}"><input type="hidden" name="DAP" value="${String(dap)}">`;
  return shell(visit, say('reseller.title', names), [
    markup`<p>${say('reseller.asks', names)}</p>
<h2>${say('whoAsks')}</h2>${askerFacts(voice, partner)}
<h2>${say('whatItMeans')}</h2><ul><li>${say('reseller.may')}</li><li>${say('reseller.noMove')}</li>
<li>${say(dap ? 'reseller.dap' : 'reseller.noAdmin')}</li><li>${say('reseller.others')}</li></ul>
<h2>${say('yourAnswer')}</h2>${answerButtons(visit, asked.path, hidden)}`,
  ]);
};

export const answerReseller: Page = onPost((visit, said) => {
  const found = invited(visit, said);
  if (found === null) return null;
  const { world } = visit;
  const { customer, partner, dap } = found;
  const to = `/customers/${customer.tenantId}`;
  const names = { partner: partner.name };
  switch (said.get('answer')) {
    case 'accept': {
      const accepted = acceptTie(world, customer.tenantId, partner.tenantId, { dap });
      return {
        to,
        notice: toldOf(accepted, (voice) => [
          voice.say('reseller.accepted', { ...names, time: within(voice, world.timing.acceptanceVisible) }),
          voice.say('reseller.next', names),
        ]),
      };
    }
    case 'refuse':
      return { to, notice: toldOf(done, ({ say }) => [say('refused', names)]) };
    default:
      return null;
  }
});
