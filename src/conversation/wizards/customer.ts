import type { Choice } from '../../cards/screens.ts';
import type { Cloud } from '../../policy/index.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import { PAGE } from '../../wizards/filled.ts';
import { keyOf } from '../../wizards/customer-page.ts';
import type { Found, Who } from '../../wizards/customer-page.ts';
import { filledOn } from '../../wizards/walk.ts';
import { frame, next, problemOf } from './drawing.ts';
import type { Drawing, Filled } from './journey.ts';
import type { Shown } from '../show.ts';

const titleOf = (company: Found, { say }: Speaker): string =>
  [plain(company.name), company.domain, company.isOurs ? say('wizard.customer.ours') : null]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

const isNamed = ({ value }: Choice): boolean => value !== '';

export const drawCustomer = (drawing: Drawing<Filled & Who>, clouds: readonly Cloud[]): Shown => {
  const { filling, speaker } = drawing;
  const { typed = '', chosen = '', cloud } = filledOn(filling, 'customer');
  const isSearched = typed.trim() === filling.searched;
  const problems = [PAGE, 'typed', 'chosen', 'cloud'].map((input) => problemOf(drawing, input)).filter((one) => one !== null);
  return {
    screen: 'wizard/customer',
    data: {
      ...frame(drawing, [next(drawing)]),
      customer: null,
      problem: problems.length === 0 ? null : problems.join(' '),
      typed,
      found: isSearched ? filling.found.map((one) => ({ title: titleOf(one, speaker), value: keyOf(one) })).filter(isNamed) : [],
      chosen: isSearched ? chosen : '',
      clouds: clouds.length > 1 ? clouds.map((one) => ({ title: speaker.sayKey(`cloud.${one}`), value: one })) : [],
      cloud: cloud ?? filling.cloud ?? '',
    },
  };
};
