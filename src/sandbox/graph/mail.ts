import * as z from 'zod';
import { instant } from '../../cases/time.ts';
import { jsonIn } from '../json.ts';
import type { Call } from '../routing.ts';
import { secondsFor } from '../timing.ts';
import type { SentMail } from '../world.ts';
import { failed } from './answers.ts';
import type { Answered, Failed } from './answers.ts';
import { mimeIn } from './mime.ts';
import type { Submitted } from './mime.ts';
import { pageOf } from './pages.ts';

/** What one mailbox lets out at most. */
const MOST_BYTES = 500_000;

const invalid = (code: string, message: string): Failed => ({ failed: 400, code, message });

const NO_RECIPIENT = invalid('ErrorInvalidRecipients', 'At least one recipient is not valid.');
const TOO_LARGE: Failed = {
  failed: 413,
  code: 'ErrorMessageSizeExceeded',
  message: 'The message exceeds the maximum supported size.',
};
const NOT_BY_APPLICATIONS: Failed = {
  failed: 403,
  code: 'ErrorAccessDenied',
  message: 'Only an application without a person can use this mailbox.',
};
const NOT_THE_SENDER: Failed = {
  failed: 403,
  code: 'ErrorSendAsDenied',
  message: 'The account which was used to submit this request may not send on behalf of the specified sending account.',
};

const Address = z.object({ emailAddress: z.object({ address: z.string() }) });

const Described = z.object({
  message: z.object({
    subject: z.string().nullish(),
    body: z.object({ contentType: z.string(), content: z.string() }).nullish(),
    from: Address.nullish(),
    toRecipients: z.array(Address),
    internetMessageId: z.string().nullish(),
  }),
});

const describedIn = (raw: Buffer): Submitted | Failed => {
  const parsed = Described.safeParse(jsonIn(raw.toString('utf8')));
  if (!parsed.success) return failed(400, 'The request body is malformed.');
  const { from, toRecipients, internetMessageId } = parsed.data.message;
  return {
    from: from?.emailAddress.address ?? null,
    to: toRecipients.map(({ emailAddress: { address } }) => address),
    messageId: internetMessageId ?? null,
    raw,
  };
};

const submittedBy = ({ asked: { headers, raw } }: Call): Submitted | Failed => {
  const submitted = headers['content-type']?.startsWith('text/plain') === true ? mimeIn(raw) : describedIn(raw);
  if ('failed' in submitted) return submitted;
  return submitted.to.length > 0 && submitted.to.every((address) => /^[^@\s]+@[^@\s]+$/.test(address)) ? submitted : NO_RECIPIENT;
};

/** The address of a mailbox, whatever it was named by. */
const mailboxOf = ({ world, claims }: Call, named: string): string | null => {
  const partner = world.partners.get(claims.tenant);
  const wanted = named.toLowerCase();
  const person = partner?.people.find(({ id, upn }) => id === wanted || upn.toLowerCase() === wanted);
  return person?.upn ?? partner?.sharedMailboxes.find((address) => address === wanted) ?? null;
};

const ofMailbox =
  (answer: (call: Call, mailbox: string) => Answered) =>
  (call: Call): Answered => {
    if (call.claims.kind !== 'app') return NOT_BY_APPLICATIONS;
    const named = call.parameters.id ?? '';
    const mailbox = mailboxOf(call, named);
    return mailbox === null
      ? { failed: 404, code: 'ErrorInvalidUser', message: `The requested user '${named}' is invalid.` }
      : answer(call, mailbox);
  };

/** Takes a message, whole or described. Nothing is said about whether it arrives. */
export const sendMail = ofMailbox((call, mailbox) => {
  const { world, asked, claims } = call;
  if (asked.raw.length > MOST_BYTES) return TOO_LARGE;
  const submitted = submittedBy(call);
  if ('failed' in submitted) return submitted;
  const { from, messageId, raw } = submitted;
  if (from !== null && from.toLowerCase() !== mailbox) return NOT_THE_SENDER;
  const id = world.uuid();
  const visibleAt = instant(Date.parse(world.now()) + secondsFor(world, 'mail') * 1000);
  world.mail.push({ id, tenant: claims.tenant, mailbox, messageId: messageId ?? `<${id}@${mailbox}>`, raw, visibleAt });
  return { status: 202 };
});

const entityOf = ({ id, messageId }: SentMail) => ({ id, internetMessageId: messageId });

/** What was sent from a mailbox, as soon as it lies there. */
export const listSent = ofMailbox((call, mailbox) => {
  const now = call.world.now();
  return pageOf(call, {
    path: `users/${mailbox}/mailFolders/sentitems/messages`,
    longestPage: 999,
    items: call.world.mail.filter((one) => one.tenant === call.claims.tenant && one.mailbox === mailbox && one.visibleAt <= now),
    write: entityOf,
    filters: { internetMessageId: ({ messageId }) => messageId },
  });
});
