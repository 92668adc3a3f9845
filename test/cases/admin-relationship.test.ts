import { describe } from '@jest/globals';
import { testLives } from '../support/lives.ts';
import { asking } from './lives/asking.ts';
import { halves } from './lives/halves.ts';
import { hands } from './lives/hands.ts';
import { invitations } from './lives/invitations.ts';
import { relationships } from './lives/relationships.ts';
import { silence } from './lives/silence.ts';

describe('asking', () => {
  testLives(asking);
});

describe('inviting a customer', () => {
  testLives(invitations);
});

describe('a customer that does not answer, and groups that nobody has set up', () => {
  testLives(silence);
});

describe('invitations by hand, in trouble, and from hand to hand', () => {
  testLives(hands);
});

describe('relationships that run', () => {
  testLives(relationships);
});

describe('one half ends, and the other goes on', () => {
  testLives(halves);
});
