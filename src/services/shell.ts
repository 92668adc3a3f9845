import { handoverCommand, partnerLinkCommand } from '../azure/handover-command.ts';
import { notOffered } from '../clouds/offered.ts';
import type { Case } from '../cases/case.ts';
import type { Shell } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import type { Offices } from './carriers.ts';

const isThere = (command: string | null): command is string => command !== null;

/** A new subscription has an id of its own, which no proposal knows. */
const rolesOn = ({ account: { adminAgentsGroup: group } }: AtMicrosoft, { proposal }: Case): readonly string[] =>
  group === undefined || proposal.wants !== 'switch' || proposal.procedure === 'new-subscription'
    ? []
    : proposal.subjects.map(({ id }) => handoverCommand(id, { group })).filter(isThere);

const linkTo = ({ account: { partnerId, profile } }: AtMicrosoft): readonly string[] =>
  notOffered(profile, 'azure-partner-link') === null ? [partnerLinkCommand(partnerId)].filter(isThere) : [];

/** The commands by which customers let us in, and by which we say there who we are. */
export const shell = (offices: Offices): Shell => ({
  commandsFor: (current, item) => {
    const at = offices(current.cloud);
    if (at === null) return [];
    if (item === 'our-roles-granted') return rolesOn(at, current);
    return item === 'partner-admin-link' ? linkTo(at) : [];
  },
});
