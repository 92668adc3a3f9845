import { setTimeout as pause } from 'node:timers/promises';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { Answer } from '../../src/commands/answer.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { keptAnswers, wholeStore } from './check.ts';
import type { Finding } from './finding.ts';
import { Crowd } from './crowd.ts';
import { isByPerson, Ledger } from './ledger.ts';
import type { Sent } from './ledger.ts';
import { DIED, startLife } from './life.ts';
import type { Life } from './life.ts';
import { Outside } from './outside.ts';
import type { Deaths, Plan } from './plan.ts';
import type { Plant, Sight } from './protocol.ts';

const HANDS = 3;
/** A week each; more than a year, in which whatever comes to an end by itself has done so. */
const HOPS = 60;
/** What was given up is tried again in the first weeks, by whoever runs the bot. */
const HOPS_WITH_RETRIES = 4;

interface Weather {
  readonly path: string;
  readonly seed: number;
  readonly kills: number;
  readonly deaths: Deaths;
  readonly plant: Plant | null;
}

/** One store, from its first line through many deaths to the day when nothing is due any more. */
export class Front {
  readonly ledger = new Ledger();
  readonly findings: Finding[] = [];
  readonly told: string[] = [];
  readonly #weather: Weather;
  readonly #chance: Chance;
  readonly #outside: Outside;
  readonly #crowd: Crowd;
  #now = '2026-03-02T09:00:00.000Z' as Instant;
  #isBroken = false;

  constructor(weather: Weather) {
    this.#weather = weather;
    this.#chance = createChance(weather.seed);
    this.#outside = new Outside(this.#chance);
    this.#crowd = new Crowd(this.#chance, this.#outside);
  }

  /** Says how often somebody was killed. */
  async run(): Promise<number> {
    let kills = 0;
    // The next one loads its code while this one works.
    let next = this.#start();
    while (kills < this.#weather.kills && !this.#isBroken) {
      const life = next;
      next = this.#start();
      await this.#live(life, this.#weather.deaths.next(kills === 0));
      kills++;
    }
    if (!this.#isBroken) await this.#check((store) => keptAnswers(store, this.ledger, this.#now));
    await this.#calm(next);
    if (!this.#isBroken) await this.#check((store) => wholeStore(store, this.ledger, this.#outside.deeds));
    this.findings.push(...this.ledger.contradictions.map((words): Finding => ({ kind: 'lost', count: 1, words })));
    return kills;
  }

  #start(): Life {
    return startLife({
      outside: this.#outside,
      told: (sentence) => this.told.push(`${this.#now} ${sentence}`),
      trouble: (words) => {
        this.#isBroken = true;
        this.findings.push({ kind: 'lost', count: 1, words });
      },
      delayMs: () => this.#chance.below(4),
    });
  }

  async #live(life: Life, plan: Plan): Promise<void> {
    const { death, afterMs, slack } = plan;
    const { path, plant, deaths } = this.#weather;
    await life.loaded;
    const timer = setTimeout(life.kill, afterMs);
    await life.begin({ is: 'begin', path, now: this.#now, slack, areFactsSteady: false, death, plant });
    await this.#work(life);
    await life.ended;
    clearTimeout(timer);
    deaths.died(plan, life.wasKilled());
  }

  async #work(life: Life): Promise<void> {
    const again = this.ledger.unanswered.map((sent) => this.#send(life, sent));
    const hands = Array.from({ length: HANDS }, () => this.#press(life));
    await Promise.all([...again, ...hands, this.#passTime(life)]);
  }

  /** Somebody who looks at the cards and does something, for as long as there is anybody to answer. */
  async #press(life: Life): Promise<void> {
    for (;;) {
      const sights = await life.ask({ what: 'look' });
      if (sights === DIED) return;
      const command = this.#crowd.next(sights as Sight[], this.#now);
      if (command !== null) {
        const sent = this.ledger.add(command, this.#now);
        const isDouble = isByPerson(sent) && this.#chance.happens(0.1);
        await Promise.all([this.#send(life, sent), ...(isDouble ? [this.#send(life, sent)] : [])]);
      }
      if (this.#chance.happens(0.15)) await this.#pressAgain(life);
    }
  }

  /** A click of the last two days comes once more, though it was answered. */
  async #pressAgain(life: Life): Promise<void> {
    const since = later(this.#now, { days: -2 });
    const [first, ...others] = this.ledger.all.filter((sent) => isByPerson(sent) && sent.answer !== null && sent.sentAt > since);
    if (first !== undefined) await this.#send(life, this.#chance.oneOf([first, ...others]));
  }

  async #send(life: Life, sent: Sent): Promise<void> {
    const answer = await life.ask({ what: 'command', command: sent.command });
    if (answer !== DIED) this.ledger.answered(sent, Answer.parse(answer));
  }

  async #passTime(life: Life): Promise<void> {
    for (;;) {
      const luck = this.#chance.next();
      // Mostly as long as a claim holds, so that what the dead have left is taken up.
      const span =
        luck < 0.85 ? { minutes: 6 } : luck < 0.95 ? { hours: 1 + this.#chance.below(7) } : { days: 1 + this.#chance.below(4) };
      this.#now = later(this.#now, span);
      if ((await life.ask({ what: 'tick', now: this.#now })) === DIED) return;
      await pause(this.#chance.below(30));
    }
  }

  /** Nobody is killed any more: whatever is due is done. */
  async #calm(life: Life): Promise<void> {
    await life.loaded;
    this.#outside.calmDown();
    if (!this.#isBroken) {
      const { path, plant } = this.#weather;
      await life.begin({ is: 'begin', path, now: this.#now, slack: 64, areFactsSteady: true, death: null, plant });
      await Promise.all(this.ledger.unanswered.map((sent) => this.#send(life, sent)));
      await this.#passAll(life);
    }
    life.kill();
    await life.ended;
  }

  async #passAll(life: Life): Promise<void> {
    for (let hops = 0; hops < HOPS; hops++) {
      const due = await life.ask({ what: 'tick', now: this.#now });
      if (due === DIED || due === null) return;
      if (hops < HOPS_WITH_RETRIES) await this.#retryAll(life);
      const hop = later(this.#now, { days: 7 });
      this.#now = instant(Math.max(Date.parse(hop), Date.parse(due as Instant)));
    }
  }

  async #retryAll(life: Life): Promise<void> {
    const sights = await life.ask({ what: 'look' });
    if (sights === DIED) return;
    const retries = this.#crowd.retries(sights as Sight[]).map((command) => this.ledger.add(command, this.#now));
    await Promise.all(retries.map((sent) => this.#send(life, sent)));
  }

  async #check(find: (store: Awaited<ReturnType<typeof openLowdbStore>>) => Promise<readonly Finding[]>): Promise<void> {
    const store = await openLowdbStore(this.#weather.path);
    try {
      this.findings.push(...(await find(store)));
    } finally {
      await store.close();
    }
  }
}
