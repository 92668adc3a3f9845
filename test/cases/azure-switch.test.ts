import { describe } from '@jest/globals';
import { testLives } from '../support/lives.ts';
import { switches } from './lives/switches.ts';
import { troubles } from './lives/troubles.ts';

describe('Azure comes to us', () => {
  testLives(switches);
});

describe('trouble on the way, and Azure that leaves us', () => {
  testLives(troubles);
});
