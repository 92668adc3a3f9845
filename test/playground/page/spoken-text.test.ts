import { describe, expect, test } from '@jest/globals';
import { partsOf } from '../../../src/playground/page/chat/spoken-text.ts';

const words = (text: string) => ({ text, address: null });

describe('what somebody has written', () => {
  test('is words, with the addresses in it to follow', () => {
    expect(partsOf('See https://docs.example/a?b=1, please.')).toEqual([
      words('See '),
      { text: 'https://docs.example/a?b=1', address: 'https://docs.example/a?b=1' },
      words(', please.'),
    ]);
  });

  test('is never markup', () => {
    expect(partsOf('<b>no</b> [x](y) **z**')).toEqual([words('<b>no</b> [x](y) **z**')]);
  });

  test('does not lead to where somebody’s name stands before the host', () => {
    expect(partsOf('https://bank.example@evil.example/')).toEqual([words('https://bank.example@evil.example/')]);
  });

  test('shows names as one sees them', () => {
    expect(partsOf('<at>Handshake</at> help')).toEqual([words('Handshake help')]);
  });

  test('may be nothing', () => {
    expect(partsOf('')).toEqual([]);
  });
});
