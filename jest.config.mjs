export default {
  testEnvironment: '<rootDir>/scripts/jest-environment.mjs',
  moduleNameMapper: {
    '^(adaptivecards-templating)/lib/template-engine\\.js$': '<rootDir>/scripts/once/$1.cjs',
    '^(botbuilder|restify)$': '<rootDir>/scripts/once/$1.cjs',
  },
  // Every test imports what it uses.
  injectGlobals: false,
  // Jest would leave one processor idle, which on a small machine is half of it.
  maxWorkers: '100%',
  // A limit against what hangs, and no assertion: machines are slow at times.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/strip-types.mjs' },
};
