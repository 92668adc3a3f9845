import { X509Certificate } from 'node:crypto';
import type { Account } from '../../clouds/account.ts';
import { wantedEvents } from '../../partner-center/wanted-events.ts';
import type { Check } from './check.ts';
import { fault, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { organization } from './partner-center-checks.ts';
import { troubleOf } from './trouble.ts';

type Webhook = NonNullable<Account['webhook']>;

const REGISTER = 'handshake webhooks register';

/** Does Partner Center tell its news to us? */
export const registration = ({ url }: Webhook): Check => ({
  tried: 'Webhook',
  needs: [organization],
  look: async ({ account: { profile }, at }) => {
    const sent = await at.partnerCenter.webhookRegistration.get();
    if (!sent.ok) return troubleOf(sent.failure, profile, profile.partnerCenter);
    if (sent.body === null) return fault('Partner Center has none registered for us.', `Register ${url} there: ${REGISTER}`);
    const { url: present, changedAt } = sent.body;
    const since = changedAt === null ? '' : `, since ${changedAt}`;
    return present === url
      ? ok(`Partner Center tells its news to ${url}${since}.`)
      : fault(
          `Partner Center tells its news to ${present ?? 'nobody'}${since}, not to ${url}.`,
          `Register ${url} in its place, or correct webhook.url in the accounts file: ${REGISTER}`,
        );
  },
});

/** Of those that there are for us at all. */
export const events = (registered: Check): Check => ({
  tried: 'Events of the webhook',
  needs: [registered],
  look: async ({ account: { profile }, at }) => {
    const there = at.partnerCenter.webhookRegistration;
    const [offered, sent] = [await there.events(), await there.get()];
    if (!offered.ok) return troubleOf(offered.failure, profile, profile.partnerCenter);
    if (!sent.ok) return troubleOf(sent.failure, profile, profile.partnerCenter);
    const wanted = wantedEvents(profile).filter((one) => offered.body.includes(one));
    const missing = wanted.filter((one) => sent.body?.events.includes(one) !== true);
    return missing.length === 0
      ? ok(`All ${wanted.length} that we wait for are registered.`)
      : fault(`Not registered: ${missing.join(', ')}.`, `Register it again, with these events too: ${REGISTER}`);
  },
});

/** Why a pinned issuer is none; null where it can be one today. */
const flawOf = (pem: string, now: string): string | null => {
  try {
    const { validTo } = new X509Certificate(pem);
    return Date.parse(validTo) < Date.parse(now) ? `ran out on ${validTo}` : null;
  } catch {
    // What was thrown would only say so in the words of a library.
    return 'is no certificate (PEM)';
  }
};

const signers = ({ issuers }: Webhook): Check => ({
  tried: 'Signers of the webhook',
  needs: [],
  look: ({ account: { profile }, clock }): Promise<Finding> => {
    const flaws = issuers.flatMap((pem, place) => {
      const flaw = flawOf(pem, clock.now());
      return flaw === null ? [] : [`webhook.issuers.${place} ${flaw}`];
    });
    const origins = profile.certificateOrigins;
    if (origins.length === 0)
      return Promise.resolve(
        fault('No certificate may come from anywhere.', 'Name at least one address in hosts.certificateOrigins.'),
      );
    if (flaws.length > 0)
      return Promise.resolve(fault(`${flaws.join('; ')}.`, 'Put in the certificate of the present issuer, as PEM.'));
    return Promise.resolve(
      issuers.length === 0
        ? warning(
            'No issuer is pinned: a certificate with the right names is believed.',
            'Name the issuer’s certificate in webhook.issuers.',
          )
        : ok(`Certificates come from ${origins.join(', ')}, and from a pinned issuer.`),
    );
  },
});

/** Nobody has to have one. */
export const none: Check = {
  tried: 'Webhook',
  needs: [],
  look: () =>
    Promise.resolve(
      warning(
        'None is set down: what customers do is noticed only when the watch looks.',
        `Set down webhook.url, and register it: ${REGISTER}`,
      ),
    ),
};

export const webhookChecks = ({ webhook }: Account): readonly Check[] => {
  if (webhook === null) return [none];
  const registered = registration(webhook);
  return [registered, events(registered), signers(webhook)];
};
