/** A process that holds the store and does what it is told, until it is killed. Everybody outside is asked of the parent. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Instant } from '../../src/cases/time.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { createHandle } from '../../src/commands/handle.ts';
import { createClockwork } from '../../src/outbox/clockwork.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { FactPath } from '../../src/policy/index.ts';
import type { Carrier, Carriers, FactSource, KeptCase, LookedUp, Outcome, Ports } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { house, people, personKnown, someone } from '../support/world.ts';
import { createStep, deadlyDisk, deadlyStore } from './deadly.ts';
import { plantedCarrier, plantedStore } from './plants.ts';
import type { Beginning, Question, Request, Sight, ToChild, ToParent } from './protocol.ts';

const send = (message: ToParent, sent?: () => void): void => {
  process.send?.(message, undefined, undefined, sent);
};
const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const usual = JSON.parse(readFileSync(new URL('../../src/playground/ask/usual.json', import.meta.url), 'utf8')) as {
  defaults: Record<string, Record<string, unknown> | undefined>;
};

/** At every seventh of these times the customer looks like somebody who may not be invited. */
const FACT_MINUTES = 50;
const isOddTime = (now: Instant): boolean => Math.floor(Date.parse(now) / (FACT_MINUTES * 60_000)) % 7 === 0;

const factAt = (path: FactPath): unknown => {
  if (path === 'partner.country') return 'NO';
  const [group = '', leaf] = path.split('.');
  const found = usual.defaults[group];
  return leaf === undefined ? found : found?.[leaf];
};

const waiting = new Map<number, (outcome: Outcome | LookedUp) => void>();
let asked = 0;

const begin = async (beginning: Beginning): Promise<(question: Question) => Promise<unknown>> => {
  const { path, slack, areFactsSteady, death, plant } = beginning;
  let { now } = beginning;
  const isTenantOdd = (path: FactPath): boolean => path === 'customer.tenantKind' && !areFactsSteady && isOddTime(now);
  const source: FactSource = {
    read: (paths) =>
      Promise.resolve(Object.fromEntries(paths.map((path) => [path, isTenantOdd(path) ? 'csp_transaction_tenant' : factAt(path)]))),
  };
  const step = createStep(death);
  const real = await openLowdbStore(path, { slack, disk: deadlyDisk(step, death) });
  const store = deadlyStore(plantedStore(real, plant), step);

  const outside = (request: Request): Promise<Outcome | LookedUp> =>
    new Promise((resolve) => {
      const id = ++asked;
      waiting.set(id, resolve);
      send({ is: 'errand', id, request }, () => {
        if (!request.looksUp) step('errand-sent');
      });
    });
  const carrier: Carrier = {
    carryOut: async ({ effect, key, case: { id: caseId }, sent }) => {
      step('errand-begun');
      const outcome = await outside({ looksUp: false, key, effect, caseId, now, sent });
      step('errand-answered');
      return outcome as Outcome;
    },
    lookUp: async ({ effect, key, case: { id: caseId }, sent }) => {
      step('look-up-begun');
      const found = await outside({ looksUp: true, key, effect, caseId, now, sent });
      step('look-up-answered');
      return found as LookedUp;
    },
  };
  const planted = plantedCarrier(carrier, plant);
  const ports: Ports = {
    store,
    clock: { now: () => now },
    chance: { salt: randomUUID, fraction: Math.random },
    house: () => house,
    operator: {
      tell: (sentence) => {
        send({ is: 'told', sentence });
      },
    },
    facts: { partner: source, customer: source, letter: source },
  };
  const handle = createHandle(ports);
  const everyone = (Object.keys(people) as (keyof typeof people)[]).map(someone);
  const carryOutDue = createOutbox({
    ...ports,
    handle: async (command, settles) => {
      const handled = await handle(command, settles);
      if ((command as { name?: unknown }).name === 'clear-execution') step('cleared');
      return handled;
    },
    carriers: new Proxy({} as Carriers, { get: () => planted }),
    people: {
      known: (id) => Promise.resolve(personKnown(id)),
      withRoles: (roles) => Promise.resolve(everyone.filter((one) => roles.some((role) => one.roles.includes(role)))),
      mayTell: (_person, at) => Promise.resolve(at),
    },
  });
  const clockwork = createClockwork({ ...ports, handle, carryOutDue });

  const sightOf = ({ case: current }: KeptCase, letters: readonly { id: string; caseId: CaseId }[]): Sight => ({
    id: current.id,
    status: current.status,
    wants: current.proposal.wants,
    seen: seenOf(current),
    requester: current.requester.id,
    approvedBy: current.approvals.map(({ by }) => by.id),
    items: 'items' in current ? current.items.filter(({ done }) => done === null).map(({ code }) => code) : [],
    deadLetters: letters.filter(({ caseId }) => caseId === current.id).map(({ id }) => id),
  });

  let ticking: Promise<unknown> = Promise.resolve();
  return async (question) => {
    switch (question.what) {
      case 'command': {
        const answer = await handle(question.command);
        step('answer-ready');
        return answer;
      }
      case 'tick': {
        // One after another, as the clockwork of a bot runs.
        const before = ticking;
        const own = before.then(async () => {
          if (question.now > now) now = question.now;
          await clockwork.tick();
          return store.nextDue();
        });
        ticking = own.catch(() => null);
        return own;
      }
      case 'look': {
        const letters = await store.deadLetters();
        return (await store.cases(null, 1000)).map((kept) => sightOf(kept, letters));
      }
    }
  };
};

let answer: ((question: Question) => Promise<unknown>) | null = null;
let afterAnswer: (() => void) | null = null;

const received = async (message: ToChild): Promise<void> => {
  switch (message.is) {
    case 'begin': {
      const step = createStep(message.death);
      afterAnswer = () => {
        step('answer-sent');
      };
      answer = await begin(message);
      send({ is: 'open' });
      return;
    }
    case 'question': {
      const isCommand = message.question.what === 'command';
      const found = await answer?.(message.question);
      send({ is: 'answer', id: message.id, answer: found }, () => {
        if (isCommand) afterAnswer?.();
      });
      return;
    }
    case 'outcome':
      waiting.get(message.id)?.(message.outcome);
      waiting.delete(message.id);
  }
};

process.on('message', (message: ToChild) => {
  received(message).catch((error: unknown) => {
    send({ is: 'trouble', words: wordsOf(error) });
  });
});
// Nobody is there any more to be told anything.
process.on('disconnect', () => process.exit());
// Usually written at the end; this one is going to be killed.
flushCompileCache();
send({ is: 'loaded' });
