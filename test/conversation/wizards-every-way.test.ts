import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Question } from '../../src/cards/screens.ts';
import type { JourneyName } from '../../src/conversation/wizards/journey.ts';
import { reached } from '../commands/reached.ts';
import { doing, offered } from '../support/requests.ts';
import { atTheWizard } from '../support/wizard-world.ts';

type At = ReturnType<typeof atTheWizard>;

const MOST_PAGES = 16;

/** What somebody might answer: one of the choices, or what is typed by those who do not look. */
const answerTo = (question: Question, pick: number): string => {
  switch (question.kind) {
    case 'choice':
      return question.choices[pick % question.choices.length]?.value ?? '';
    case 'several':
      return question.choices
        .filter((_, place) => (pick >> place) % 2 === 0)
        .map(({ value }) => value)
        .join(',');
    case 'toggle':
      return pick % 3 === 0 ? 'false' : 'true';
    case 'number':
      return ['0', '1', '30', '9999', ''][pick % 5] ?? '';
    case 'text':
      return ['', 'Wie besprochen.', 'https://evil.example'][pick % 3] ?? '';
  }
};

/** What nobody can object to: once somebody has been told what was wrong they say this. */
const soundAnswer = (question: Question): string => {
  if (question.kind === 'toggle') return 'true';
  if (question.kind === 'number') return '1';
  return 'choices' in question ? (question.choices[0]?.value ?? '') : 'Sound';
};

const questionsOn = (at: At): Question[] => {
  const { data } = at.page();
  return 'questions' in data ? data.questions : [];
};

const isWrongOn = (at: At): boolean => questionsOn(at).some(({ problem }) => problem !== null);

const canGoOn = (at: At): boolean => 'screen' in at.shown() && at.buttons().some(({ verb }) => verb === 'page');

/** On to where nothing is left to press. */
const walked = async (at: At, picks: readonly number[]): Promise<number> => {
  for (let page = 0; page < MOST_PAGES; page++) {
    if (!canGoOn(at)) return page;
    const answer = isWrongOn(at) ? soundAnswer : (question: Question) => answerTo(question, picks[page % picks.length] ?? 0);
    await at.does('page', Object.fromEntries(questionsOn(at).map((question) => [question.id, answer(question)])), 'ada');
  }
  return MOST_PAGES;
};

/** A case that came of it; or one refusal, with its reason. */
const end = (at: At): string => {
  const shown = at.shown();
  if ('case' in shown) return 'submitted';
  const { data, screen } = at.page();
  if (screen === 'notice') return 'refused';
  const judged = 'judged' in data ? data.judged : null;
  return judged && judged.findings.length > 0 ? 'refused' : `stays on ${screen}`;
};

const begun: Readonly<Partial<Record<JourneyName, (at: At) => Promise<string>>>> = {
  renew: (at) => reached['admin-relationship'].active(at.world, doing(at.world)),
  end: (at) => {
    at.world.facts.set('end.reservations', undefined);
    return reached['admin-relationship'].active(at.world, doing(at.world));
  },
  'hand-out': (at) => {
    const offer = offered(at.world);
    delete offer.proposal.subjects[0]?.facts['item.includesReservations'];
    return doing(at.world).opened(offer);
  },
};

describe.each(['renew', 'end', 'hand-out'] as const)('the wizard “%s”', (wizard) => {
  test('ends in a request or in one refusal with its reason, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), async (picks) => {
        const at = atTheWizard({}, {}, wizard);
        const id = (await begun[wizard]?.(at)) ?? '';
        await at.start(id, 'ada');
        expect(await walked(at, picks)).toBeLessThan(MOST_PAGES);
        expect(['submitted', 'refused']).toContain(end(at));
      }),
      { numRuns: 8 },
    );
  });
});
