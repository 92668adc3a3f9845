import { expect, test } from '@jest/globals';
import { filledIn } from '../../../src/playground/page/chat/filled-in.ts';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'words', value: 'before' },
    {
      type: 'Container',
      items: [
        { type: 'Input.Number', id: 'number' },
        { type: 'Input.Toggle', id: 'toggle', value: 'false' },
      ],
    },
    { type: 'TextBlock', id: 'title', text: 'words' },
  ],
  actions: [{ type: 'Action.Execute', data: { type: 'Input.Text', note: 'not a field: it has no name' } }],
};

test('a card that is drawn again has what was filled in, in every field and nowhere else', () => {
  expect(filledIn(card, { words: 'after', number: '12', toggle: 'true', title: 'no field', strange: 'x' })).toEqual({
    ...card,
    body: [
      { type: 'Input.Text', id: 'words', value: 'after' },
      {
        type: 'Container',
        items: [
          { type: 'Input.Number', id: 'number', value: 12 },
          { type: 'Input.Toggle', id: 'toggle', value: 'true' },
        ],
      },
      { type: 'TextBlock', id: 'title', text: 'words' },
    ],
  });
});

test('the card itself is not touched', () => {
  const before = structuredClone(card);
  filledIn(card, { words: 'after' });
  expect(card).toEqual(before);
});
