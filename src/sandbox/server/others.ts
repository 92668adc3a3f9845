import type { Asked, Surface } from '../exchange.ts';
import type { Certificates } from '../webhooks/certificates.ts';
import { CERTIFICATE_PATH } from '../webhooks/delivery.ts';
import { below } from './ask.ts';

interface Others {
  readonly certificates: Certificates;
  readonly control: Surface;
  /** Pages for people. */
  readonly pages: Surface;
}

const CONTROL = '/_sim';

const isControl = ({ path }: Asked): boolean => path.startsWith(`${CONTROL}/`);

/** A page elsewhere can make a browser post here, but not as JSON. */
const isJson = ({ raw, headers }: Asked): boolean =>
  raw.length === 0 || (headers['content-type'] ?? '').startsWith('application/json');

/** What stands beside the services: the control, the signer’s certificate, and pages for people. */
export const createOthers =
  ({ certificates, control, pages }: Others): Surface =>
  (asked) => {
    if (asked.path === CERTIFICATE_PATH) {
      return { status: 200, headers: { 'Content-Type': 'application/pkix-cert' }, bytes: certificates.signer };
    }
    if (!isControl(asked)) return pages(asked);
    return isJson(asked) ? control(below(asked, CONTROL)) : { status: 415 };
  };
