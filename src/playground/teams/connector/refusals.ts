import type { Reply } from '../../../sandbox/exchange.ts';
import type { Fault } from '../faults.ts';

const refused = (status: number, code: string, message: string): Reply => ({ status, body: { error: { code, message } } });

export const notAllowed: Reply = { status: 401, body: { message: 'Authorization has been denied for this request.' } };
export const notInRoster = refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
export const notInstalled = refused(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope");
export const noConversation = refused(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = refused(404, 'ActivityNotFoundInConversation', 'Activity not found.');
export const noMember = refused(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
export const notYours = refused(403, 'ForbiddenOperationException', 'The bot has not sent this activity.');
export const badSyntax = refused(400, 'BadSyntax', 'Incorrect conversation creation parameters');
export const badArgument = refused(400, 'BadArgument', 'The activity cannot be understood.');
export const unknownPerson = refused(400, 'BadArgument', 'Failed to decrypt pairwise id');
export const tooBig = refused(413, 'MessageSizeTooBig', 'Message size too large.');

export const writesBlocked: Reply = {
  status: 403,
  body: {
    error: {
      code: 'ForbiddenOperationException',
      message: 'The bot is blocked or has been removed by the user.',
      innerHttpError: { statusCode: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
    },
  },
};

export const tooMany = (seconds: number | undefined): Reply => ({
  ...refused(429, 'TooManyRequests', 'API calls quota exceeded.'),
  ...(seconds !== undefined && { headers: { 'Retry-After': String(seconds) } }),
});

const byStatus: Readonly<Record<number, Reply>> = {
  403: notInRoster,
  404: noConversation,
  412: refused(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  413: tooBig,
  500: refused(500, 'ServiceError', 'Unexpected service error.'),
  502: refused(502, 'BadGateway', 'Upstream failure.'),
  503: refused(503, 'ServiceUnavailable', 'The service is unavailable.'),
  504: refused(504, 'GatewayTimeout', 'No answer in time.'),
};

/** What is answered where something goes wrong on purpose; null: nothing is, or not by us. */
export const troubleOf = ({ status, subCode, retryAfter }: Fault): Reply | null => {
  if (typeof status === 'string') return null;
  if (status === 429) return tooMany(retryAfter);
  if (subCode === 'MessageWritesBlocked') return writesBlocked;
  const reply = byStatus[status] ?? null;
  if (reply === null || retryAfter === undefined) return reply;
  return { ...reply, headers: { 'Retry-After': String(retryAfter) } };
};
