import { expect, test } from '@jest/globals';
import { saidText } from '../../src/teams/said-text.ts';

const BOT = new Set(['Nordlys Partner Bot']);

test.each([
  ['<at>Nordlys Partner Bot</at> status solsikkebakeri.example', 'status solsikkebakeri.example'],
  ['<at id="0">Nordlys Partner Bot</at>&nbsp;ayuda', 'ayuda'],
  ['ask <at>Ada Berg</at> please', 'ask Ada Berg please'],
  ['R&amp;D &lt;b&gt; &#39;x&#x27; &quot;y&quot; &unknown;', 'R&D <b> \'x\' "y" &unknown;'],
  ['&amp;lt;at&amp;gt;', '&lt;at&gt;'],
  ['  help \n', 'help'],
  ['&#0;&#9999999;&#xFFFFFF;x', 'x'],
  ['&#55296;', '\ufffd'],
  ['<at>', '<at>'],
  ['<at <at>Nordlys Partner Bot</at> help', '<at   help'],
])('%j is heard as %j', (text, heard) => {
  expect(saidText(text, BOT)).toBe(heard);
});

test('a bot without a name strips nobody’s', () => {
  expect(saidText('<at>Ada</at> hi', new Set())).toBe('Ada hi');
});

test.each(['<at>', '<at', ' ', '&#', '<at>x</at>', '&amp;'])('100 KB of %j come to an end', (piece) => {
  expect(saidText(piece.repeat(100_000 / piece.length), BOT).length).toBeLessThanOrEqual(10_000);
});

test('what comes after ten thousand signs is not read', () => {
  expect(saidText(`${'x'.repeat(10_000)}more`, BOT)).toHaveLength(10_000);
});
