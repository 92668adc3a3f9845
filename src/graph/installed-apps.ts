import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, notAnId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Apps of Teams, for people of our own tenant. */
export const createInstalledApps = (service: Service, profile: CloudProfile) => ({
  /** By the app's id in the catalogue of Teams. Whoever has it already keeps it. */
  install: async (person: string, app: string): Promise<Sent<unknown>> => {
    if (!GUID.test(app)) return notAnId();
    const sent = await ask(service, {
      method: 'POST',
      path: byId`/v1.0/users/${person}/teamwork/installedApps`,
      body: { 'teamsApp@odata.bind': `${profile.graph}/v1.0/appCatalogs/teamsApps/${app}` },
      answer: z.unknown(),
      repeatable: true,
    });
    const isThere = !sent.ok && sent.failure.kind === 'conflict';
    return isThere ? { ok: true, status: 409, body: null, headers: {} } : sent;
  },
});
