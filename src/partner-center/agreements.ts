import * as z from 'zod';
import type { Instant } from '../cases/time.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, numeric, record } from '../wire/shapes.ts';
import { filled } from './answers.ts';
import { answered, whereOffered } from './asking.ts';
import { askAll } from './collection.ts';

const TYPE = 'MicrosoftCustomerAgreement';
const ALREADY_THERE = '600061';

/** Without it the service means the agreement before this one, and finds nothing. */
const query = { agreementType: TYPE };

const Template = record({ templateId: z.guid(), agreementLink: filled, versionRank: maybe(numeric) }).transform(
  ({ templateId, agreementLink, versionRank }) => ({ id: templateId, url: agreementLink, rank: versionRank }),
);

const Attested = record({
  type: z.string(),
  templateId: z.string(),
  dateAgreed: moment,
  primaryContact: maybe(record({ firstName: filled, lastName: filled, email: filled, phoneNumber: filled })),
}).transform(({ dateAgreed, primaryContact, ...rest }) => ({ ...rest, agreedAt: dateAgreed, contact: primaryContact }));

/** That a customer has agreed, as a partner has told it. */
type AttestedAgreement = z.infer<typeof Attested>;

interface Attestation {
  readonly templateId: string;
  readonly agreedAt: Instant;
  readonly contact: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phoneNumber: string | null;
  };
}

const attestationOf = ({ templateId, agreedAt, contact }: Attestation): object => {
  const { phoneNumber, ...named } = contact;
  return {
    primaryContact: { ...named, ...(phoneNumber !== null && { phoneNumber }) },
    templateId,
    type: TYPE,
    dateAgreed: agreedAt,
  };
};

/** Whether the customer has agreed to the Microsoft Customer Agreement: by itself, or by our word. All of it needs a person of ours. */
export const createAgreements = (service: Service, profile: CloudProfile) => {
  const line = whereOffered(service, profile, 'agreements');

  const attested = async (tenantId: string): Promise<Sent<readonly AttestedAgreement[]>> => {
    const found = await askAll(line, { path: byId`/v1/customers/${tenantId}/agreements`, query }, Attested);
    return withBody(found, (all) => all.filter(({ type }) => type.toLowerCase() === TYPE.toLowerCase()));
  };

  const isSigned = (tenantId: string): Promise<Sent<boolean>> =>
    ask(line, {
      method: 'GET',
      path: byId`/v1/customers/${tenantId}/directSignedMicrosoftCustomerAgreementStatus`,
      answer: record({ isSigned: z.boolean() }).transform(({ isSigned }) => isSigned),
    });

  return {
    /** The text that is agreed to: its id changes with its versions. */
    templates: (): Promise<Sent<readonly z.infer<typeof Template>[]>> => askAll(line, { path: '/v1/agreements', query }, Template),

    attested,
    isSigned,

    /** Signed by itself, attested by a partner, or neither. One yes is enough, even when the other question gets no answer. */
    inPlace: async (tenantId: string): Promise<Sent<'accepted' | 'attested' | 'none'>> => {
      const signed = await isSigned(tenantId);
      if (signed.ok && signed.body) return { ...signed, body: 'accepted' };
      const told = await attested(tenantId);
      if (told.ok && told.body.length > 0) return { ...told, body: 'attested' };
      return signed.ok ? withBody(told, () => 'none') : signed;
    },

    /** Says that the customer has agreed. Safe to repeat: the second time it is there already, which is done too. */
    attest: async (tenantId: string, attestation: Attestation, requestId: string): Promise<Sent<'now' | 'before'>> => {
      const sent = await ask(line, {
        method: 'POST',
        path: byId`/v1/customers/${tenantId}/agreements`,
        body: attestationOf(attestation),
        answer: z.unknown(),
        requestId,
        repeatable: true,
      });
      if (sent.ok) return { ...sent, body: 'now' };
      const { failure } = sent;
      return 'code' in failure && failure.code === ALREADY_THERE ? answered(400, 'before') : sent;
    },
  };
};
