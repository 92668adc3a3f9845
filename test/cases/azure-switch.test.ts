import { describe, expect, test } from '@jest/globals';
import { AzureSwitchEvent } from '../../src/cases/azure-switch/events.ts';
import { happens, moveAzure, switchOpened } from '../support/cases.ts';
import { testLives } from '../support/lives.ts';
import { switches } from './lives/switches.ts';
import { switchesByPeople } from './lives/switches-by-people.ts';
import { troubles } from './lives/troubles.ts';

describe('Azure comes to us by the transfer tool', () => {
  testLives(switches);
});

describe('Azure comes to us by people', () => {
  testLives(switchesByPeople);
});

describe('trouble on the way, and Azure that leaves us', () => {
  testLives(troubles);
});

describe('how it begins', () => {
  const opened = switchOpened('03-02 09:00', moveAzure('azure-plan-transfer'));
  const offered = happens('transfer-offered', '03-02 09:00');
  const isOne = (event: object, proposal: unknown) => AzureSwitchEvent.safeParse({ ...event, proposal }).success;
  const [ours, theirs] = [opened, offered].map((event) => ('proposal' in event ? event.proposal : null));

  test('what we want is asked for', () => {
    expect(isOne(opened, ours)).toBe(true);
    expect(isOne(opened, theirs)).toBe(false);
  });

  test('what another partner wants is offered', () => {
    expect(isOne(offered, theirs)).toBe(true);
    expect(isOne(offered, ours)).toBe(false);
  });
});
