/** Both sides of the line: the made-up Microsoft in another process, and everything of ours that talks to it in this one. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from '../../src/clouds/account.ts';
import { instant } from '../../src/cases/time.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import { createServices } from '../../src/services/services.ts';
import type { Secrets } from '../../src/tokens/secrets.ts';
import { createLine } from '../../src/wire/line.ts';
import { nordlys } from '../../test/support/sandbox-world.ts';
import { START } from '../store/partner.ts';
import { clientId } from './made-up.ts';
import type { Asked, Opened, Setting } from './made-up.ts';

const accountAt = (base: string): Account => ({
  profile: sandboxProfile('global', base),
  tenantId: nordlys,
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  application: { clientId, credential: { kind: 'secret', secret: 'secret-of-nordlys.example' } },
  groups: [],
  facts: {},
  acceptWord: 'Accept',
  webhook: null,
});

const secretsWith = (refreshToken: string): Secrets => {
  const kept = new Map([[`sign-in.global.${nordlys}`, refreshToken]]);
  return {
    read: (name) => Promise.resolve(kept.get(name) ?? null),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
  };
};

/** Our adapters and carriers as they are, with the limits that they have. */
export const bothSides = async (setting: Omit<Setting, 'origin'>) => {
  const whole: Setting = { ...setting, origin: performance.timeOrigin };
  const child = fork(new URL('made-up.ts', import.meta.url), [JSON.stringify(whole)], { execArgv: [] });
  const answered = async (): Promise<unknown> => ((await once(child, 'message')) as unknown[])[0];
  const { base, refreshToken } = (await answered()) as Opened;
  const ask = async <What extends keyof Asked>(what: What, wants: Asked[What]['wants']): Promise<Asked[What]['gets']> => {
    const answer = answered();
    child.send([what, wants]);
    return (await answer) as Asked[What]['gets'];
  };

  let passed = 0;
  const clock = { now: () => instant(START + passed + performance.now()) };
  const line = createLine();
  const services = createServices({
    accounts: [accountAt(base)],
    line,
    clock,
    secrets: secretsWith(refreshToken),
    operator: { tell: console.error },
  });
  const [office] = services.offices;
  if (office === undefined) throw new Error('There is no account');
  return {
    office,
    carriers: services.carriers,
    clock,
    heard: () => ask('heard', null),
    relationships: () => ask('relationships', null),
    /** On both sides at once. */
    pass: async (ms: number): Promise<void> => {
      passed += ms;
      await ask('pass', ms);
    },
    close: async (): Promise<void> => {
      await line.close();
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
