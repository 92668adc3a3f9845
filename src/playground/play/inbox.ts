import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { plain } from '../../languages/speak.ts';
import type { SentMail, World } from '../../sandbox/world.ts';
import type { LetterLine } from './view.ts';

type Read = Pick<Email, 'from' | 'to' | 'subject' | 'html' | 'text'>;

/** Whose inbox it lies in: whoever has the domain of the address. */
const customerAt = (world: World, address: string): string | null => {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return [...world.customers.values()].find(({ domains }) => domains.includes(domain))?.tenantId ?? null;
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const page = (read: Read): string => read.html ?? `<!doctype html><meta charset="utf-8"><pre>${escaped(read.text ?? '')}</pre>`;

/** The letters that have arrived at the customers of the made-up world, byte for byte as they were handed over. */
export const createInbox = (world: World) => {
  const known = new Map<string, Promise<Read>>();
  const read = (one: SentMail): Promise<Read> => {
    const before = known.get(one.id) ?? PostalMime.parse(one.raw);
    known.set(one.id, before);
    return before;
  };
  const arrived = (): readonly SentMail[] => world.mail.filter(({ visibleAt }) => visibleAt <= world.now());

  const lineOf = async (one: SentMail): Promise<LetterLine> => {
    const { from, to = [], subject = '' } = await read(one);
    const address = to[0]?.address ?? '';
    return {
      id: one.id,
      at: one.visibleAt,
      from: plain(from?.name === undefined || from.name === '' ? (from?.address ?? '') : `${from.name} <${from.address ?? ''}>`),
      to: plain(address),
      subject: plain(subject),
      customer: customerAt(world, address),
    };
  };

  return {
    count: (): number => arrived().length,
    /** The newest first. */
    lines: (): Promise<readonly LetterLine[]> => Promise.all(arrived().toReversed().map(lineOf)),
    /** As the customer’s program shows it. */
    html: async (id: string): Promise<string | null> => {
      const found = arrived().find((one) => one.id === id);
      return found === undefined ? null : page(await read(found));
    },
    raw: (id: string): Buffer | null => arrived().find((one) => one.id === id)?.raw ?? null,
  };
};

export type Inbox = ReturnType<typeof createInbox>;
