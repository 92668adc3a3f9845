import { whyNotToCarryOn } from '../../commands/rights.ts';
import type { Button } from '../../cards/screens.ts';
import { LONGEST_ABOUT } from '../../wizards/ask-customer/written.ts';
import { typed } from '../grammar/typed.ts';
import { button } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';

/** Which of what the customer has bought is not known. */
const MOST_NAMED = 3;

/** What leads from a page on which something is not known to a letter that asks the customer. */
export type AskWay = (drawing: Drawing, names: readonly string[]) => Button[];

/** Nothing, where customers have no page on which they could answer, or where whoever looks may not ask. */
export const createAskWay =
  (asksCustomers: boolean): AskWay =>
  (drawing, names) => {
    const { filling, person, speaker } = drawing;
    const { customer } = filling;
    if (!asksCustomers || customer === null || whyNotToCarryOn(person) !== null) return [];
    const about = names.slice(0, MOST_NAMED).join(', ').slice(0, LONGEST_ABOUT);
    const whom = customer.domain ?? customer.tenant ?? customer.name;
    const id = typed({ wants: 'ask-customer', customer: whom, about }, speaker.language);
    return [button(drawing, speaker.say('command.ask-customer.title'), { verb: 'say', id, seen: '' })];
  };
