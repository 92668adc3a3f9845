import type { Done } from '../act.ts';
import { acceptTransfer, cancelTransfer, declineTransfer } from '../transfers.ts';
import type { Transfer, World } from '../world.ts';
import { askerFacts } from './asker.ts';
import { onPost, toldOf } from './forms.ts';
import { holdingsOf } from './holdings.ts';
import { section } from './section.ts';
import { nothingHere, shell } from './shell.ts';
import { within } from './spans.ts';
import { madeBy, madeCard, receivedBy, receivedCard } from './transfer-cards.ts';
import type { Page } from './visit.ts';

/** What a partner has to decide, has asked for, and still holds. */
export const partnerPage: Page = (visit) => {
  const { world, parameters, voice } = visit;
  const partner = world.partners.get(parameters.partner ?? '');
  if (partner === undefined) return nothingHere(visit);
  const { say } = voice;
  const { tenantId } = partner;
  const received = receivedBy(world, tenantId).map((transfer) => receivedCard(visit, transfer));
  const made = madeBy(world, tenantId).map((transfer) => madeCard(visit, transfer));
  return shell(visit, partner.name, [
    askerFacts(voice, partner),
    section(say('received'), received, say('noReceived')),
    section(say('made'), made, say('noMade')),
    section(say('azureAccess'), holdingsOf(visit, { partner: tenantId }), say('noAzureAccess')),
  ]);
};

interface Choice {
  readonly by: 'source' | 'target';
  readonly act: (world: World, transfer: Transfer, said: URLSearchParams) => Done;
  readonly told: 'transfer.accepted' | 'transfer.declined' | 'transfer.withdrawn';
}

const choices: Readonly<Record<string, Choice>> = {
  accept: {
    by: 'source',
    act: (world, { id }, said) => acceptTransfer(world, id, said.getAll('item')),
    told: 'transfer.accepted',
  },
  refuse: { by: 'source', act: (world, { id }) => declineTransfer(world, id), told: 'transfer.declined' },
  withdraw: { by: 'target', act: (world, { id, target }) => cancelTransfer(world, id, target), told: 'transfer.withdrawn' },
};

/** The partner's word on a transfer. */
export const answerTransfer: Page = onPost((visit, said) => {
  const {
    world,
    parameters: { partner = '', transfer: id = '' },
  } = visit;
  const transfer = world.transfers.get(id);
  const choice = choices[said.get('answer') ?? ''];
  if (transfer === undefined || choice === undefined || transfer[choice.by] !== partner || transfer.transferType === null)
    return null;
  const outcome = choice.act(world, transfer, said);
  const number = String(transfer.lines.length);
  return {
    to: `/partners/${partner}`,
    notice: toldOf(outcome, (voice) => [voice.say(choice.told, { number, time: within(voice, world.timing.transfer) })]),
  };
});
