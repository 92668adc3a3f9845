import type { Role } from '../policy/index.ts';
import type { Wish } from './intent.ts';

/** What one types after the command. */
type Follows = 'nothing' | 'board' | 'customer' | 'customer-about' | 'id' | 'id-words' | 'id-item-words' | 'rule' | 'language';

export interface Command {
  readonly wish: Wish;
  readonly follows: Follows;
  /** Whom the help offers it; who may do it is for the rules to say. */
  readonly roles: 'all' | readonly (Role | 'operator')[];
  /** Where the help shows it: at the beginning, with cases, below everything; in a wizard only while one is open. */
  readonly shown: 'start' | 'case' | 'below' | 'wizard';
  /** It is never done on a guess: a mistake in typing is asked about first. */
  readonly decides: boolean;
}

type Line = Omit<Command, 'wish'>;

const start = (follows: Follows, decides = false): Line => ({ follows, roles: 'all', shown: 'start', decides });
const below = (follows: Follows): Line => ({ follows, roles: 'all', shown: 'below', decides: false });
const onCase = (follows: Follows, roles: Line['roles'] = 'all'): Line => ({ follows, roles, shown: 'case', decides: true });

const deciders = ['admin_agent', 'global_admin'] as const;

const lines: Readonly<Record<Wish, Line>> = {
  'request-admin': start('customer'),
  check: start('customer'),
  'switch-azure': start('customer'),
  cases: start('board'),
  renew: start('customer'),
  end: start('customer', true),
  // What programs suggest is full: the pages on which something is not known offer it.
  'ask-customer': { ...start('customer-about'), shown: 'case' },
  case: { ...onCase('id'), decides: false },
  approve: onCase('id-words', deciders),
  decide: { ...onCase('id', deciders), decides: false },
  decline: onCase('id-words', deciders),
  'send-back': onCase('id-words', deciders),
  answer: onCase('id-words'),
  withdraw: onCase('id-words'),
  'take-over': onCase('id-words', [...deciders, 'operator']),
  tick: onCase('id-item-words'),
  accepted: onCase('id-words'),
  resume: onCase('id-words'),
  'pause-reminders': onCase('id-words'),
  'resume-reminders': onCase('id-words'),
  rules: below('rule'),
  language: below('language'),
  'who-am-i': below('nothing'),
  help: below('nothing'),
  back: { ...below('nothing'), shown: 'wizard' },
  cancel: { ...below('nothing'), shown: 'wizard', decides: true },
};

/** Every command there is: grammar, help and the app's manifest are made from this. */
export const commands: readonly Command[] = (Object.keys(lines) as Wish[]).map((wish) => ({ wish, ...lines[wish] }));

const byWish = new Map(commands.map((command) => [command.wish, command]));

export const commandOf = (wish: Wish): Command => {
  const command = byWish.get(wish);
  if (command === undefined) throw new Error(`No command ${wish}`);
  return command;
};

const isFor = ({ roles }: Command, own: readonly string[]): boolean => roles === 'all' || roles.some((role) => own.includes(role));

/** What the help offers to somebody with these roles, in the order in which it is shown. */
export const commandsFor = (roles: readonly string[]): readonly Command[] => commands.filter((command) => isFor(command, roles));

/** What the chat program itself suggests: it takes ten at most. */
export const menu: readonly Command[] = commands.filter(({ shown }) => shown === 'start' || shown === 'below');
