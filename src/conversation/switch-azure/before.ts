import { itemsFor } from '../../cases/azure-switch/checklists.ts';
import { itemOwners } from '../../cases/checklist.ts';
import type { Request } from '../../wizards/switch-azure/proposal.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import type { Shown } from '../show.ts';
import { frame, next } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';

/** What has to be done before anything is asked of anybody else: by whom, and within how many days. */
export const drawBefore = (drawing: Drawing<Filling>, { proposal }: Pick<Request, 'proposal'>): Shown => {
  const { say, sayKey } = drawing.speaker;
  const planned = itemsFor('before', proposal);
  const groups = itemOwners.map((owner) => ({
    title: say(`owner.${owner}`),
    lines: planned
      .filter(([, whose]) => whose === owner)
      .map(([code, , days]) => say('wizard.switch.within', { what: sayKey(`item.${code}`), days })),
  }));
  return {
    screen: 'switch-azure/page',
    data: {
      ...frame(drawing, [next(drawing)]),
      lead: say('wizard.switch.before'),
      groups: groups.filter(({ lines }) => lines.length > 0),
      questions: [],
    },
  };
};
