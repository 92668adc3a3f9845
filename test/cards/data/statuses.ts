import { caseScreen } from '../../../src/cards/case-screen.ts';
import { render } from '../../../src/cards/render.ts';
import { kinds } from '../../../src/cases/case.ts';
import type { Case } from '../../../src/cases/case.ts';
import { viewOf } from '../../../src/commands/offers-to.ts';
import { waysTo } from '../../cases/lives/all.ts';
import { bruno, on } from '../../support/cases.ts';
import { given } from '../../support/given.ts';
import { house } from '../../support/world.ts';
import type { Example } from './examples.ts';

const now = on('03-09 09:00');
const typed = (wish: string, customer: string): string => `${wish} ${customer}`;

const example = (state: string, current: Case): Example => ({
  screen: 'case',
  state,
  card: (speaker, change = (same) => same) => {
    const view = { current, viewer: viewOf(bruno, current, house), speaker, now, typed };
    return render('case', change(caseScreen(view)) as ReturnType<typeof caseScreen>, speaker);
  },
});

/** A case in every status that it can have, as an approver sees it. */
export const statusExamples: readonly Example[] = kinds.flatMap((kind) =>
  [...waysTo(kind)].map(([status, events]) => example(`${kind} ${status}`, given(...events))),
);
