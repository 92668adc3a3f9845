import { plain } from '../../languages/speak.ts';
import { markup } from './markup.ts';
import { shell } from './shell.ts';
import { receivedBy } from './transfer-cards.ts';
import { address } from './visit.ts';
import type { Page } from './visit.ts';

/** Every partner, ours and the others. */
export const partnerList: Page = (visit) => {
  const { world, voice } = visit;
  const lines = [...world.partners.values()].map(({ tenantId, name, partnerId, cloud }) => {
    const waiting = receivedBy(world, tenantId).filter(({ status }) => status === 'Pending').length;
    const badge =
      waiting === 0 ? null : markup` <span class="badge">${voice.say('transfersWaiting', { number: String(waiting) })}</span>`;
    const to = address(visit, `/partners/${tenantId}`);
    return markup`<li><a href="${to}">${plain(name)}</a>${badge}<small>${partnerId} · ${voice.cloud(cloud)}</small></li>`;
  });
  return shell(visit, voice.say('partners'), [markup`<ul class="list">${lines}</ul>`]);
};
