import * as z from 'zod';
import { ask, withBody } from '../wire/asking.ts';
import type { Path } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { list, record } from '../wire/shapes.ts';

const MAILBOX = /^[\w.'!#^~+-]+@[\w.-]+$/;
/** An id of ours: nothing in it could end the quotes around it. */
const OWN_ID = /^<[\w.-]+@[\w.-]+>$/;

const at = (mailbox: string, rest: string): Path =>
  MAILBOX.test(mailbox) ? `/v1.0/users/${encodeURIComponent(mailbox)}/${rest}` : null;

const Found = record({ value: list(record({ id: z.string() })) });

/** A mailbox of ours that letters come from. */
export const createMail = (service: Service) => ({
  /** A whole message (MIME). Taken is not yet delivered; what is not deliverable comes back to the mailbox. */
  send: (mailbox: string, eml: string): Promise<Sent<unknown>> =>
    ask(service, {
      method: 'POST',
      path: at(mailbox, 'sendMail'),
      headers: { 'Content-Type': 'text/plain' },
      body: Buffer.from(eml, 'utf8').toString('base64'),
      answer: z.unknown(),
    }),

  /** Whether a message lies among those that were sent; it may take a moment until it does. */
  isSent: async (mailbox: string, messageId: string): Promise<Sent<boolean>> =>
    withBody(
      await ask(service, {
        method: 'GET',
        path: OWN_ID.test(messageId) ? at(mailbox, 'mailFolders/sentitems/messages') : null,
        query: { $filter: `internetMessageId eq '${messageId}'`, $select: 'id', $top: '1' },
        answer: Found,
      }),
      ({ value }) => value.length > 0,
    ),
});
