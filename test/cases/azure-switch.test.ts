import { describe } from '@jest/globals';
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
