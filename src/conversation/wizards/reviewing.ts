import { toldLines } from '../../cards/case-told.ts';
import { outlookLines } from '../../cards/outlook.ts';
import type { Fact } from '../../cards/screens.ts';
import type { Customer } from '../../cases/asking/states.ts';
import type { Approval, Decided } from '../../cases/decided.ts';
import type { Instant } from '../../cases/time.ts';
import { whomOf } from '../../cases/whom.ts';
import { languageNames, plain } from '../../languages/speak.ts';
import type { Language, Speaker } from '../../languages/speak.ts';
import type { Drawing } from './journey.ts';

/** The name stands above; this tells one from another of the same name. */
export const whichOf = ({ domain, tenant }: Pick<Customer, 'domain' | 'tenant'>): string =>
  [domain, tenant].filter((part) => part !== null && part !== '').join(' · ') || '–';

/** To whom it is written, and the words that go with it; nothing as long as nobody is written to. */
export const letterFacts = ({ language, contact }: Customer, paragraph: string, { say }: Speaker): Fact[] => {
  if (contact === null) return [];
  const said = plain(paragraph);
  return [
    {
      name: say('wizard.review.letter'),
      value: say('wizard.review.letterTo', { language: languageNames[language as Language], contact }),
    },
    ...(said === '' ? [] : [{ name: say('wizard.letter.paragraph'), value: said }]),
  ];
};

/** What becomes of the answer by itself. */
export const outlookOn = (decisions: readonly Decided[], { filling, reading, person, speaker }: Drawing): string[] => {
  if (filling.customer === null) return [];
  const about = whomOf({ customer: filling.customer, requester: person });
  return outlookLines(decisions, { now: `${reading.today}T00:00:00.000Z` as Instant, house: reading.house, about, speaker });
};

/** What rests on the asker's word alone. */
export const toldFacts = (decisions: readonly Decided[], speaker: Speaker): Fact[] => {
  const lines = toldLines(decisions, speaker);
  return lines.length === 0 ? [] : [{ name: speaker.say('case.fact.told'), value: lines.join('; ') }];
};

/** Whose agreement it needs; nobody’s is asked for what the rules refuse. */
export const approvalLine = (approval: Approval | null, { say, sayKey, list }: Speaker): string | null => {
  if (approval === null) return null;
  const roles = list(approval.roles.map((role) => sayKey(`value.actor.role.${role}`)));
  return say('answer.approval', { people: approval.people, roles });
};
