import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acceptTie } from '../../src/sandbox/ties.ts';
import { approveRelationship } from '../../src/sandbox/relationships.ts';
import { nordlys } from '../../src/playground/house.ts';
import type { Message } from '../../src/playground/teams/world.ts';
import { openStage } from './stage.ts';
import type { Name, Setting, Stage } from './stage.ts';
import { storyOf } from './told-story.ts';
import type { Aside } from './told-story.ts';

const folder = fileURLToPath(new URL('../stories/golden/', import.meta.url));

type Inputs = Readonly<Record<string, string | number | boolean | string[]>>;

/** What people do in a story, in few words. */
const doing = (stage: Stage) => {
  let begun = 0;
  const asides: (Aside & { readonly after: number })[] = [];

  const cardsOf = (messages: readonly Message[]): Message[] =>
    messages.filter(({ from, card, isDeleted }) => from === null && card !== null && !isDeleted);

  /** The newest card in somebody's own chat with the bot; of several, the one that says so. */
  const card = (name: Name, saying = ''): Message => {
    const found = cardsOf(stage.chat(name).messages).findLast((message) =>
      JSON.stringify(stage.actor(name).sees(message)).includes(saying),
    );
    if (found === undefined) throw new Error(`${name} has no card${saying && ` that says ${saying}`}`);
    return found;
  };

  return {
    card,
    /** What has happened so far is told by another story. */
    begins: (): void => {
      begun = stage.teams.transcript().length;
    },
    happenings: () => stage.teams.transcript().slice(begun),
    /** The same, with what others did meanwhile, each in its place. */
    told: () => {
      const all = stage.teams.transcript();
      const upTo = [...asides.map(({ after }) => after), all.length];
      const told = asides.flatMap((aside, place) => [aside, ...all.slice(aside.after, upTo[place + 1])]);
      return [...all.slice(begun, upTo[0]), ...told];
    },
    /** Somebody does something where no program of ours sees it. */
    aside: (says: string, reads: string | null = null): void => {
      asides.push({ kind: 'aside', at: stage.now(), says, reads, after: stage.teams.transcript().length });
    },
    /** In the channel where approvers meet. */
    posted: (): Message => {
      const found = cardsOf(stage.approvals.messages).at(-1);
      if (found === undefined) throw new Error('Nothing was posted in the channel');
      return found;
    },
    /** Shows the card once more as it is now: on a device that no news of it has reached. */
    remembers: (message: Message): (() => void) => {
      const { text, card, views } = structuredClone({ ...message, refreshed: null, activity: null });
      return () => {
        Object.assign(message, { text, card });
        message.views.clear();
        for (const [person, view] of views) message.views.set(person, view);
      };
    },
    says: async (name: Name, text: string): Promise<void> => {
      await stage.actor(name).say(stage.chat(name), text);
      await stage.settle();
    },
    presses: async (name: Name, button: string, inputs: Inputs = {}, on: Message = card(name)): Promise<void> => {
      await stage.actor(name).press(on, button, inputs);
      await stage.settle();
    },
    /** One after another, with what shows that it was done. */
    ticks: async (name: Name, button: string, done: Readonly<Record<string, string>>): Promise<void> => {
      for (const [item, words] of Object.entries(done)) {
        await stage.actor(name).press(card(name), button, { item, words });
        await stage.settle();
      }
    },
    /** The customer's administrator says yes at Microsoft to all that is offered; some minutes later we have heard of it. */
    customerAccepts: async (tenant: string): Promise<void> => {
      for (const { id, customer, status } of stage.sandbox.world.relationships.values()) {
        if (customer?.tenantId === tenant && status === 'approvalPending')
          expect(approveRelationship(stage.sandbox.world, id, tenant)).toEqual({ done: true });
      }
      await stage.later({ minutes: 30 });
    },
    customerAcceptsReseller: async (tenant: string): Promise<void> => {
      expect(acceptTie(stage.sandbox.world, tenant, nordlys.tenant, { dap: false })).toEqual({ done: true });
      await stage.later({ minutes: 30 });
    },
    /** The first open case of ours, by its id. */
    caseId: async (): Promise<string> => {
      const [kept] = await stage.store.cases(null, 1);
      if (kept === undefined) throw new Error('There is no case');
      return kept.case.id;
    },
  };
};

export type Doing = ReturnType<typeof doing>;

interface Story extends Setting {
  /** The name of its transcript in test/stories/golden. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
}

/** A whole conversation. What everybody said and saw is compared with its transcript; `npm run golden` writes it anew. */
export const story = ({ name, title, lead, ...setting }: Story, play: (people: Doing, stage: Stage) => Promise<void>): void => {
  test(title, async () => {
    const stage = await openStage(setting);
    try {
      const people = doing(stage);
      const nameOf = (id: string | null): string => (id === null ? 'somebody' : stage.teams.person(id).person.name);
      const told = (): string => storyOf({ title, lead }, people.told(), nameOf);
      const golden = `${folder}${name}.md`;
      try {
        await play(people, stage);
      } finally {
        // Also as far as it went, so that one can read why it went no further.
        if (process.env.UPDATE_GOLDEN === '1') {
          mkdirSync(folder, { recursive: true });
          writeFileSync(golden, told());
        }
      }
      expect(told()).toBe(readFileSync(golden, 'utf8'));
    } finally {
      await stage.close();
    }
  });
};
