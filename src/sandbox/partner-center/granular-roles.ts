import type { CustomerCall } from './call.ts';

/** Directory roles by which administrators of ours reach into a customer’s tenant, by template id. */
export const roles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  directoryWriters: '9360feb5-f418-4baa-8175-e2a00bac4301',
  domainNameAdministrator: '8329153b-31d0-4727-b945-745eb3bc5f31',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
} as const;

/** The roles that the caller’s groups have at the customer just now. */
const rolesHeld = ({ world, partner, customer, claims }: CustomerCall): string[] => {
  const groups = partner.groups.filter(({ members }) => members.includes(claims.subject)).map(({ id }) => id);
  return [...world.relationships.values()]
    .filter(
      (relationship) =>
        relationship.partner === partner.tenantId &&
        relationship.status === 'active' &&
        relationship.customer?.tenantId === customer.tenantId,
    )
    .flatMap(({ assignments }) => assignments.filter(({ status, group }) => status === 'active' && groups.includes(group)))
    .flatMap((assignment) => assignment.roles);
};

/** Whether the caller has one of these roles at the customer; the old kind of admin rights holds them all. */
export const holdsOneOf = (call: CustomerCall, wanted: readonly string[]): boolean =>
  call.tie.dap || rolesHeld(call).some((role) => wanted.includes(role));
