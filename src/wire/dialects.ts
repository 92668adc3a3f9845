import * as z from 'zod';
import type { Dialect } from './dialect.ts';
import { code, record } from './shapes.ts';

const text = z.string().nullish().catch(null);
const anyCode = code.nullish().catch(null);

/** Errors of Partner Center come in several shapes; pages and nothing at all among them. */
const PartnerCenterError = record({ code: anyCode, description: text, message: text, errorName: text });
/** Graph and Azure put theirs into `error`, and Azure at times does not. */
const Inner = record({ code: anyCode, message: text });
const Wrapped = record({ error: Inner });

const STALE = '2055';

export const partnerCenterDialect: Dialect = {
  name: 'Partner Center',
  knowsRequests: true,
  headersOf: ({ request, call }) => ({
    accept: 'application/json',
    'ms-requestid': request,
    'ms-correlationid': call,
    'ms-contract-version': 'v1',
  }),
  complaintOf: (status, body) => {
    const said = PartnerCenterError.safeParse(body).data;
    const named = said?.code ?? '';
    return {
      code: named,
      words: said?.description ?? said?.message ?? said?.errorName ?? '',
      means: status === 400 && named === STALE ? 'stale' : null,
    };
  },
};

const wrappedComplaint: Dialect['complaintOf'] = (_, body) => {
  const said = Wrapped.safeParse(body).data?.error ?? Inner.safeParse(body).data;
  return { code: said?.code ?? '', words: said?.message ?? '', means: null };
};

export const graphDialect: Dialect = {
  name: 'Graph',
  atOnce: 4,
  knowsRequests: false,
  headersOf: ({ request }) => ({ accept: 'application/json', 'client-request-id': request }),
  complaintOf: wrappedComplaint,
};

export const azureDialect: Dialect = {
  name: 'Azure',
  knowsRequests: false,
  headersOf: ({ request }) => ({ accept: 'application/json', 'x-ms-client-request-id': request }),
  complaintOf: wrappedComplaint,
};
