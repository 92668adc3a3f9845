import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Asked, Reply } from '../exchange.ts';
import type { World } from '../world.ts';
import { refused } from './errors.ts';
import { tenantCalled } from './tenants.ts';

const regions: Partial<Record<string, string>> = { global: 'EU', us_gov: 'USGov', china_21v: 'CN' };

/** What anybody is told about the tenant that owns a domain. */
export const discover = (world: World, profile: CloudProfile, asked: Asked, said: string): Reply => {
  const tenant = tenantCalled(world, profile.cloud, said);
  if (tenant === null) return refused('noTenant', asked, world);
  const graph = new URL(profile.graph).host;
  return {
    status: 200,
    body: {
      token_endpoint: `${asked.base}/${tenant}/oauth2/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      jwks_uri: `${asked.base}/common/discovery/keys`,
      issuer: `${asked.base}/${tenant}/`,
      authorization_endpoint: `${asked.base}/${tenant}/oauth2/authorize`,
      tenant_region_scope: regions[profile.cloud],
      cloud_instance_name: new URL(profile.login).host.replace(/^login\./, ''),
      cloud_graph_host_name: graph,
      msgraph_host: graph,
    },
  };
};
