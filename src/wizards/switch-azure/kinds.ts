/** What is known of something that is to move: only what the thing itself is. */
export type ItemFacts = Readonly<Record<string, unknown>>;

const azure: ItemFacts = { 'item.kind': 'usage', 'item.product': 'azure', 'item.term': null, 'item.daysSinceTermStart': null };

/** What something can be, and what follows from it. */
const kinds = {
  'azure-plan': { ...azure, 'item.generation': 'azure_plan' },
  'azure-legacy': { ...azure, 'item.generation': 'azure_0145p' },
  azure: { ...azure, 'item.generation': null },
  'licence-nce': { 'item.kind': 'licence', 'item.generation': 'nce' },
  'licence-legacy': { 'item.kind': 'licence', 'item.generation': 'legacy' },
  licence: { 'item.kind': 'licence', 'item.generation': null },
  software: { 'item.kind': 'software', 'item.generation': null, 'item.term': null, 'item.daysSinceTermStart': null },
  saas: { 'item.kind': 'saas', 'item.generation': null, 'item.term': null, 'item.daysSinceTermStart': null },
} as const satisfies Record<string, ItemFacts>;
export type Kind = keyof typeof kinds;

export const allKinds = Object.keys(kinds) as readonly Kind[];

const soldByPartners: readonly Kind[] = ['azure-plan', 'azure-legacy', 'licence-nce', 'licence-legacy', 'software', 'saas'];
const soldByOthers: readonly Kind[] = ['azure', 'licence', 'software', 'saas'];

/** Only what partners sell has a generation of the programme. */
export const kindsFrom = (boughtFrom: string): readonly Kind[] => (boughtFrom === 'other_csp' ? soldByPartners : soldByOthers);

const isGiven = (facts: ItemFacts, path: string): boolean => (facts[path] ?? null) !== null;

/** Whether it has to be said what this is. */
export const isUnclear = (facts: ItemFacts, boughtFrom: string): boolean =>
  !isGiven(facts, 'item.kind') ||
  (boughtFrom === 'other_csp' &&
    (facts['item.kind'] === 'usage' || facts['item.kind'] === 'licence') &&
    !isGiven(facts, 'item.generation'));

/** With what follows from what it is; null where it is known to be something else. */
export const asKind = (facts: ItemFacts, kind: Kind): ItemFacts | null => {
  const implied: ItemFacts = kinds[kind];
  return !isGiven(facts, 'item.kind') || facts['item.kind'] === implied['item.kind']
    ? { ...implied, ...Object.fromEntries(Object.entries(facts).filter(([path]) => isGiven(facts, path))) }
    : null;
};

/** What is clear by itself has no generation but the one that is known. */
export const asItIs = (facts: ItemFacts): ItemFacts => ({
  'item.generation': null,
  ...(facts['item.kind'] === 'usage' && azure),
  ...((facts['item.kind'] === 'software' || facts['item.kind'] === 'saas') && {
    'item.term': null,
    'item.daysSinceTermStart': null,
  }),
  ...facts,
});
