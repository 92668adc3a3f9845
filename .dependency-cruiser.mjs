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

/** Whoever puts the whole together: for a partner, on the command line, for the playground. */
const pickers = '^src/(main[.]ts|app[.]ts|playground/house[.]ts)$';

export default {
  forbidden: [
    ...room('policy', [], ['zod'], 'The rulebook stands alone and is pure: hand it what it must know as facts.'),
    ...room(
      'cases',
      ['policy'],
      ['zod', 'node:crypto'],
      'A case records decisions; it does not know who is watching or where it is kept.',
    ),
    ...room('commands', ['policy', 'cases', 'ports'], ['zod'], 'Commands reach the world through ports.ts.'),
    ...room(
      'wizards',
      ['commands', 'cases', 'policy', 'languages'],
      ['zod'],
      'A wizard turns answers into a command; it does not save, call or draw.',
    ),
    ...room(
      'outbox',
      ['commands', 'policy', 'cases', 'ports'],
      ['node:timers/promises'],
      'The outbox calls ports and reports back through a command.',
    ),
    ...room(
      'languages',
      ['policy'],
      ['intl-messageformat', '@formatjs/icu-messageformat-parser'],
      'Words for what others decide; it decides nothing.',
    ),
    ...room(
      'cards',
      ['languages', 'cases', 'policy'],
      ['zod', 'adaptivecards-templating', 'node:fs'],
      'A card shows values that it is given.',
    ),
    ...room(
      'store',
      ['ports', 'cases', 'policy'],
      ['lowdb', 'zod', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:timers/promises', 'node:zlib'],
      'An adapter implements a port and knows no other adapter.',
    ),
    ...room(
      'letters',
      ['cases', 'policy', 'languages', 'ports'],
      ['zod', 'node:url'],
      'What customers receive; who we are and where links may lead is handed in.',
    ),
    ...room(
      'mail',
      ['cases', 'ports'],
      ['nodemailer', 'node:fs/promises', 'node:path', 'node:stream'],
      'Brings whole messages to mail servers, and reads what comes back from them; it knows no letter.',
    ),
    ...room(
      'clouds',
      ['policy'],
      ['zod', 'node:fs/promises', 'node:path'],
      'Every host and audience stands here, and nowhere else.',
    ),
    ...room(
      'wire',
      ['cases'],
      ['zod', 'undici', 'cockatiel', 'node:crypto', 'node:timers/promises'],
      'The line to a service: it knows HTTP and no service.',
    ),
    ...room(
      'tokens',
      ['wire', 'clouds', 'ports', 'cases'],
      ['zod', 'jose', 'node:crypto', 'node:fs/promises', 'node:path'],
      'Proves to services who we are.',
    ),
    ...['partner-center', 'graph', 'azure'].flatMap((name) =>
      room(
        name,
        ['wire', 'clouds', 'cases', 'policy'],
        ['zod', 'node:crypto'],
        'An adapter says in our words what a service says in its own, and knows no other adapter.',
      ),
    ),
    ...room(
      'services',
      ['partner-center', 'graph', 'azure', 'tokens', 'wire', 'clouds', 'ports', 'cases', 'policy', 'commands'],
      ['zod', 'node:crypto', 'node:fs/promises', 'node:timers/promises'],
      'What cases want done and known, at Microsoft.',
    ),
    ...room(
      'sandbox',
      ['clouds', 'languages', 'cases', 'policy'],
      ['zod', 'find-my-way', 'node:http', 'node:crypto', 'node:fs', 'node:url', 'node:stream', 'node:timers/promises'],
      'A made-up world that speaks the wire of the real services; it shares no code with what talks to them.',
    ),
    ...room(
      'conversation',
      ['wizards', 'cards', 'letters', 'commands', 'cases', 'policy', 'languages', 'ports'],
      ['zod', 'node:crypto'],
      'What is said and answered, whatever program carries it.',
    ),
    ...room(
      'people',
      ['ports', 'cases', 'policy'],
      ['zod', 'node:fs/promises'],
      'Who works here, as the partner has written it down; another list of people is another adapter.',
    ),
    ...room(
      'teams',
      ['conversation', 'ports', 'clouds', 'cases', 'policy', 'languages', 'wire', 'http/server'],
      ['zod', 'botbuilder', 'jose', 'node:timers/promises'],
      'The only room that knows Teams and the Bot Framework; what is meant it hands to the conversation.',
    ),
    ...room(
      'customer-pages',
      ['ports', 'http/server', 'letters', 'languages', 'commands', 'cases', 'policy'],
      ['zod', 'node:crypto'],
      'Pages for whoever has a letter of ours and no account here; who keeps what they answer is handed in.',
    ),
    ...room('http', [], ['restify', 'node:net'], 'The server knows no room; rooms hand it what they serve.'),
    ...room(
      'playground',
      ['policy', 'languages', 'http', 'cases', 'sandbox'],
      ['esbuild', 'lit-html', 'zod', 'node:crypto', 'node:http', 'node:fs', 'node:fs/promises', 'node:url'],
      'What `npm start` opens, and a Teams for this machine alone; it shares no code with what talks to it.',
    ).map((rule) => ({ ...rule, from: { ...rule.from, pathNot: pickers } })),
    ...room(
      'cli',
      [
        ...['policy', 'languages', 'cases', 'commands', 'outbox', 'ports', 'store', 'settings'],
        ...['clouds', 'wire', 'tokens', 'graph', 'partner-center', 'services', 'letters', 'mail'],
      ],
      ['zod', 'node:crypto', 'node:os', 'node:path', 'node:util', 'node:stream/consumers', 'node:fs/promises'],
      'The command line asks the core as anybody may, and the store and the services as the operator does.',
    ),
    {
      name: 'ports-are-words',
      severity: 'error',
      comment: 'What is needed from outside is said in the words of cases and rules.',
      from: { path: '^src/ports(/|[.]ts$)' },
      to: { path: '^src/', pathNot: ['^src/ports/', '^src/cases/', '^src/policy/index[.]ts$'] },
    },
    {
      name: 'adapters-are-picked-at-the-door',
      severity: 'error',
      comment: 'The bot runs on ports, so that tests can run the whole of it on fakes.',
      from: {
        path: '^src/',
        pathNot: [pickers, '^src/(cli|store|services|partner-center|graph|azure|tokens|wire|teams)/'],
      },
      to: { path: '^src/(store|services|partner-center|graph|azure|tokens|wire)/|^src/mail/.*-post[.]ts$' },
    },
    {
      name: 'the-sandbox-is-outside',
      severity: 'error',
      comment: 'Adapters reach it over HTTP, exactly as they reach Microsoft; production never has it.',
      from: { path: '^src/', pathNot: '^src/(sandbox|playground)/' },
      to: { path: '^src/sandbox/' },
    },
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
      name: 'bot-framework-in-teams-only',
      severity: 'error',
      comment: 'Its SDK is archived by its maker; replacing it must stay a change to one folder.',
      from: { path: '^src/', pathNot: '^src/teams/' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
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
