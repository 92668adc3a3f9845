import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { createService } from '../wire/create-service.ts';
import type { Sent } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import { record } from '../wire/shapes.ts';
import { signInDialect } from './sign-in-dialect.ts';

/** Where a hosted program asks who it is; a machine without a host asks at the address of its cloud. */
export interface MachineEndpoint {
  readonly endpoint: string;
  readonly header: string;
}

/** As a host says it to its programs; null: there is no host that does. */
export const machineEndpointIn = ({
  IDENTITY_ENDPOINT: endpoint = '',
  IDENTITY_HEADER: header = '',
}: Readonly<Record<string, string | undefined>>): MachineEndpoint | null =>
  URL.canParse(endpoint) && header !== '' ? { endpoint, header } : null;

interface Door {
  readonly base: string;
  readonly path: string;
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
}

const Identity = record({ access_token: z.string().min(1) });

const hosted = ({ endpoint, header }: MachineEndpoint): Door => {
  const { origin, pathname } = new URL(endpoint);
  return { base: origin, path: pathname, version: '2019-08-01', headers: { 'x-identity-header': header } };
};

const bare = (base: string): Door => ({
  base,
  path: '/metadata/identity/oauth2/token',
  version: '2018-02-01',
  headers: { metadata: 'true' },
});

/** The machine's word for who it is. `clientId`: which identity, where it has several. */
export const machineAssertion = async (
  line: Line,
  profile: CloudProfile,
  endpoint: MachineEndpoint | null,
  clientId: string | null,
): Promise<Sent<string>> => {
  const { base, path, version, headers } = endpoint === null ? bare(profile.machineIdentity) : hosted(endpoint);
  const service = createService({ base, dialect: signInDialect, authorize: null, line });
  const sent = await service.send({
    method: 'GET',
    path,
    headers,
    query: {
      'api-version': version,
      resource: profile.machineAudience,
      ...(clientId === null ? {} : { client_id: clientId }),
    },
    answer: Identity,
  });
  return sent.ok ? { ...sent, body: sent.body.access_token } : sent;
};
