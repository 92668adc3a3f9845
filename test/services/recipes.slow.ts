import { describe, expect, test } from '@jest/globals';
import { broken, played, textOf, verdictOn } from './recipes/matrix.ts';
import { recipes } from './recipes/recipes.ts';

/** Every fault at every step is tried by `npm run recipes`; the one that tempts most to do a thing twice is tried here too. */
describe.each(recipes)('recipe $name', (recipe) => {
  test('ends as it should when nothing goes wrong', async () => {
    const outcome = await played(recipe);
    expect([outcome.status, outcome.stuck]).toEqual([recipe.ends, null]);
    expect(outcome.left).toMatchObject(recipe.leaves);
  });

  test('ends the same, and nothing is created twice, whichever answer is lost after the thing was done', async () => {
    const { steps } = await played(recipe);
    const verdicts = await Promise.all(
      steps.map(async (step) => [textOf(step), verdictOn(recipe, await broken(recipe, step, 'lost after'))]),
    );
    expect(verdicts).toEqual(steps.map((step) => [textOf(step), 'right']));
  });

  test('knows a doubled thing when it sees one', () => {
    const [what = ''] = Object.keys(recipe.leaves);
    const twice = { status: recipe.ends, left: { [what]: 2 }, stuck: null, steps: [] };
    expect(verdictOn(recipe, twice)).toBe('doubled');
  });
});
