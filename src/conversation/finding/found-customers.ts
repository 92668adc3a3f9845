import { customerScreen } from '../../cards/customer-screen.ts';
import { keptLines } from '../../cards/kept-check.ts';
import { aloud } from '../../cards/letters.ts';
import type { Button } from '../../cards/screens.ts';
import { isOver } from '../../cases/case.ts';
import type { Case } from '../../cases/case.ts';
import type { Person } from '../../cases/people.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Companies, Company, People, Store } from '../../ports.ts';
import { typed } from '../grammar/typed.ts';
import type { Found } from '../heard.ts';
import { inTime } from '../in-time.ts';
import { createKeptChecks } from '../kept-checks.ts';
import { messageOf } from '../show.ts';
import { isAbout } from './matching.ts';
import type { OwnCases } from './own-cases.ts';
import type { Looking } from './search.ts';

interface Means {
  readonly store: Store;
  readonly people: Pick<People, 'known'>;
  readonly ownCases: OwnCases;
  readonly companies: Pick<Companies, 'find'>;
  readonly clouds: readonly Cloud[];
  readonly patienceMs: number;
}

const nameFor = ({ domain, tenant, name }: Company): string => domain ?? tenant ?? name;

const keyOf = ({ tenant, domain, name }: Company): string => (tenant ?? domain ?? name).toLowerCase();

/** Customers to be shared: ours, and those about whom one has cases. */
export const createFoundCustomers = ({ store, people, ownCases, companies, clouds, patienceMs }: Means) => {
  const cloud = clouds[0] ?? 'global';
  const checks = createKeptChecks(store);

  /** What a service does not tell in time is left out: nobody waits for a list that helps with typing. */
  const listed = async (text: string, limit: number): Promise<readonly Company[]> => {
    const looked = await inTime(companies.find(cloud, text, limit), patienceMs);
    return looked === null || 'unreachable' in looked.came ? [] : looked.came;
  };

  const withCases = async (person: Person, text: string): Promise<readonly Company[]> =>
    (await ownCases(person))
      .map(({ current }) => current)
      .filter((current) => text.trim() === '' || isAbout(current, text))
      .map(({ customer: { name, tenant, domain, country } }) => ({ name, tenant, domain, country, isOurs: false }));

  /** Before anything is typed: those about whom somebody has asked lately. */
  const lately = async (text: string, limit: number): Promise<readonly Company[]> =>
    text.trim() !== '' ? [] : (await checks.newest(limit)).map(({ customer }) => ({ ...customer, country: null, isOurs: false }));

  const checkedOf = async (company: Company, speaker: Speaker): Promise<readonly string[]> => {
    const kept = await checks.of(cloud, company);
    if (kept === null) return [];
    return keptLines({ ...kept, who: (await people.known(kept.by))?.name ?? null }, speaker);
  };

  const openOf = async ({ tenant }: Company): Promise<readonly Case[]> =>
    tenant === null ? [] : (await store.casesOf(tenant)).map((kept) => kept.case).filter((current) => !isOver(current));

  const sayButton = (wants: 'cases' | 'check', company: Company, speaker: Speaker): Button => ({
    title: wants === 'cases' ? speaker.say('customer.button.cases') : speaker.say('command.check.title'),
    verb: 'say',
    id: typed({ wants, customer: nameFor(company) }, speaker.language),
    seen: '',
    tone: 'default',
    asks: false,
  });

  const foundFrom = async (company: Company, speaker: Speaker): Promise<Found> => {
    const { name, domain, isOurs } = company;
    const [cases, checked] = await Promise.all([openOf(company), checkedOf(company, speaker)]);
    const buttons = [sayButton('check', company, speaker), sayButton('cases', company, speaker)];
    const data = customerScreen({ name, domain, isOurs, checked, cases, buttons, speaker });
    return {
      title: aloud([name]),
      text: aloud([domain === name ? null : domain, speaker.say('customer.open-cases', { count: cases.length })]),
      card: messageOf({ screen: 'customer', data }, speaker).card,
    };
  };

  return async ({ person, text, skip, limit, speaker }: Looking): Promise<readonly Found[]> => {
    const [known, asked, cased] = await Promise.all([
      listed(text, skip + limit),
      lately(text, skip + limit),
      withCases(person, text),
    ]);
    // Those of one’s own cases come first; what the service knows of them counts more.
    const all = new Map([...cased, ...asked, ...known].map((company) => [keyOf(company), company]));
    const page = [...all.values()].slice(skip, skip + limit);
    return Promise.all(page.map((company) => foundFrom(company, speaker)));
  };
};
