// What a rule declares about itself and a mutant of it would tell nothing: test/policy/headers.json holds its severity, stage,
// clouds and days word for word, the compiler its needs and sources, and remarks are prose for the book.
const held = ['severity', 'review', 'stage', 'clouds', 'from', 'until', 'needs', 'sources', 'contradiction'];
const prose = ['evidence', 'inferred', 'exceptions'];

const isIgnored = (path) =>
  path.isObjectProperty() &&
  path.parentPath.parentPath?.isCallExpression() &&
  path.parentPath.parentPath.node.callee.name === 'rule' &&
  [...held, ...prose].includes(path.node.key.name);

export const strykerPlugins = [
  { kind: 'Ignore', name: 'rule-data', value: { shouldIgnore: (path) => (isIgnored(path) ? 'data of a rule' : undefined) } },
];
