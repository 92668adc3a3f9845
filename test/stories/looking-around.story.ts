import { expect } from '@jest/globals';
import { story } from '../support/story.ts';

story(
  {
    name: 'sven-looks-around',
    title: 'Sven looks around: where the journeys begin, what a rule says, what waits, who he is',
    lead: 'Nothing of this changes anything.',
  },
  async ({ says }, { store }) => {
    for (const text of [
      'check contoso.example',
      'switch azure from contoso.example',
      'renew contoso.example',
      'end contoso.example',
      'check',
      'check nowhere-at-all.example',
      'rules R-NO-CSP-TO-CSP-RESALE',
      'rules no-csp-resale',
      'who am I',
      'cases',
      'case ADM-00000-00000',
      'approve',
      'aprove ADM-00000-00000',
      'language',
    ])
      await says('sven', text);
    expect(await store.cases(null, 1)).toEqual([]);
  },
);
