import type { Speaker } from '../../../src/languages/speak.ts';
import type { Examples } from './examples.ts';
import { pageButtons, word } from './pieces.ts';

const page = (speaker: Speaker, problem: string | null = null) => ({
  title: speaker.say('wizard.page.ask-customer.review'),
  customer: 'Contoso Werke AG',
  step: word('step', speaker),
  problem,
  buttons: pageButtons(speaker),
  lead: speaker.say('wizard.inquiry.lead'),
});

/** What is asked of a customer that only it knows. */
export const askCustomer: Pick<Examples, 'ask-customer/review'> = {
  'ask-customer/review': {
    'the whole letter': (speaker) => ({
      ...page(speaker),
      facts: [
        { name: speaker.say('wizard.review.customer'), value: 'contoso.example' },
        { name: speaker.say('wizard.inquiry.about'), value: 'Web shop' },
      ],
      previewTitle: word('request', speaker),
      preview: [word('greeting', speaker), word('lead', speaker), 'Nordlys Cloud AS'],
    }),
    'no letter to show': (speaker) => ({
      ...page(speaker, word('problem', speaker)),
      ...{ facts: [], previewTitle: word('request', speaker), preview: [] },
    }),
  },
};
