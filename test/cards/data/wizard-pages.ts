import { homeScreen } from '../../../src/cards/home-screen.ts';
import { render } from '../../../src/cards/render.ts';
import type { ScreenData } from '../../../src/cards/screens.ts';
import { commandsFor } from '../../../src/conversation/commands.ts';
import { typed } from '../../../src/conversation/grammar/typed.ts';
import { invitationPreview } from '../../../src/conversation/request-admin/letter.ts';
import { drawRelationship } from '../../../src/conversation/request-admin/relationship.ts';
import { drawReview } from '../../../src/conversation/request-admin/review.ts';
import { drawRoles } from '../../../src/conversation/request-admin/roles.ts';
import { drawCustomer } from '../../../src/conversation/wizards/customer.ts';
import type { Drawing } from '../../../src/conversation/wizards/journey.ts';
import { drawLetter } from '../../../src/conversation/wizards/letter.ts';
import { drawTold } from '../../../src/conversation/wizards/told.ts';
import type { Shown } from '../../../src/conversation/show.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { checkParagraph, checkRecipient } from '../../../src/letters/checks.ts';
import { says } from '../../../src/wizards/filled.ts';
import { stepsOf } from '../../../src/wizards/request-admin.ts';
import { begun } from '../../../src/wizards/request-admin/filling.ts';
import type { Filling, Page } from '../../../src/wizards/request-admin/filling.ts';
import { requestOf } from '../../../src/wizards/request-admin/review.ts';
import { settled } from '../../../src/wizards/request-admin/told.ts';
import { turnedTo } from '../../../src/wizards/walk.ts';
import { ruled } from '../../support/cases.ts';
import { scenarios } from '../../support/situations.ts';
import { house, someone } from '../../support/world.ts';
import { askPages } from './ask-pages.ts';
import { endingPages } from './ending-pages.ts';
import type { Example } from './examples.ts';
import { switchPages } from './switch-pages.ts';

const reading = { house, today: '2026-03-02', checks: { checkParagraph, checkRecipient } };
const fellows = ['Granitt Distribusjon', 'Fjord Distribusjon'].map((name) => ({ name, tenant: null, partnerId: '6200002' }));
const senders = () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' });

const filling: Filling = {
  ...begun('global'),
  customer: {
    name: 'Contoso Example Handel AS',
    tenant: 'c0570025-0025-4c25-8c25-000000000c25',
    domain: 'contoso.example',
    country: 'IT',
    isOurs: true,
  },
  ourselves: { type: 'direct_bill', fellows: [] },
  missing: ['customer.tenantKind', 'customer.relatedTo', 'customer.otherCspPartners', 'req.expects', 'item.boughtFrom'],
  filled: {
    relationship: { wish: 'manage' },
    roles: { bundle: 'support-minimal' },
    told: { 'customer.otherCspPartners': '1' },
    letter: { language: 'it', contact: 'admin@contoso.example', paragraph: 'Come d’accordo al telefono.' },
  },
};

/** As somebody sees the page who has not filled in anything on it, or has. */
const drawing = (page: Page, speaker: Speaker, more: Partial<Filling> = {}): Drawing<Filling> => {
  const at = { ...turnedTo(filling, page), ...more };
  const who = { person: someone('ana'), speaker };
  return {
    journey: 'request-admin',
    id: 'draft',
    filling: at,
    reading,
    problems: {},
    ...who,
    steps: stepsOf(at, reading),
    wanted: null,
  };
};

const letter = (drawn: Drawing<Filling>): Shown => drawLetter(drawn, invitationPreview(drawn, senders));

const broad = says('wizard.warning.broad', { roles: { labels: ['adminRole.exchange_administrator.title'] } });

const review = (speaker: Speaker, id: string): Shown => {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`No scenario ${id}`);
  const drawn = drawing('review', speaker);
  const request = requestOf(drawn.filling, reading);
  if (request === null) throw new Error('Not filled in');
  const decided = ruled(scenario);
  const approval = decided.verdict === 'deny' ? null : { people: 1 as const, roles: ['admin_agent' as const] };
  return drawReview(drawn, { request, decisions: [decided], approval });
};

const home = (speaker: Speaker): ScreenData<'home'> => {
  const person = someone('ana');
  const entries = commandsFor(person.roles).map(({ wish }) => ({
    title: speaker.sayKey(`command.${wish}.title`),
    hint: speaker.sayKey(`command.${wish}.hint`),
    typed: typed({ wants: wish }, speaker.language),
  }));
  return homeScreen({ entries, person, speaker });
};

const pages: Readonly<Record<string, (speaker: Speaker) => Shown>> = {
  'help of an agent': (speaker) => ({ screen: 'home', data: home(speaker) }),
  'nobody looked for': (speaker) => drawCustomer(drawing('customer', speaker, { customer: null, searched: null }), ['global']),
  'direct partner': (speaker) => drawRelationship(drawing('relationship', speaker, { filled: {} })),
  'indirect reseller': (speaker) =>
    drawRelationship(drawing('relationship', speaker, { filled: {}, ourselves: { type: 'indirect_reseller', fellows } })),
  'rights, nothing chosen': (speaker) => drawRoles(drawing('roles', speaker, { filled: { relationship: { wish: 'manage' } } })),
  'rights of one’s own choice': (speaker) =>
    drawRoles({
      ...drawing('roles', speaker, { filled: { roles: { bundle: 'own', own: 'exchange_administrator', days: '365' } } }),
      problems: { warning: broad, days: says('wizard.warning.long', { usual: 30 }) },
    }),
  'what only you know': (speaker) => drawTold(drawing('told', speaker), null, settled(filling)),
  'a letter to write': (speaker) => letter(drawing('letter', speaker, { filled: {} })),
  'a letter to read': (speaker) => letter({ ...drawing('letter', speaker), wanted: 'look' }),
  'ready to be sent': (speaker) => review(speaker, 'G-056'),
  'refused by the rules': (speaker) => review(speaker, 'G-059'),
  ...endingPages,
};

/** The pages of the wizard as people get them, with the real words. */
export const wizardExamples: readonly Example[] = Object.entries({ ...pages, ...switchPages, ...askPages }).map(
  ([state, page]) => ({
    screen: 'wizard/review',
    state: state,
    card: (speaker, change = (same) => same) => {
      const { screen, data } = page(speaker);
      return render(screen, change(data) as never, speaker);
    },
  }),
);
