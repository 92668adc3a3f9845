import { describe, expect, test } from '@jest/globals';
import { fromAddress, inFront, nowhere, panesInSight, tabOf, toAddress } from '../../../src/playground/page/place.ts';
import type { Place } from '../../../src/playground/page/place.ts';

const somewhere: Place = {
  agent: 'ana',
  agentChat: '19:sales@thread.v2',
  admin: 'ada',
  adminChat: 'a:1',
  customer: 'c0570013-0013-4c13-8c13-000000000c13',
  partner: '7a11c0de-2222-4a10-8a10-0000000000a2',
  page: 'admin',
  letter: 'letter-1',
  link: 'https://admin.example/Home?a=1&b=2#/partners/x',
  left: 'admin',
  right: 'partner',
  side: 'right',
};

describe('the address of the page', () => {
  test('brings back all that was shown', () => {
    expect(fromAddress(toAddress(somewhere))).toEqual(somewhere);
    expect(fromAddress(toAddress(nowhere))).toEqual(nowhere);
  });

  test('may be written by hand, in part', () => {
    expect(fromAddress('customer=c&tab=customer')).toEqual({ ...nowhere, customer: 'c', side: 'right' });
  });

  test('is a beginning where it makes no sense', () => {
    expect(fromAddress('tab=kitchen&beside=&page=17&%%%')).toEqual(nowhere);
  });
});

describe('the panes in sight', () => {
  test('are three on a desktop, two between, one on a phone', () => {
    expect([1440, 768, 360].map((width) => panesInSight(somewhere, width))).toEqual([
      ['agent', 'admin', 'partner'],
      ['admin', 'partner'],
      ['partner'],
    ]);
  });

  test('have the chosen one among them, whatever the room', () => {
    for (const pane of ['agent', 'admin', 'customer', 'partner'] as const) {
      const place = { ...somewhere, ...inFront(pane) };
      expect(tabOf(place)).toBe(pane);
      for (const width of [360, 768, 1440]) expect(panesInSight(place, width)).toContain(pane);
    }
  });
});
