import { createInquire, createRehearse } from '../../src/commands/rehearse.ts';
import type { Answer } from '../../src/commands/answer.ts';
import type { JourneyName, WizardShown } from '../../src/conversation/wizards/journey.ts';
import { createJourneys } from '../../src/conversation/wizards/journeys.ts';
import type { JourneyMeans } from '../../src/conversation/wizards/journeys.ts';
import { createWizards } from '../../src/conversation/wizards/wizards.ts';
import type { Press } from '../../src/conversation/heard.ts';
import { screens } from '../../src/cards/screens.ts';
import type { Button, ScreenName } from '../../src/cards/screens.ts';
import type { Language } from '../../src/languages/speak.ts';
import type { Person } from '../../src/cases/people.ts';
import type { Click } from '../../src/conversation/click-keys.ts';
import type { Cloud } from '../../src/policy/index.ts';
import type { Company } from '../../src/ports.ts';
import { createWorld, people, someone } from './world.ts';
import type { Sitting } from './world.ts';

export const contoso: Company = {
  name: 'Contoso Bakery',
  tenant: 'c0570001-0001-4c01-8c01-0000000000c1',
  domain: 'contoso.example',
  country: 'IT',
  isOurs: false,
};
const adatum: Company = {
  ...contoso,
  name: 'Adatum',
  tenant: 'c0570002-0002-4c02-8c02-0000000000c2',
  domain: 'adatum.example',
};

/** What only people can tell, as a service would leave it out. */
const untold = [
  'customer.tenantKind',
  'customer.relatedTo',
  'customer.otherCspPartners',
  'req.expects',
  'item.boughtFrom',
  'gdap.azureGroupNested',
  'providerResellerSameRegion',
] as const;

type Means = Parameters<typeof createWizards>[0] & JourneyMeans;
type Name = keyof typeof people;
type Page = Exclude<WizardShown, { case: unknown }>;

/** Somebody before the wizard, with a made-up world behind it. */
export const atTheWizard = (more: Partial<Means> = {}, sitting: Sitting = {}, wizard: JourneyName = 'request-admin') => {
  const world = createWorld(sitting);
  for (const path of untold) world.facts.set(path, undefined);
  const companies = [contoso, adatum];
  const means = {
    ports: world.ports,
    companies: {
      find: (_cloud: Cloud, text: string) => {
        const looked = text.toLowerCase();
        return Promise.resolve(
          companies.filter(
            ({ name, domain, tenant }) => [domain, tenant].includes(looked) || name.toLowerCase().startsWith(looked),
          ),
        );
      },
      fellows: () =>
        Promise.resolve([{ name: 'Granitt Distribusjon', tenant: '7a11c0de-2222-4a10-8a10-0000000000a2', partnerId: '6200002' }]),
    },
    people: { known: (id: string) => Promise.resolve(Object.hasOwn(people, id) ? someone(id as Name) : null) },
    clouds: ['global'] as const,
    senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }),
    rehearse: createRehearse(world.ports),
    adopt: () => Promise.resolve(),
    submit: async (click: Click, by: Person, key: string) => (await world.handle({ ...click, key, actor: by })) as Answer,
    inquire: createInquire(world.ports),
    asksCustomers: true,
    holdings: { of: () => Promise.resolve({ held: [], isWhole: false }) },
    ...more,
  } satisfies Partial<Means>;
  const wizards = createWizards({ journeys: createJourneys(means), ...means });
  let shown: WizardShown = { case: '' as never };

  const see = (now: WizardShown): WizardShown => {
    // Whatever is shown is what its template is made for.
    if ('screen' in now) screens[now.screen].parse(now.data);
    shown = now;
    return now;
  };
  const page = (): Page => {
    if ('case' in shown) throw new Error('There is a case already');
    return shown;
  };
  const buttons = (): Button[] => page().data.buttons as Button[];
  const pressOf = (button: Button, inputs: Record<string, string>): Press => ({
    kind: 'press',
    verb: button.verb,
    id: button.id,
    seen: button.seen,
    inputs,
    isAutomatic: false,
  });

  return {
    world,
    means,
    wizards,
    page,
    buttons,
    pressOf,
    shown: () => shown,
    start: async (customer: string | null, by: Name = 'ana', language: Language = 'en') =>
      see(await wizards.start(someone(by), { wizard, text: customer }, language)),
    press: async (press: Press, by: Name = 'ana', language: Language = 'en') =>
      see(await wizards.press(someone(by), press, language)),
    /** Presses the first button of this verb on the page that is seen. */
    does: async (verb: Button['verb'], inputs: Record<string, string> = {}, by: Name = 'ana') => {
      const button = buttons().find((one) => one.verb === verb);
      if (button === undefined) throw new Error(`No ${verb} on ${page().screen}`);
      return see(await wizards.press(someone(by), pressOf(button, inputs), 'en'));
    },
    back: async (by: Name = 'ana') => see(await wizards.back(someone(by), 'en')),
    cancel: async (by: Name = 'ana') => see(await wizards.cancel(someone(by), 'en')),
    /** Which page is seen, by what its buttons carry. */
    where: () => /^([a-z-]+)-\d+/.exec(buttons()[0]?.seen ?? '')?.[1] ?? page().screen,
    /** A page of questions, if it is this one. */
    questions: (name: string) => {
      const seen = buttons()[0]?.seen ?? '';
      const now = page();
      if (now.screen !== 'wizard/questions' || !seen.startsWith(`${name}-`))
        throw new Error(`${now.screen} ${seen} is shown, and not ${name}: ${JSON.stringify(now.data)}`);
      return now.data;
    },
    data: <N extends ScreenName>(name: N) => {
      const now = page();
      if (now.screen !== name) throw new Error(`${now.screen} is shown, and not ${name}: ${JSON.stringify(now.data)}`);
      return now.data as Extract<Page, { screen: N }>['data'];
    },
  };
};

export const told = {
  'customer.tenantKind': 'end_customer',
  'customer.relatedTo': 'none',
  'customer.otherCspPartners': '0',
  'req.expects': '',
  'item.boughtFrom': 'null',
  'gdap.azureGroupNested': 'null',
  providerResellerSameRegion: 'null',
};

export const letter = { language: 'it', contact: 'it@contoso.example', paragraph: 'Come concordato al telefono.' };

/** As far as the last page. */
export const upToReview = async (at: ReturnType<typeof atTheWizard>, wish = 'manage'): Promise<void> => {
  await at.start('contoso.example');
  await at.does('page', { wish });
  if (wish !== 'sell') await at.does('page', { bundle: 'support-minimal', days: '90' });
  await at.does('page', told);
  await at.does('page', letter);
};
