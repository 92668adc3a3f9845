import { keptCheckScreen } from '../../cards/kept-check.ts';
import type { Speaker } from '../../languages/speak.ts';
import { typed } from '../grammar/typed.ts';
import type { KeptCheck } from '../kept-checks.ts';
import type { Shown } from '../show.ts';

/** `who`: the name of whoever has checked, as far as they are still known. */
export const sharedCheck = ({ customer, on, items }: KeptCheck, who: string | null, speaker: Speaker): Shown => {
  const { name, domain, tenant } = customer;
  const again = {
    ...{ title: speaker.say('command.check.title'), verb: 'say' as const, seen: '', tone: 'default' as const, asks: false },
    id: typed({ wants: 'check', customer: domain ?? tenant ?? name }, speaker.language),
  };
  return {
    screen: 'check-eligibility/kept',
    data: keptCheckScreen({ customer: name, who, on, items, buttons: [again] }, speaker),
  };
};
