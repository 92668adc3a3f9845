import type { Operator } from '../../ports.ts';
import { createSteadyClock } from '../../outbox/steady-clock.ts';
import { createLetterPost, letterFolder } from '../../production/letter-post.ts';
import type { LetterPost } from '../../production/letter-post.ts';
import { createAtMicrosoft } from '../../services/at-microsoft.ts';
import type { AtMicrosoft } from '../../services/at-microsoft.ts';
import { mailProblems } from '../../settings.ts';
import { createTokens } from '../../tokens/create-tokens.ts';
import { machineEndpointIn } from '../../tokens/machine-identity.ts';
import { createSecretFiles } from '../../tokens/secret-file.ts';
import { createLine } from '../../wire/line.ts';
import type { Line } from '../../wire/line.ts';
import { accountPlaces, settings } from '../account-options.ts';
import { accountIn } from '../first-sign-in.ts';
import { UsageError } from '../usage-error.ts';

interface Chosen extends Omit<LetterPost, 'close'> {
  readonly close: () => unknown;
}

interface Wanted {
  readonly accounts: string | undefined;
  readonly cloud: string;
  readonly operator: Operator;
}

const officeOn = async (line: Line, { accounts, cloud, operator }: Wanted): Promise<AtMicrosoft> => {
  const { file, secrets } = accountPlaces(accounts);
  const account = await accountIn(file, cloud);
  const clock = createSteadyClock(operator.tell, null);
  const machine = machineEndpointIn(process.env);
  const tokens = createTokens({ account, line, clock, secrets: createSecretFiles(secrets), ...(machine && { machine }) });
  return createAtMicrosoft({ account, line, tokens, clock, operator });
};

/** How letters go out, as the settings say. */
export const chosenPost = async (wanted: Wanted): Promise<Chosen> => {
  const said = settings();
  const problems = mailProblems(said);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const folder = letterFolder(said.DATA);
  if (said.MAIL !== 'graph') return createLetterPost(said, { folder, office: null });
  const line = createLine();
  const office = await officeOn(line, wanted);
  return { ...createLetterPost(said, { folder, office }), close: line.close };
};
