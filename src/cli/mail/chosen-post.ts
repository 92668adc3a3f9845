import { createFilePost } from '../../mail/file-post.ts';
import { mailServerAt } from '../../mail/mail-server.ts';
import { createSmtpPost } from '../../mail/smtp-post.ts';
import type { Operator, Post } from '../../ports.ts';
import { createSteadyClock } from '../../outbox/steady-clock.ts';
import { createAtMicrosoft } from '../../services/at-microsoft.ts';
import { createGraphPost } from '../../services/graph-post.ts';
import { createTokens } from '../../tokens/create-tokens.ts';
import { machineEndpointIn } from '../../tokens/machine-identity.ts';
import { createSecretFiles } from '../../tokens/secret-file.ts';
import { createLine } from '../../wire/line.ts';
import { accountPlaces, settings } from '../account-options.ts';
import { accountIn } from '../first-sign-in.ts';
import { UsageError } from '../usage-error.ts';

interface Chosen {
  readonly post: Post;
  readonly from: string;
  /** How a letter goes, for whoever runs the bot. */
  readonly by: string;
  readonly close: () => unknown;
}

interface Wanted {
  readonly accounts: string | undefined;
  readonly cloud: string;
  readonly operator: Operator;
}

const FOLDER = './data/letters';

const bySmtp = (from: string): Chosen => {
  const { MAIL_SERVER = '', MAIL_PASSWORD = null } = settings();
  const server = mailServerAt(MAIL_SERVER, MAIL_PASSWORD);
  if (server === null) throw new UsageError('MAIL_SERVER: expected where your mail is taken, such as smtp://HOST:587');
  const post = createSmtpPost(server);
  return { post, from, by: `the mail server ${server.host}:${server.port}`, close: post.close };
};

const byGraph = async (from: string, { accounts, cloud, operator }: Wanted): Promise<Chosen> => {
  const { file, secrets } = accountPlaces(accounts);
  const account = await accountIn(file, cloud);
  const line = createLine();
  const clock = createSteadyClock(operator.tell, null);
  const machine = machineEndpointIn(process.env);
  const tokens = createTokens({ account, line, clock, secrets: createSecretFiles(secrets), ...(machine && { machine }) });
  const office = createAtMicrosoft({ account, line, tokens, clock, operator });
  return { post: createGraphPost(office), from, by: `the mailbox ${from} at Microsoft`, close: line.close };
};

/** How letters go out, as the settings say. */
export const chosenPost = async (wanted: Wanted): Promise<Chosen> => {
  const { MAIL = 'dry', MAIL_FROM = MAIL === 'dry' ? 'letters@localhost' : undefined } = settings();
  if (MAIL_FROM === undefined) throw new UsageError('MAIL_FROM: expected your address, from which letters come');
  if (MAIL === 'smtp') return bySmtp(MAIL_FROM);
  if (MAIL === 'graph') return byGraph(MAIL_FROM, wanted);
  return { post: createFilePost(FOLDER), from: MAIL_FROM, by: `the folder ${FOLDER}`, close: () => undefined };
};
