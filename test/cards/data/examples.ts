import { screens } from '../../../src/cards/screens.ts';
import type { ScreenData, ScreenName } from '../../../src/cards/screens.ts';
import { render } from '../../../src/cards/render.ts';
import type { Card } from '../../../src/cards/render.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { answers } from './answers.ts';
import { askCustomer } from './ask-customer.ts';
import { cases } from './case.ts';
import { ending } from './ending.ts';
import { checkEligibility } from './check-eligibility.ts';
import { requestAdmin } from './request-admin.ts';
import { switchAzure } from './switch-azure.ts';

/** Every screen in the states that look different, in any language. The gallery draws the same. */
export type Examples = { readonly [N in ScreenName]: Readonly<Record<string, (speaker: Speaker) => ScreenData<N>>> };

const examples: Examples = {
  ...answers,
  ...askCustomer,
  ...ending,
  ...requestAdmin,
  ...checkEligibility,
  ...cases,
  ...switchAzure,
};

export interface Example {
  readonly screen: ScreenName;
  readonly state: string;
  /** As it is, or with its data changed first. */
  readonly card: (speaker: Speaker, change?: (data: unknown) => unknown) => Card;
}

/** A name and its own data, whichever it is. */
type Named = { [N in ScreenName]: readonly [N, Examples[N]] }[ScreenName];

const drawn = ([screen, states]: Named): Example[] =>
  Object.entries(states).map(([state, data]: [string, (speaker: Speaker) => unknown]) => ({
    screen,
    state,
    card: (speaker, change = (same) => same) => render(screen, change(data(speaker)) as ScreenData<ScreenName>, speaker),
  }));

const names = Object.keys(screens) as ScreenName[];

export const allExamples: readonly Example[] = names.flatMap((screen) => drawn([screen, examples[screen]] as Named));
