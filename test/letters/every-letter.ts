import type { Case } from '../../src/cases/case.ts';
import type { Language } from '../../src/languages/speak.ts';
import type { Letter } from '../../src/letters/blocks.ts';
import type { LetterKind, LetterMeans } from '../../src/letters/compose.ts';
import { inquired } from './asked.ts';
import { planned, switched, waiting } from './switched.ts';
import { awaiting, letter, over, standing } from './written.ts';

const paragraph = 'Thank you for Tuesday, Marta.\nAs agreed: half a year, and we begin with the telephones.';

/** As it is once we have a page that knows our letters. */
export const check = { code: 'QVVBQ-KNQPF-ESVEP-HKHRK-QJZYQ', page: 'letters.nordlys.example/letter' };
const OPENS = 'ZWXFG-ZQJJQ-RQJWR-GLSKC-CXWMV';

/** Questions stand on a page that opens with a code of its own, or are not asked. */
export const asked = { check: () => ({ ...check, page: 'letters.nordlys.example/answers', opens: OPENS }) };

const everywhere: Partial<LetterMeans> = { senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }) };
const licences = [{ id: 'sub-7', name: 'Office for bakers', facts: { 'item.kind': 'licence' } }];

type Wanted = readonly [LetterKind, Case, Partial<LetterMeans>?];

const all = (language: Language): Readonly<Record<string, Wanted>> => {
  const customer = { language };
  return {
    invitation: ['invitation', awaiting({ customer, paragraph })],
    'invitation with a code': ['invitation', awaiting({ customer, wants: 'gdap' }), { check: () => check }],
    'invitation to a reseller tie, US Government': [
      'invitation',
      awaiting({ customer, wants: 'reseller', cloud: 'us_gov' }),
      everywhere,
    ],
    'invitation, 21Vianet': ['invitation', awaiting({ customer, wants: 'reseller', cloud: 'china_21v', paragraph })],
    reminder: ['reminder', awaiting({ customer })],
    'reminder shortly before it is closed': ['reminder', awaiting({ customer, wants: 'gdap', lapseAnnounced: 2 })],
    'reminder, 21Vianet': ['reminder', awaiting({ customer, wants: 'reseller', cloud: 'china_21v' })],
    accepted: ['accepted', standing({ customer })],
    extended: ['extended', standing({ customer, wants: 'gdap' })],
    'about to expire': ['about-to-expire', standing({ customer, announced: 30 })],
    'about to expire tomorrow': ['about-to-expire', standing({ customer, announced: 1 })],
    ended: ['ended', over({ customer })],
    'transfer of an Azure plan planned': [
      'switch-planned',
      planned({ customer, reservations: true, marketplace: true, letter: { paragraph } }),
    ],
    'switch by hand planned': ['switch-planned', planned({ customer, procedure: 'manual-switch', reservations: true })],
    'transfer of licences planned': ['switch-planned', planned({ customer, procedure: 'licence-transfer', subjects: licences })],
    'new subscription planned': ['switch-planned', planned({ customer, procedure: 'new-subscription', otherPartner: null })],
    'new licences planned': ['switch-planned', planned({ customer, procedure: 'new-subscription', subjects: licences })],
    'enterprise agreement planned': ['switch-planned', planned({ customer, procedure: 'ea-to-csp', otherPartner: null })],
    'reminder of a transfer': ['switch-reminder', waiting({ customer })],
    'reminder of a switch by hand': ['switch-reminder', waiting({ customer, procedure: 'manual-switch' })],
    questions: ['questions', inquired({ customer, paragraph }), asked],
    'questions about whatever there is': ['questions', inquired({ customer, about: '' }), asked],
    'questions once more': ['reminder', inquired({ customer }), asked],
    'after a transfer': ['after-switch', switched({ customer })],
    'after a transfer of licences': ['after-switch', switched({ customer, procedure: 'licence-transfer', subjects: licences })],
  };
};

const writtenOut = (wanted: Readonly<Record<string, Wanted>>): Readonly<Record<string, Letter>> =>
  Object.fromEntries(Object.entries(wanted).map(([name, [kind, current, means]]) => [name, letter(kind, current, means)]));

/** Each kind of letter in a language, and each way of it. */
export const everyLetter = (language: Language) => writtenOut(all(language));

export const otherInvitations = (language: Language) => {
  const customer = { language };
  return writtenOut({
    'reseller tie': ['invitation', awaiting({ customer, wants: 'reseller' })],
    'rights that extend themselves': ['invitation', awaiting({ customer, wants: 'gdap', autoExtend: true })],
    'with a provider': ['invitation', awaiting({ customer, wants: 'reseller', model: 'indirect', includeDap: true })],
  });
};
