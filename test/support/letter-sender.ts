import { createLetterCarrier } from '../../src/letters/letter-carrier.ts';
import { mailServerAt } from '../../src/mail/mail-server.ts';
import { createSmtpPost } from '../../src/mail/smtp-post.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { awaiting, means, now } from '../letters/written.ts';

/** An invitation to somebody at the customer, wanted by the same effect each time. */
export const invitationTo = (person: string) => {
  const current = awaiting({ customer: { contact: `${person}@contoso.example` } });
  return {
    effect: { kind: 'send-letter', letter: 'invitation' },
    case: current,
    key: `letter to ${person}`,
    attempt: 0,
    now,
    sent: [],
  } as const;
};

/** Sends letters as the bot does, with what it keeps of them on the disk. */
export const openSender = async (file: string, port: number) => {
  const server = mailServerAt(`smtp://127.0.0.1:${port}`);
  if (server === null) throw new Error('no mail server');
  const store = await openLowdbStore(file, { tell: () => undefined });
  const post = createSmtpPost(server, { silenceMs: 2000, wholeMs: 2000 });
  return {
    carrier: createLetterCarrier({ store, post, from: 'letters@nordlys.example', domainsOf: () => Promise.resolve([]), ...means }),
    close: async () => {
      post.close();
      await store.close();
    },
  };
};

const [, script, file, port, ...people] = process.argv;

/** In a process of its own, to be killed in the middle of it: it never ends by itself. */
if (script?.endsWith('letter-sender.ts') && file !== undefined) {
  setInterval(() => undefined, 1000);
  const { carrier } = await openSender(file, Number(port));
  for (const person of people)
    void carrier.carryOut(invitationTo(person)).then(({ kind }) => process.stdout.write(`${person} ${kind}\n`));
}
