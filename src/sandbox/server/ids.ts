import type { Face } from '../faults.ts';
import type { Asked } from '../exchange.ts';

const LONGEST_ID = 100;

const echoed = (asked: Asked, name: string, otherwise: string): string => {
  const said = asked.headers[name];
  return said === undefined || said.length > LONGEST_ID ? otherwise : said;
};

/** What every answer of a service carries besides the answer: the caller's ids, and its own. */
export const idsFor = (surface: Face, asked: Asked, uuid: () => string): Readonly<Record<string, string>> => {
  const own = uuid();
  switch (surface) {
    case 'partner-center':
      return {
        'ms-requestid': echoed(asked, 'ms-requestid', own),
        'ms-correlationid': echoed(asked, 'ms-correlationid', uuid()),
        'ms-cv': 'sim0000000000000.0',
        'ms-serverid': '000000000',
      };
    case 'graph':
      return { 'request-id': own, 'client-request-id': echoed(asked, 'client-request-id', own) };
    case 'azure':
      return { 'x-ms-request-id': own, 'x-ms-correlation-request-id': echoed(asked, 'x-ms-correlation-request-id', own) };
    default:
      return { 'x-ms-request-id': own };
  }
};
