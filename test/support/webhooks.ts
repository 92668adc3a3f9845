import { carryOut, orders } from '../../src/cli/webhooks/webhooks.ts';
import { attended } from './doctor.ts';
import type { Asked, Clinic, Otherwise, prepared } from './doctor.ts';
import { nordlys } from './sandbox-world.ts';

export const REGISTRATION = '/global/partner-center/webhooks/v1/registration';
export const old = 'https://old.nordlys.example/news';

type Place = Awaited<ReturnType<typeof prepared>>;

/** Carries out what the command names, over the made-up world. */
export const carriedOut = async (word: string | undefined, place: Place, otherwise?: Otherwise) => {
  const order = orders.get(word);
  if (order === undefined) throw new Error(`No such order: ${String(word)}`);
  const { report, text, changes } = await attended(place, (surgery) => carryOut(order, surgery), otherwise);
  const lines = report.accounts.flatMap((one) => one.lines);
  return { report, text, changes, lines, last: lines.at(-1), there: place.sandbox.world.registrations.get(nordlys) };
};

export const unregistered = ({ sandbox }: Clinic): void => {
  sandbox.world.registrations.clear();
};

export const changed =
  (changes: { readonly url?: string; readonly events?: string[] }) =>
  ({ sandbox: { world } }: Clinic): void => {
    const present = world.registrations.get(nordlys);
    if (present !== undefined) world.registrations.set(nordlys, { ...present, ...changes });
  };

export const isAt =
  (method: string, path = REGISTRATION) =>
  (asked: Asked): boolean =>
    asked.method === method && asked.path.startsWith(path);
