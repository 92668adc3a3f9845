import { describe, expect, test } from '@jest/globals';
import { createDrawn } from '../../src/cards/drawn.ts';
import { render } from '../../src/cards/render.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';

const [english, german] = [speakerOf('en'), speakerOf('de')];

const notice = (title: string) => ({
  ...{ title, tone: 'default' as const, lines: ['One', 'Two'], facts: [] },
  buttons: [],
});

describe('what was drawn lately is not drawn again', () => {
  test('the same screen in the same language is the same card, and another one is another', () => {
    const card = render('notice', notice('A title'), english);
    expect(render('notice', notice('A title'), english)).toBe(card);
    expect(render('notice', notice('Another title'), english)).not.toEqual(card);
    expect(render('notice', notice('A title'), german)).toMatchObject({ lang: 'de' });
  });

  test('nobody can change what others are shown', () => {
    const card = render('notice', notice('A title'), english);
    expect(Object.isFrozen(card)).toBe(true);
    expect(Object.isFrozen(card.body)).toBe(true);
    expect(Object.isFrozen((card.body as object[])[0])).toBe(true);
  });

  test('the one that was looked at longest ago is forgotten first', () => {
    const drawnOnce = createDrawn<{ what: string }>();
    const drawn: string[] = [];
    const look = (what: string): void => {
      drawnOnce(english, what, () => {
        drawn.push(what);
        return { what };
      });
    };
    look('kept');
    look('forgotten');
    for (let number = 0; number < 99; number++) {
      look(`number ${number}`);
      look('kept');
    }
    drawn.length = 0;
    look('kept');
    look('forgotten');
    expect(drawn).toEqual(['forgotten']);
  });
});
