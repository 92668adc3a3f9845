import { createPages } from '../../src/sandbox/pages/create-pages.ts';
import { populate } from '../../src/sandbox/seed/populate.ts';
import type { Reply } from '../../src/sandbox/exchange.ts';
import type { Timing } from '../../src/sandbox/world.ts';
import { createTransfer } from '../../src/sandbox/transfers.ts';
import { granitt, nordlys, sandboxScene } from './sandbox-world.ts';

const base = 'http://127.0.0.1:1';

interface Wish {
  readonly accept?: string;
  readonly form?: URLSearchParams;
}

/** The pages for people in the made-up world, and somebody who looks at them without any script. */
export const visiting = (timing: Partial<Timing> = {}) => {
  const scene = sandboxScene(timing);
  populate(scene.world);
  const pages = createPages(scene.world);

  const visit = async (path: string, { accept, form }: Wish = {}): Promise<Reply & { readonly text: string }> => {
    const { pathname, searchParams } = new URL(path, base);
    const headers: Record<string, string> = accept === undefined ? {} : { 'accept-language': accept };
    const method = form === undefined ? 'GET' : 'POST';
    const raw = Buffer.from(form?.toString() ?? '');
    const reply = await pages({ method, path: pathname, query: searchParams, headers, raw, base });
    return { ...reply, text: reply.text ?? '' };
  };

  /** What a browser would send of the form on a page whose address ends so, with what somebody has filled in. */
  const fill = async (page: string, action: string, said: readonly (readonly [string, string])[]) => {
    const { text } = await visit(page);
    const all = [...text.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)];
    const found = all.find(([, to = '']) => to.split('?')[0]?.endsWith(action) === true);
    if (found === undefined) throw new Error(`No form on ${page} goes to ${action}.`);
    const [, to = '', inside = ''] = found;
    const hidden = [...inside.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
    const form = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
      ...said.map(([name, value]): [string, string] => [name, value]),
    ]);
    return { to: to.replaceAll('&amp;', '&'), form };
  };

  /** Sends the form, and goes where one is led. */
  const answer = async (page: string, action: string, said: readonly (readonly [string, string])[] = []) => {
    const { to, form } = await fill(page, action, said);
    const sent = await visit(to, { form });
    return { sent, landed: await visit(sent.headers?.Location ?? to) };
  };

  return { ...scene, visit, fill, answer };
};

/** What of a page a person reads. */
export const noticeIn = (text: string): string => /<div class="notice[^>]*>(.*?)<\/div>/s.exec(text)?.[1] ?? '';

const tindfoss = 'c0570032-0032-4c32-8c32-000000000c32';
export const storvik = 'c0570006-0006-4c06-8c06-0000000000c6';
export const songjian = 'c0570061-0061-4c61-8c61-000000000c61';
export const pinewater = 'c0570051-0051-4c51-8c51-000000000c51';

export const accept = [['answer', 'accept']] as const;
export const refuse = [['answer', 'refuse']] as const;

export const invitationPage = (customer: string, partner: string, dap = 'false'): string =>
  `/customers/${customer}/invitation/reseller?partnerId=${partner}&DAP=${dap}`;

/** We ask Granitt for the Azure of a brewery. */
export const asked = () => {
  const people = visiting({ transfer: [60, 900] });
  const { transfer } = createTransfer(people.world, {
    customer: tindfoss,
    target: nordlys,
    source: granitt,
    sourceName: 'Granitt IT AS',
    customerEmailId: 'admin@tindfoss.example',
    targetEmailId: nordlys,
    productTypes: [],
    transferType: 3,
    by: 'somebody',
  });
  if (transfer === null) throw new Error('The transfer was refused.');
  const customer = people.world.customers.get(tindfoss);
  return { ...people, transfer, azure: customer?.azure ?? [], page: `/partners/${granitt}`, action: `transfers/${transfer.id}` };
};
