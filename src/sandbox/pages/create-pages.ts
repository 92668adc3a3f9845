import { readFileSync } from 'node:fs';
import type { Asked, Surface } from '../exchange.ts';
import { createRouting } from '../routing.ts';
import type { Parameters, Route } from '../routing.ts';
import type { World } from '../world.ts';
import { adminInvitation, answerAdmin } from './admin-invitation.ts';
import { endAdmin, endDap, endTie } from './customer-endings.ts';
import { customerList } from './customer-list.ts';
import { customerPage } from './customer-page.ts';
import { createDesk } from './desk.ts';
import { removeHolding } from './holdings.ts';
import { openLink, realLink } from './open-link.ts';
import { partnerList } from './partner-list.ts';
import { answerTransfer, partnerPage } from './partner-page.ts';
import { answerReseller, resellerInvitation } from './reseller-invitation.ts';
import { nothingHere } from './shell.ts';
import { leadTo } from './visit.ts';
import type { Page } from './visit.ts';
import { languageFor, voiceOf } from './voice.ts';

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');

const stylesheet: Page = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  text: style,
});

const routes: readonly Route<Page>[] = [
  ['GET', '/', () => leadTo('/customers')],
  ['GET', '/adminportal/home', realLink],
  ['GET', '/customers', customerList],
  ['GET', '/customers/style.css', stylesheet],
  ['GET', '/customers/open', openLink],
  ['GET', '/customers/:customer', customerPage],
  ['GET', '/customers/:customer/invitation/reseller', resellerInvitation],
  ['POST', '/customers/:customer/invitation/reseller', answerReseller],
  ['GET', '/customers/:customer/invitation/:relationship', adminInvitation],
  ['POST', '/customers/:customer/invitation/:relationship', answerAdmin],
  ['POST', '/customers/:customer/partners/:partner/end', endTie],
  ['POST', '/customers/:customer/partners/:partner/dap/end', endDap],
  ['POST', '/customers/:customer/relationships/:relationship/end', endAdmin],
  ['POST', '/customers/:customer/azure/:subscription/:assignment/remove', removeHolding],
  ['GET', '/partners', partnerList],
  ['GET', '/partners/:partner', partnerPage],
  ['POST', '/partners/:partner/transfers/:transfer', answerTransfer],
  ['POST', '/partners/:partner/azure/:subscription/:assignment/remove', removeHolding],
];

const languageOf = (world: World, { query, headers }: Asked, { customer }: Parameters) =>
  languageFor(query.get('lang') ?? '', headers['accept-language'] ?? '', world.customers.get(customer ?? '')?.culture ?? '');

/** The pages on which customers and other partners answer. They need no script. */
export const createPages = (world: World, framedBy = "'none'"): Surface => {
  const desk = createDesk();
  const find = createRouting(routes);
  return (asked) => {
    const found = find(asked.method, asked.path);
    const parameters = found?.parameters ?? {};
    const voice = voiceOf(languageOf(world, asked, parameters));
    return (found?.answer ?? nothingHere)({ world, asked, parameters, voice, desk, framedBy });
  };
};
