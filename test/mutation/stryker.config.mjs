import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default {
  testRunner: 'jest',
  // By their addresses, because Stryker looks for plugins beside the project and not beside this file.
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner'), fileURLToPath(new URL('rule-data.mjs', import.meta.url))],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'test/mutation/jest.config.mjs', enableFindRelatedTests: false },
  mutate: ['src/policy/**/*.ts', '!src/policy/fingerprint.ts', '!src/policy/index.ts'],
  ignorers: ['rule-data'],
  ignorePatterns: ['dist', 'reports', 'coverage', 'bench', 'docs'],
  // Outside the project, so that other tests do not stumble over the copy.
  tempDirName: join(tmpdir(), 'handshake-mutation'),
  cleanTempDir: 'always',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Modules of vm contexts are never given back: an older process would spend its time looking for memory.
  maxTestRunnerReuse: 100,
  timeoutMS: 20_000,
  warnings: { slow: false },
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  allowConsoleColors: false,
};
