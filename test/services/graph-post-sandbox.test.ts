import { afterEach, describe, expect, test } from '@jest/globals';
import { createLetterCarrier } from '../../src/letters/letter-carrier.ts';
import type { Mailing, Post } from '../../src/ports.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { Timing } from '../../src/sandbox/world.ts';
import { createGraphPost } from '../../src/services/graph-post.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { invitationTo } from '../support/letter-sender.ts';
import { nordlys } from '../support/sandbox-world.ts';
import { createSandboxed } from '../support/sandboxed.ts';
import { means } from '../letters/written.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Wanted {
  readonly from?: string;
  readonly timing?: Partial<Timing>;
}

/** Letters go out by a mailbox of ours, at the made-up Microsoft, over the real wire. */
const opened = async ({ from = 'letters@nordlys.example', timing = {} }: Wanted = {}) => {
  const there = await createSandboxed({ sandbox: { timing: { mail: [0, 0], ...timing } } });
  closing.push(there.close);
  const [office] = there.offices;
  if (office === undefined) throw new Error('No account');
  const post = createGraphPost(office);
  const composed: Mailing[] = [];
  const watched: Post = {
    ...post,
    send: (mailing, now) => {
      composed.push(mailing);
      return post.send(mailing, now);
    },
  };
  const store = createMemoryStore();
  const carrier = createLetterCarrier({ store, post: watched, from, domainsOf: () => Promise.resolve([]), ...means });
  const breaks = (fault: Fault, times = 1): void => {
    there.sandbox.faults.add({ surface: 'graph', method: 'POST', path: /sendMail$/, times, fault });
  };
  return { ...there, carrier, post, composed, breaks, mail: there.made.mail };
};

const letter = invitationTo('it');
const sent = { kind: 'done', report: { name: 'record-letter-sent', letter: 'invitation' } };

describe('a letter from a mailbox at the made-up Microsoft', () => {
  test('arrives whole, byte for byte, and is found among those that were sent', async () => {
    const { carrier, post, mail, composed } = await opened();
    expect(await carrier.carryOut(letter)).toMatchObject(sent);
    expect(mail).toMatchObject([{ tenant: nordlys, mailbox: 'letters@nordlys.example' }]);
    expect(mail[0]?.raw.equals(Buffer.from(composed[0]?.eml ?? '', 'utf8'))).toBe(true);
    expect(mail[0]?.raw.length).toBeGreaterThan(3000);
    expect(mail[0]?.messageId).toBe(composed[0]?.messageId);
    const [whole] = composed as [Mailing];
    expect(await post.lookUp(whole, letter.now)).toEqual({ kind: 'sent' });
  });

  test('whose answer is lost on the way back is looked for, and not sent again', async () => {
    const { carrier, breaks, mail } = await opened();
    breaks({ kind: 'cut-after' });
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'unknown' });
    expect(await carrier.lookUp?.(letter)).toMatchObject(sent);
    expect(mail).toHaveLength(1);
  });

  test('that lies among those that were sent only a moment later goes out again under the same id, which mail programs know', async () => {
    const { carrier, breaks, mail } = await opened({ timing: { mail: [30, 30] } });
    breaks({ kind: 'cut-after' });
    await carrier.carryOut(letter);
    expect(await carrier.lookUp?.(letter)).toEqual({ kind: 'absent' });
    expect(await carrier.carryOut(letter)).toMatchObject(sent);
    expect(mail).toHaveLength(2);
    expect(mail[1]?.messageId).toBe(mail[0]?.messageId);
  });

  test('that never got there goes out after all, once', async () => {
    const { carrier, breaks, mail } = await opened();
    breaks({ kind: 'lost-before' });
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'unknown' });
    expect(await carrier.lookUp?.(letter)).toEqual({ kind: 'absent' });
    expect(await carrier.carryOut(letter)).toMatchObject(sent);
    expect(mail).toHaveLength(1);
  });

  test('is not counted as sent when their service is down, as nobody knows', async () => {
    const { carrier, breaks, mail } = await opened();
    breaks({ kind: 'status', status: 503, as: 'page' });
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'unknown' });
    expect(mail).toEqual([]);
  });

  test('waits as long as they ask for when there were too many', async () => {
    const { carrier, breaks, mail } = await opened();
    breaks({ kind: 'throttled', retryAfter: '120' }, 9);
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'again', after: '2026-03-02T09:02:00.000Z' });
    expect(mail).toEqual([]);
  });

  test('waits for the operator while our application may not use mailboxes', async () => {
    const { carrier, made, mail } = await opened();
    for (const application of made.partners.get(nordlys)?.applications ?? [])
      application.permissions = application.permissions.filter((one) => !one.startsWith('Mail.'));
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'again', words: expect.stringContaining('Access is denied') });
    expect(mail).toEqual([]);
  });

  test('cannot come from a mailbox that is not there, and the case hears why', async () => {
    const { carrier, mail } = await opened({ from: 'nobody@nordlys.example' });
    expect(await carrier.carryOut(letter)).toMatchObject({ kind: 'refused', code: 'ErrorInvalidUser' });
    expect(mail).toEqual([]);
  });

  test('that says to come from somebody else than the mailbox is not sent', async () => {
    const { post, mail, composed, carrier } = await opened();
    await carrier.carryOut(letter);
    const [whole] = composed as [Mailing];
    const forged = { ...whole, eml: whole.eml.replace('letters@nordlys.example', 'ceo@nordlys.example') };
    expect(await post.send(forged, letter.now)).toMatchObject({ kind: 'again', words: expect.stringContaining('on behalf') });
    expect(mail).toHaveLength(1);
  });

  test('larger than the mailbox lets out is refused', async () => {
    const { post, mail, composed, carrier } = await opened();
    await carrier.carryOut(letter);
    const [whole] = composed as [Mailing];
    const large = { ...whole, eml: `${whole.eml}${'x'.repeat(400_000)}` };
    expect(await post.send(large, letter.now)).toMatchObject({ kind: 'refused', code: 'ErrorMessageSizeExceeded' });
    expect(mail).toHaveLength(1);
  });
});
