import { fileURLToPath } from 'node:url';
import jest from '../../jest.config.mjs';

export default {
  ...jest,
  rootDir: '../..',
  testEnvironment: fileURLToPath(new URL('environment.mjs', import.meta.url)),
  testMatch: ['<rootDir>/test/mutation/all.ts'],
  watchman: false,
};
