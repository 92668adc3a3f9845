import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const pure = 'The core is pure: take it as a fact, a port or a parameter.';

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'coverage/', 'reports/', '.stryker-tmp/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 5],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/policy/**', 'src/cases/**', 'src/wizards/**', 'src/commands/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'setTimeout', 'crypto', 'console'].map((name) => ({ name, message: pure })),
      ],
      'no-restricted-syntax': [
        'error',
        ...[
          "NewExpression[callee.name='Date'][arguments.length=0]",
          "MemberExpression[object.name='Date'][property.name='now']",
          "MemberExpression[object.name='Math'][property.name='random']",
        ].map((selector) => ({ selector, message: 'The core is pure: time and chance arrive as facts.' })),
      ],
    },
  },
  {
    files: ['src/policy/**', 'src/cases/**', 'src/wizards/**'],
    rules: {
      '@typescript-eslint/no-restricted-types': ['error', { types: { Promise: 'The core never waits.' } }],
      // A hash is a function of its text; everything else in there is chance.
      'no-restricted-imports': ['error', { paths: [{ name: 'node:crypto', allowImportNames: ['createHash'], message: pure }] }],
    },
  },
  // The floor that the benches measure against is an if chain on purpose.
  { files: ['bench/**'], rules: { complexity: 'off' } },
  { files: ['test/**/*.{test,slow}.ts'], ...jest.configs['flat/recommended'] },
  {
    files: ['test/**/*.{test,slow}.ts'],
    rules: {
      // Examples are written as data; the rule tester holds the expectations.
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'testRule', 'fc.assert'] }],
      'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['story'] }],
    },
  },
  prettier,
);
