import type { Account } from '../../clouds/account.ts';
import type { Clock } from '../../ports.ts';
import type { AtMicrosoft } from '../../services/at-microsoft.ts';
import type { KeptSignIn } from '../../tokens/kept-sign-in.ts';
import type { Tokens } from '../../tokens/tokens.ts';
import type { Line as Wire } from '../../wire/line.ts';
import type { Finding, Line } from './finding.ts';

/** One of our accounts, with everything it takes to look at it. */
export interface Patient {
  readonly account: Account;
  readonly at: AtMicrosoft;
  readonly tokens: Tokens;
  readonly signIn: KeptSignIn;
  readonly wire: Wire;
  readonly clock: Clock;
}

/** One thing to look at, or to do. What the doctor looks at it only reads. */
export interface Check {
  readonly tried: string;
  /** What has to be in order before there is a point in looking. */
  readonly needs: readonly Check[];
  readonly look: (patient: Patient) => Promise<Finding>;
}

const standsInTheWay = ({ is }: Line): boolean => is === 'fault' || is === 'not-tried';

/** Why it was not looked at: the first thing that is really wrong. */
export const notTried = (tried: string, cause: string): Line => ({
  tried,
  is: 'not-tried',
  words: `because of the fault at “${cause}”`,
});

/** Looks at one thing after the other, and at nothing that an earlier fault makes pointless. */
export const runChecks = async (checks: readonly Check[], patient: Patient): Promise<readonly Line[]> => {
  const lines = new Map<Check, Line>();
  const causes = new Map<Check, string>();
  for (const check of checks) {
    const { tried, needs, look } = check;
    const blocked = needs.find((need) => {
      const line = lines.get(need);
      return line !== undefined && standsInTheWay(line);
    });
    const cause = blocked && (causes.get(blocked) ?? blocked.tried);
    if (cause !== undefined) causes.set(check, cause);
    lines.set(check, cause === undefined ? { tried, ...(await look(patient)) } : notTried(tried, cause));
  }
  return [...lines.values()];
};
