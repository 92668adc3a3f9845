import { instant } from '../cases/time.ts';
import { createPages } from '../sandbox/pages/create-pages.ts';
import { addPartners } from '../sandbox/partners.ts';
import { populate } from '../sandbox/seed/populate.ts';
import { createSandbox, listenSandbox } from '../sandbox/server.ts';

export interface MadeUpWorld {
  /** Where the people outside have their pages. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A made-up Microsoft with customers and other partners in it, for this machine alone. */
export const openMadeUpWorld = async (port: number, tell: (sentence: string) => void): Promise<MadeUpWorld> => {
  const sandbox = createSandbox({
    now: () => instant(Date.now()),
    tell,
    pages: createPages,
    populate: (world) => {
      addPartners(world);
      populate(world);
    },
  });
  const { base, close } = await listenSandbox(sandbox, port);
  return { address: `${base}/`, close };
};
