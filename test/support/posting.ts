import { afterEach } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { emlOf } from '../../src/letters/eml.ts';
import { mailServerAt } from '../../src/mail/mail-server.ts';
import { createSmtpPost } from '../../src/mail/smtp-post.ts';
import type { Mailing } from '../../src/ports.ts';
import { mailServer } from './mail-server.ts';

export const now = instant(Date.parse('2026-03-02T09:00:00Z'));

export const limits = { connectMs: 500, greetingMs: 500, silenceMs: 500, wholeMs: 1500 };

export const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

export const messageId = '<0123456789abcdef0123456789abcdef@nordlys.example>';

export const mailing = (over: Partial<Mailing> = {}, name = 'Contoso Bakeries', subject = 'Invitation'): Mailing => {
  const to = over.to ?? 'it@contoso.example';
  const own = over.messageId ?? messageId;
  const eml = emlOf({
    messageId: own,
    date: now,
    from: { name: 'Nordlys Cloud AS', address: 'letters@nordlys.example' },
    to: { name, address: 'it@contoso.example' },
    subject,
    language: 'en',
    text: 'Good day.\n.\n..two dots\nEnd.\n',
    html: '<p>Good day.</p>',
  });
  return { from: 'letters@nordlys.example', messageId: own, about: 'ADM-4K2QX-7YB0M invitation', eml, ...over, to };
};

export type Manners = Parameters<typeof mailServer>[0];

export const server = async (manners: Manners = {}) => {
  const one = await mailServer(manners);
  closing.push(one.close);
  return one;
};

export const postTo = (address: string, own: Partial<typeof limits> = {}) => {
  const at = mailServerAt(address);
  if (at === null) throw new Error(`${address} is no mail server`);
  const post = createSmtpPost(at, { ...limits, ...own });
  closing.push(post.close);
  return post;
};

export const posting = async (manners: Manners = {}, own: Partial<typeof limits> = {}) => {
  const one = await server(manners);
  return { ...one, post: postTo(`smtp://127.0.0.1:${one.port}`, own) };
};
