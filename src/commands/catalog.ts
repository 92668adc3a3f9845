import type * as z from 'zod';
import type { Actor } from '../cases/people.ts';
import { answerQuestion } from './answer-question.ts';
import { approveCase } from './approve-case.ts';
import { askCustomer } from './ask-customer.ts';
import { clearExecution } from './clear-execution.ts';
import type { Definition } from './command.ts';
import { confirmAcceptance } from './confirm-acceptance.ts';
import { confirmItem } from './confirm-item.ts';
import { closeDeadLetter, retryDeadLetter } from './dead-letters.ts';
import { decideHandOut } from './decide-hand-out.ts';
import { declineCase } from './decline-case.ts';
import { endAdmin } from './end-admin.ts';
import { passDeadline } from './pass-deadline.ts';
import { pauseFollowUps } from './pause-follow-ups.ts';
import { recordCustomerAnswers } from './record-customer-answers.ts';
import { recordCustomerAccepted, recordInvitationReady } from './record-invitation.ts';
import { recordLetterBounced } from './record-letter-bounced.ts';
import { recordLetterSent } from './record-letter-sent.ts';
import {
  recordGroupsAssigned,
  recordGroupsMissing,
  recordRelationshipCarriedOn,
  recordRelationshipEnded,
  recordRelationshipExtended,
  recordRelationshipRenewed,
} from './record-relationship.ts';
import { recordTransferChanged, recordTransferCreated, recordTransferOffered } from './record-transfer.ts';
import { recordTrouble } from './record-trouble.ts';
import { renewAdmin } from './renew-admin.ts';
import { requestAdmin } from './request-admin.ts';
import { resumeCase } from './resume-case.ts';
import { resumeFollowUps } from './resume-follow-ups.ts';
import { sendBackCase } from './send-back-case.ts';
import { switchAzure } from './switch-azure.ts';
import { takeOverCase } from './take-over-case.ts';
import { withdrawCase } from './withdraw-case.ts';

/** Every command by its name. There is no other way to change a case. */
export const catalog = {
  'request-admin': requestAdmin,
  'renew-admin': renewAdmin,
  'end-admin': endAdmin,
  'switch-azure': switchAzure,
  'ask-customer': askCustomer,
  'approve-case': approveCase,
  'decline-case': declineCase,
  'send-back-case': sendBackCase,
  'answer-question': answerQuestion,
  'withdraw-case': withdrawCase,
  'take-over-case': takeOverCase,
  'pause-follow-ups': pauseFollowUps,
  'resume-follow-ups': resumeFollowUps,
  'confirm-item': confirmItem,
  'confirm-acceptance': confirmAcceptance,
  'decide-hand-out': decideHandOut,
  'resume-case': resumeCase,
  'retry-dead-letter': retryDeadLetter,
  'close-dead-letter': closeDeadLetter,
  'clear-execution': clearExecution,
  'pass-deadline': passDeadline,
  'record-invitation-ready': recordInvitationReady,
  'record-letter-sent': recordLetterSent,
  'record-letter-bounced': recordLetterBounced,
  'record-customer-accepted': recordCustomerAccepted,
  'record-customer-answers': recordCustomerAnswers,
  'record-groups-assigned': recordGroupsAssigned,
  'record-groups-missing': recordGroupsMissing,
  'record-relationship-extended': recordRelationshipExtended,
  'record-relationship-renewed': recordRelationshipRenewed,
  'record-relationship-carried-on': recordRelationshipCarriedOn,
  'record-relationship-ended': recordRelationshipEnded,
  'record-transfer-created': recordTransferCreated,
  'record-transfer-changed': recordTransferChanged,
  'record-transfer-offered': recordTransferOffered,
  'record-trouble': recordTrouble,
} as const;

export type CommandName = keyof typeof catalog;
export type Command = { [N in CommandName]: z.output<(typeof catalog)[N]['shape']> }[CommandName];

/** What every command has. The rest its own definition has parsed. */
export interface AnyCommand {
  readonly name: string;
  readonly key: string;
  readonly actor: Actor;
}

const definitions = catalog as unknown as Readonly<Record<string, Definition<AnyCommand>>>;

export const definitionOf = (name: string): Definition<AnyCommand> | undefined =>
  Object.hasOwn(definitions, name) ? definitions[name] : undefined;
