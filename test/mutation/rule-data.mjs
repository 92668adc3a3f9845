// What is left out, because a mutant of it would tell nothing. test/policy/headers.json holds severity, stage, clouds and days
// of every rule word for word. The compiler refuses a rule or step that looks at a fact it does not declare, a source that
// nobody read and a contradiction that is not listed. Remarks are prose for the book and decide nothing.
const held = ['severity', 'review', 'stage', 'clouds', 'from', 'until', 'needs', 'sources', 'contradiction'];
const prose = ['evidence', 'inferred', 'exceptions'];

const isCallOf = (path, ...names) => path?.isCallExpression() && names.includes(path.node.callee.name);

const isDataOfARule = (path) =>
  path.isObjectProperty() && isCallOf(path.parentPath.parentPath, 'rule') && [...held, ...prose].includes(path.node.key.name);

/** `circumstance(flows, needs, …)` and `path(flows, needs, …)`. */
const isNeeds = (path) => path.key === 1 && path.listKey === 'arguments' && isCallOf(path.parentPath, 'circumstance', 'path');

const shouldIgnore = (path) => (isDataOfARule(path) || isNeeds(path) ? 'held by the compiler or by headers.json' : undefined);

export const strykerPlugins = [{ kind: 'Ignore', name: 'rule-data', value: { shouldIgnore } }];
