import { judgedScreen } from '../cards/judged.ts';
import type { Button } from '../cards/screens.ts';
import { CaseId } from '../cases/ids.ts';
import type { Inquire } from '../commands/rehearse.ts';
import type { Cloud, Says } from '../policy/index.ts';
import type { Companies, Company, Store } from '../ports.ts';
import { typed } from './grammar/typed.ts';
import { show } from './turn.ts';
import type { Answered, Turn } from './turn.ts';
import { usualSituations } from './usual-situations.ts';

export type TodayWish = keyof typeof usualSituations;

interface Means {
  readonly store: Pick<Store, 'case'>;
  readonly companies: Companies;
  readonly inquire: Inquire;
  /** Of our accounts; the first is the one that is meant where nothing else is said. */
  readonly clouds: readonly Cloud[];
}

const MOST_FOUND = 5;

const leads = {
  check: 'usual.lead.check',
  'switch-azure': 'usual.lead.switch-azure',
  renew: 'usual.lead.renew',
  end: 'usual.lead.end',
} as const satisfies Record<TodayWish, string>;

/** What the rules say today to what is asked most often; what is only assumed is said. */
export const createToday = ({ store, companies, inquire, clouds }: Means) => {
  const cloud = clouds[0] ?? 'global';

  const sayButton = ({ speaker }: Turn, wants: TodayWish | 'request-admin', name: string, title: string): Button => ({
    title,
    verb: 'say',
    id: typed({ wants, customer: name }, speaker.language),
    seen: '',
    tone: 'default',
    asks: false,
  });

  const notice = ({ speaker }: Turn, wish: TodayWish, lines: string[], buttons: Button[] = []): Answered =>
    show({
      screen: 'notice',
      data: { title: speaker.sayKey(`command.${wish}.title`), tone: 'default', lines, facts: [], buttons },
    });

  /** A case stands for its customer. */
  const look: (text: string) => ReturnType<Companies['find']> = async (text) => {
    const id = CaseId.safeParse(text);
    const kept = id.success ? await store.case(id.data) : null;
    return kept === null ? companies.find(cloud, text, MOST_FOUND + 1) : [{ ...kept.case.customer, isOurs: true }];
  };

  const which = (turn: Turn, wish: TodayWish, found: readonly Company[]): Answered =>
    notice(
      turn,
      wish,
      [turn.speaker.say('talk.which-customer')],
      found.map(({ name, domain, tenant }) => sayButton(turn, wish, domain ?? tenant ?? name, name)),
    );

  const answersFor = async (turn: Turn, wish: TodayWish, customer: Company) => {
    const { speaker, person } = turn;
    const { name, tenant, domain, country } = customer;
    const asking = {
      cloud,
      customer: { name, tenant, domain, country, language: speaker.language, contact: null },
      requester: person,
    };
    const asked = usualSituations[wish].map(async ({ about, ask, told }) => {
      return { about, said: await inquire({ ...asking, asks: [ask], told }) };
    });
    const all = await Promise.all(asked);
    return {
      answers: all.flatMap(({ about, said }) =>
        said.kind === 'would' ? [{ about: speaker.say(about), judged: judgedScreen(said.decisions, speaker) }] : [],
      ),
      // That a service does not answer says nothing about the customer.
      failure: all.flatMap(({ said }) => (said.kind === 'failed' ? [said.says] : []))[0] ?? null,
    };
  };

  return async (turn: Turn, wish: TodayWish, text: string | null): Promise<Answered> => {
    const { speaker } = turn;
    if (text === null) return notice(turn, wish, [speaker.sayKey(`command.${wish}.hint`), speaker.say('talk.name-customer')]);
    const found = await look(text);
    if ('unreachable' in found) return notice(turn, wish, [speaker.say('failure.unreachable', { service: found.unreachable })]);
    const [customer, ...others] = found;
    if (customer === undefined) return notice(turn, wish, [speaker.say('talk.no-customer', { customer: text })]);
    if (others.length > 0) return which(turn, wish, found.slice(0, MOST_FOUND));
    const { answers, failure } = await answersFor(turn, wish, customer);
    if (failure !== null) return notice(turn, wish, [speaker.sayKey(failure.key, failure.values as Says['values'])]);
    if (answers.length === 0) return notice(turn, wish, [speaker.say('talk.not-decidable')]);
    return show({
      screen: 'verdict',
      data: {
        customer: customer.name,
        lead: speaker.say(leads[wish]),
        answers,
        assumed: [speaker.say('usual.assumed')],
        buttons: [
          sayButton(
            turn,
            'request-admin',
            customer.domain ?? customer.tenant ?? customer.name,
            speaker.say('command.request-admin.title'),
          ),
        ],
      },
    });
  };
};

export type Today = ReturnType<typeof createToday>;
