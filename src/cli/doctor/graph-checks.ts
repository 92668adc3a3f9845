import type { Account, AdminGroup } from '../../clouds/account.ts';
import { notOffered } from '../../clouds/offered.ts';
import { saysOf } from '../../tokens/says.ts';
import type { Check, Patient } from './check.ts';
import { fault, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { askedToken, secondFactor } from './sign-in-checks.ts';
import { troubleOf } from './trouble.ts';

const WRITE = 'DelegatedAdminRelationship.ReadWrite.All';
const READ = 'DelegatedAdminRelationship.Read.All';
const GRANT = `Grant the application the delegated permission ${WRITE} at Microsoft Graph, and consent for the whole tenant.`;

const graph: Check = {
  tried: 'Token for Graph',
  needs: [secondFactor],
  look: async (patient) => {
    const { profile } = patient.account;
    const got = await askedToken(patient, 'graph');
    return got.ok ? ok('The person gets one.') : troubleOf(got.failure, profile, profile.login);
  },
};

const granted = (permissions: readonly string[] | null): Finding => {
  if (permissions === null) return ok(`The token does not say; ${WRITE} is what it takes.`);
  if (permissions.includes(WRITE)) return ok(`${WRITE} is granted.`);
  return permissions.includes(READ)
    ? fault('Granular admin may be looked at, and not asked for.', GRANT)
    : fault('The application may not handle granular admin relationships.', GRANT);
};

/** A refusal does not say whether it is the permission or the person that is missing; the token does. */
const permission: Check = {
  tried: 'Permission for granular admin',
  needs: [graph],
  look: async (patient) => {
    const { profile } = patient.account;
    const lacking = notOffered(profile, 'granular-admin');
    if (lacking !== null) return troubleOf(lacking, profile, profile.graph);
    const got = await askedToken(patient, 'graph');
    return got.ok ? granted(saysOf(got.token.value)?.permissions ?? null) : troubleOf(got.failure, profile, profile.login);
  },
};

const whoSignedIn = async (patient: Patient): Promise<string> => {
  const got = await askedToken(patient, 'partner-center');
  return (got.ok ? saysOf(got.token.value)?.person : null) ?? 'the person who has signed in';
};

const adminAgent: Check = {
  tried: 'Admin agent',
  needs: [permission],
  look: async (patient) => {
    const {
      account: { profile },
      at,
    } = patient;
    const sent = await at.graph.relationships.any();
    if (sent.ok) return ok('Granular admin relationships can be listed, which only Admin agents can.');
    const { failure } = sent;
    if (failure.kind !== 'refused' || failure.status !== 403) return troubleOf(failure, profile, profile.graph);
    const who = await whoSignedIn(patient);
    return fault(
      `Graph lets only Admin agents see granular admin, and not ${who}.`,
      `Put ${who} into AdminAgents in Partner Center.`,
    );
  },
};

const lookedAt = async ({ account: { profile }, at: { graph: there } }: Patient, group: AdminGroup): Promise<Finding> => {
  const found = await there.people.group(group.id);
  if (!found.ok)
    return found.failure.kind === 'not-found'
      ? fault(`Our tenant has no group ${group.id}.`, 'Make the security group, or correct its id in the accounts file.')
      : troubleOf(found.failure, profile, profile.graph);
  if (!found.body.isSecurityGroup)
    return fault(
      'It is no security group, and only those can hold roles.',
      'Make a security group, and put its id into the accounts file.',
    );
  const members = await there.people.membersOf(group.id);
  if (!members.ok) return troubleOf(members.failure, profile, profile.graph);
  const working = members.body.filter(({ mayWork }) => mayWork).length;
  if (working === 0)
    return fault('Nobody who may work is in it: nobody would get its roles.', 'Put those who serve customers into it.');
  return ok(`It is there, with ${working === 1 ? 'one person' : `${working} people`}.`);
};

const groupCheck = (group: AdminGroup): Check => ({
  tried: `Group ${group.name}`,
  needs: [graph],
  look: (patient) => lookedAt(patient, group),
});

const noGroups: Check = {
  tried: 'Groups',
  needs: [],
  look: ({ account: { profile } }) => {
    const lacking = notOffered(profile, 'granular-admin');
    return Promise.resolve(
      lacking === null
        ? warning(
            'None is set down: what customers grant would reach nobody.',
            'Set down at least one security group with its roles.',
          )
        : { is: 'not-offered', words: lacking.words },
    );
  },
};

export const graphChecks = ({ groups }: Account): readonly Check[] => [
  graph,
  permission,
  adminAgent,
  ...(groups.length === 0 ? [noGroups] : groups.map(groupCheck)),
];
