import { join } from 'node:path';
import { createFilePost } from '../mail/file-post.ts';
import { mailServerAt } from '../mail/mail-server.ts';
import { createSmtpPost } from '../mail/smtp-post.ts';
import type { Post } from '../ports.ts';
import { createGraphPost } from '../services/graph-post.ts';
import type { Settings } from '../settings.ts';

export interface LetterPost {
  readonly post: Post;
  /** Our address, from which letters come. */
  readonly from: string;
  /** How a letter goes, for whoever runs the bot. */
  readonly by: string;
  readonly close: () => void;
}

type MailSettings = Pick<Settings, 'MAIL' | 'MAIL_FROM' | 'MAIL_SERVER' | 'MAIL_PASSWORD'>;

interface Places {
  readonly folder: string;
  /** Whose mailboxes there are; null: nobody’s. */
  readonly office: Parameters<typeof createGraphPost>[0] | null;
}

/** Where letters are laid down that do not leave the machine. */
export const letterFolder = (data: string): string => join(data, 'letters');

const nothing = (): void => undefined;

/** How letters go out, as settings say in which nothing is missing. */
export const createLetterPost = (settings: MailSettings, { folder, office }: Places): LetterPost => {
  const { MAIL = 'dry', MAIL_FROM: from = 'letters@localhost', MAIL_SERVER = '', MAIL_PASSWORD = null } = settings;
  if (MAIL === 'dry') return { post: createFilePost(folder), from, by: `the folder ${folder}`, close: nothing };
  if (MAIL === 'graph' && office !== null)
    return { post: createGraphPost(office), from, by: `the mailbox ${from} at Microsoft`, close: nothing };
  const server = mailServerAt(MAIL_SERVER, MAIL_PASSWORD);
  if (server === null) throw new Error('There is nobody by whom letters could go.');
  const post = createSmtpPost(server);
  return { post, from, by: `the mail server ${server.host}:${server.port}`, close: post.close };
};
