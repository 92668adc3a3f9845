import type { Route } from '../routing.ts';
import { open } from './call.ts';
import type { Answer, Endpoint } from './call.ts';
import { collection } from './collection.ts';
import { wireTime } from './wire-time.ts';

/** Which of the partner’s own requests of late showed a second factor. Nobody has told how the real list looks. */
const recent: Answer = ({ memory, partner }) =>
  collection(
    memory.requests
      .filter((request) => request.partner === partner.tenantId)
      .map(({ method, path, at, mfaCompliant }) => ({ method, path, requestDate: wireTime(at), mfaCompliant })),
  );

export const partnerRequestRoutes: readonly Route<Endpoint>[] = [['GET', '/v1/partnerRequests', open(recent)]];
