// Which way the doors open. One line per room: whose door it may use, and which packages it may bring.
const room = (name, may, packages, comment) => [
  {
    name: `${name}-imports`,
    severity: 'error',
    comment,
    from: { path: `^src/${name}/` },
    to: { path: '^src/', pathNot: [name, ...may].map((place) => `^src/${place}(/|[.]ts$)`) },
  },
  {
    name: `${name}-packages`,
    severity: 'error',
    comment,
    from: { path: `^src/${name}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
      pathNot: packages.map((name) => (name.startsWith('node:') ? `^(node:)?${name.slice(5)}$` : `node_modules/${name}/`)),
    },
  },
];

export default {
  forbidden: [
    ...room('policy', [], ['zod'], 'The rulebook stands alone and is pure: hand it what it must know as facts.'),
    ...room(
      'languages',
      ['policy'],
      ['intl-messageformat', '@formatjs/icu-messageformat-parser'],
      'Words for what others decide; it decides nothing.',
    ),
    ...room(
      'store',
      ['ports', 'cases', 'policy'],
      ['lowdb', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:timers/promises', 'node:zlib'],
      'An adapter implements a port and knows no other adapter.',
    ),
    ...room('http', [], ['restify'], 'The server knows no room; rooms hand it what they serve.'),
    ...room(
      'playground',
      ['policy', 'languages', 'http'],
      ['esbuild', 'lit-html', 'node:fs', 'node:fs/promises', 'node:url'],
      'What `npm start` opens.',
    ),
    ...room(
      'cli',
      ['policy', 'languages'],
      ['zod', 'node:util', 'node:stream/consumers', 'node:fs/promises'],
      'The command line asks the core as anybody may.',
    ),
    {
      name: 'policy-by-its-front-door',
      severity: 'error',
      comment: 'Other rooms use what src/policy/index.ts hands out, as a stranger would.',
      from: { path: '^src/', pathNot: '^src/policy/' },
      to: { path: '^src/policy/', pathNot: '^src/policy/index[.]ts$' },
    },
    {
      name: 'restify-in-http-only',
      severity: 'error',
      comment: 'Replacing the server must stay a change to one folder.',
      from: { path: '^src/', pathNot: '^src/http/' },
      to: { path: 'node_modules/restify/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'main.ts starts the program; it is not a shelf.',
      from: {},
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import this check cannot follow is one it cannot judge.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no first file to read.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Use it or delete it.',
      from: { orphan: true, path: '^src/', pathNot: '^src/(main|cli/handshake)[.]ts$' },
      to: {},
    },
    {
      name: 'product-never-imports-test',
      severity: 'error',
      comment: 'Fakes and fixtures stay in test/.',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'tests-share-through-support',
      severity: 'error',
      comment: 'Put shared test code in test/support.',
      from: { path: '^test/' },
      to: { path: '[.]test[.]ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
