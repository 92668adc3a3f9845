import type { Cloud } from '../../policy/index.ts';

/** What kinds of things the rules tell apart; each has one short page. */
export const kinds = ['licence', 'usage', 'software', 'saas'] as const;
export type Kind = (typeof kinds)[number];

export const isKind = (text: unknown): text is Kind => (kinds as readonly unknown[]).includes(text);

interface Thing {
  readonly kind: Kind;
  readonly product: string;
  /** As its maker calls it, in every language. */
  readonly name: string;
}

/** What a customer can be asked about on the telephone. */
export const things = {
  office365: { kind: 'licence', product: 'office365', name: 'Microsoft 365' },
  ems: { kind: 'licence', product: 'ems', name: 'Enterprise Mobility + Security' },
  dynamics365: { kind: 'licence', product: 'dynamics365', name: 'Dynamics 365' },
  azure: { kind: 'usage', product: 'azure', name: 'Azure' },
  software: { kind: 'software', product: 'other', name: 'Software' },
  saas: { kind: 'saas', product: 'other', name: 'Marketplace' },
} as const satisfies Record<string, Thing>;
export type ThingName = keyof typeof things;

export const thingNames = Object.keys(things) as readonly ThingName[];

/** Under which id it is remembered what people have said of it. */
export const idOf = (thing: ThingName): string => `said/${thing}`;

export const thingIn = (id: string): ThingName | null => thingNames.find((thing) => idOf(thing) === id) ?? null;

/** Things that were named one after the other, as a question about them names them. */
export const thingsNamed = (text: string): readonly ThingName[] => {
  const names = text.split(', ');
  return thingNames.filter((thing) => names.includes(things[thing].name));
};

const everywhere = [
  'other_csp',
  'microsoft_direct',
  'ea',
  'open',
  'volume_licensing',
  'advisor',
  'former_csp_reseller',
  'third_party_non_csp',
  'syndication',
  'own',
] as const;
const onlyAt21Vianet = ['21vianet_direct', 'own_former_advisor'] as const;
type Origin = (typeof everywhere)[number] | (typeof onlyAt21Vianet)[number];

/** Where something can have been bought in this cloud. */
export const originsIn = (cloud: Cloud): readonly Origin[] =>
  cloud === 'china_21v' ? [...onlyAt21Vianet, ...everywhere] : everywhere;

/** Which generations there are of this kind; none where nobody need tell them apart. */
export const generationsOf = (kind: Kind): readonly string[] => {
  if (kind === 'licence') return ['nce', 'legacy'];
  return kind === 'usage' ? ['azure_plan', 'azure_0145p'] : [];
};
