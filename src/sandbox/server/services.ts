import { profiles } from '../../clouds/profiles.ts';
import { createAzure } from '../azure/create-azure.ts';
import type { Face, Faults } from '../faults.ts';
import type { Asked, Setting, Surface } from '../exchange.ts';
import { createGraph } from '../graph/create-graph.ts';
import { createPartnerCenter } from '../partner-center/create-partner-center.ts';
import type { Grants, SignInRules } from '../sign-in/grants.ts';
import { createMachineIdentity } from '../sign-in/machine.ts';
import { createMint } from '../sign-in/mint.ts';
import type { Mint } from '../sign-in/mint.ts';
import { createSignIn } from '../sign-in/surface.ts';
import type { World } from '../world.ts';
import { createFace } from './face.ts';
import type { ServiceFace } from './face.ts';
import type { Limits } from './throttle.ts';

interface Works {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly grants: Grants;
  readonly rules: SignInRules;
  /** What a machine has to show when it asks who it is. */
  readonly machineHeader: string;
  /** For ids that belong to the line, not to the world. */
  readonly uuid: () => string;
  readonly tell: (sentence: string) => void;
}

export type SandboxCloud = keyof typeof profiles;

export const clouds: readonly SandboxCloud[] = ['global', 'us_gov', 'china_21v'];

const bearerOf = (asked: Asked): string => /^Bearer (.+)$/i.exec(asked.headers.authorization ?? '')?.[1] ?? '';

const servicesOf = (
  { world, grants, rules }: Works,
  cloud: SandboxCloud,
  { mint, machine, claimsOf }: { readonly mint: Mint; readonly machine: Mint; readonly claimsOf: Setting['claimsOf'] },
): readonly (readonly [Face, Surface])[] => {
  const setting = { world, cloud, claimsOf };
  return [
    ['sign-in', createSignIn({ world, profile: profiles[cloud], mint, machine, grants, rules })],
    ['partner-center', createPartnerCenter(setting)],
    ['graph', createGraph(setting)],
    ['azure', createAzure(setting)],
  ];
};

/** Every service of every cloud, by the prefix under which it is found. */
export const createServices = (works: Works): ReadonlyMap<string, ServiceFace> => {
  const { world, machineHeader } = works;
  const machine = createMint('machine', world.now);
  const machineIdentity = createMachineIdentity(world, machine, machineHeader);
  const faces = new Map<string, ServiceFace>([
    [
      '/machine-identity',
      createFace({ ...works, surface: 'machine-identity', cloud: null, answer: machineIdentity, claimsOf: () => null }),
    ],
  ]);
  for (const cloud of clouds) {
    const mint = createMint(cloud, world.now);
    const claimsOf: Setting['claimsOf'] = (asked) => mint.read(bearerOf(asked));
    for (const [surface, answer] of servicesOf(works, cloud, { mint, machine, claimsOf })) {
      faces.set(`/${cloud}/${surface}`, createFace({ ...works, surface, cloud, answer, claimsOf }));
    }
  }
  return faces;
};
