import config from './jest.config.mjs';

/** What takes longer than anybody waits for between two edits: the package as it is published, a model beside the cases, lost answers in every recipe, starting and ending the real process, and whether storms and attacks would be noticed. */
export default { ...config, testMatch: ['<rootDir>/test/**/*.slow.ts'] };
