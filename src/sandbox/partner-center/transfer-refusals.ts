import type { Reply } from '../exchange.ts';
import { transferUnderWay } from '../transfer-checks.ts';
import type { TransferWish, WishRefusal } from '../transfer-checks.ts';
import type { AcceptRefusal } from '../transfers.ts';
import type { World } from '../world.ts';
import { refusal, refusals } from './errors.ts';
import { noSale } from './orders.ts';

export const transferNotFound = (): Reply => refusal(404, '900100', 'Transfer request not found');

export const transferInProgress = (id: string): Reply =>
  refusal(409, '900101', `This transfer isn't allowed as original transfer ${id} is in progress`);

export const transferNotPossible = (what: string): Reply => refusal(400, '900102', what);

const cannotStart = (code: string, why: string): Reply => refusal(400, code, `This transfer request can't be initiated as ${why}`);

const words: Record<Exclude<WishRefusal, 'in-progress'>, (wish: TransferWish) => Reply> = {
  ...noSale,
  'national-cloud': () => refusal(403, '900138', "Transfer can't be created as partner's national cloud isn't supported"),
  'unknown-customer': refusals.notFound,
  'no-tie': ({ target, customer }) => refusals.noCommerceRelationship(target, customer),
  'not-enabled': ({ target }) =>
    refusal(403, '900137', `Transfer can't be created as partner: ${target} not enabled for this feature`),
  'programme-not-active': refusals.programmeNotActive,
  'mpa-not-signed': () => refusal(403, '900124', "Your company hasn't accepted the Microsoft Partner Agreement (MPA)."),
  'reseller-missing': () => refusals.badInput('An indirect provider has to name the reseller of record.'),
  'reseller-mpa-not-signed': () => refusal(403, '900123', "The reseller hasn't accepted the Microsoft Partner Agreement (MPA)."),
  'source-details-missing': () =>
    refusal(400, '900136', "Transfer can't be initiated as source partner email/domain details missing in the request"),
  'source-is-target': () =>
    refusal(400, '900148', 'Transfer creation failed due to source partner details matched with requesting partner'),
  'unknown-source': () => refusal(400, '900147', 'Provide a valid domain associated with the current partner'),
  'legacy-azure': () => cannotStart('900131', 'the customer has legacy Azure subscriptions'),
  'no-azure-plan': () => cannotStart('900133', "customer hasn't purchased Azure plan"),
  'plan-not-active': () => cannotStart('900132', "the Azure plan isn't active, please enable the Azure plan"),
};

/** Why a transfer was not created. */
export const notCreated = (world: World, wish: TransferWish, why: WishRefusal): Reply =>
  why === 'in-progress' ? transferInProgress(transferUnderWay(world, wish)?.id ?? '') : words[why](wish);

const withoutAzure = (): Reply =>
  refusal(
    403,
    '900139',
    "Transfer request can't be accepted. Please request the partner to create transfer without Azure subscription(s)",
  );

const changeWords: Record<AcceptRefusal, (id: string) => Reply> = {
  'unknown-transfer': transferNotFound,
  'being-processed': (id) => refusal(409, '900104', `Transfer ${id} is being processed by another request`),
  'already-over': () => transferNotPossible('The transfer has already ended.'),
  'nothing-chosen': withoutAzure,
  'no-plan': withoutAzure,
  'unknown-item': () => transferNotPossible('One of the line items does not exist.'),
  'not-asked-for': () => transferNotPossible('One of the line items is of a product type that was not asked for.'),
  'inactive-item': () => transferNotPossible("One of the line items isn't active."),
};

/** Why a transfer was not changed. */
export const notChanged = (id: string, why: AcceptRefusal): Reply => changeWords[why](id);
