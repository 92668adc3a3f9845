import { instant, later } from '../../cases/time.ts';
import type { Reply } from '../exchange.ts';
import type { Registration } from '../world.ts';
import type { Answer, Call } from './call.ts';
import { refusals } from './errors.ts';

const MOST_PER_MINUTE = 2;
const DAYS_KEPT = 7;

const tooMany: Reply = {
  status: 429,
  headers: { 'Retry-After': '60' },
  body: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 60 seconds.' },
};

const startedWithinAMinute = ({ world, memory, partner }: Call): number => {
  const from = later(world.now(), { minutes: -1 });
  const own = [...memory.validations.values()].filter((one) => one.partner === partner.tenantId);
  return own.filter(({ startedAt }) => startedAt > from).length;
};

/** Sends an event that means nothing, to whoever has registered for it. */
export const startValidation = (call: Call, { url, events }: Registration): Reply => {
  const { world, partner, memory } = call;
  if (!events.includes('test-created')) return refusals.badInput('The registration does not include test-created.');
  if (startedWithinAMinute(call) >= MOST_PER_MINUTE) return tooMany;
  const correlationId = world.uuid();
  memory.validations.set(correlationId, { partner: partner.tenantId, callbackUrl: url, startedAt: world.now() });
  world.announce({
    partner: partner.tenantId,
    customer: null,
    resourceType: 'test',
    operation: null,
    resourceId: correlationId,
    event: 'test-created',
    resourceName: 'test',
    resourceUri: `/webhooks/v1/registration/validationEvents/${correlationId}`,
  });
  return { status: 200, body: { correlationId } };
};

/** What became of it. Whether it arrived the surface does not learn: after the longest time that it takes, it has. */
export const validationStatus: Answer = ({ world, partner, memory, parameters }) => {
  const correlationId = parameters.correlation?.toLowerCase() ?? '';
  const found = memory.validations.get(correlationId);
  if (found?.partner !== partner.tenantId || later(found.startedAt, { days: DAYS_KEPT }) < world.now()) return refusals.notFound();
  const deliveredAt = instant(Date.parse(found.startedAt) + world.timing.webhook[1] * 1000);
  const isOver = deliveredAt <= world.now();
  const result = { responseCode: 'OK', responseMessage: '', systemError: false, dateTimeUtc: deliveredAt };
  return {
    status: 200,
    body: {
      correlationId,
      partnerId: partner.tenantId,
      status: isOver ? 'completed' : 'pending',
      callbackUrl: found.callbackUrl,
      results: isOver ? [result] : [],
    },
  };
};
