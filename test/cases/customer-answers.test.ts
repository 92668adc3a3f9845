import { describe } from '@jest/globals';
import { testLives } from '../support/lives.ts';
import { adminAnswers, azureAnswers } from './lives/answers.ts';

describe('the customer answers for itself', () => {
  testLives([...adminAnswers, ...azureAnswers]);
});
