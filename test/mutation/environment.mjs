// Jest's environment for Node, which gives up after the first failure: one is enough to kill a mutant.
import { TestEnvironment } from 'jest-environment-node';

export default class FirstFailureEnds extends TestEnvironment {
  handleTestEvent = (event, state) => {
    if (event.name === 'test_done' && event.test.errors.length > 0) state.testNamePattern = /(?!)/;
  };
}
