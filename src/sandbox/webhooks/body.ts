import type { Instant } from '../../cases/time.ts';
import type { Notice } from '../announce.ts';

/** In which of their known forms webhooks are sent. */
export interface Forms {
  /** As the documentation says, or as somebody has seen them: transfers then name only the customer. */
  resourceUri: 'documented' | 'observed';
  /** Never: also where the documentation has one. */
  auditUri: 'usual' | 'never';
}

interface Usual {
  readonly name: string;
  readonly uri: (notice: Notice, base: string, forms: Forms) => string | null | undefined;
  readonly audit: 'activity' | 'records' | 'observed' | 'none';
}

const customers = ({ news }: Notice): string => `/v1/customers/${news.customer ?? ''}`;

/** Some of their addresses are not secured. */
const unsecured = (uri: string): string => uri.replace(/^https:/, 'http:');

const transfer: Usual = {
  name: 'Transfer',
  uri: (notice, base, { resourceUri }) =>
    resourceUri === 'observed'
      ? `${base}${customers(notice)}`
      : `${base}/webhooks${customers(notice)}/transfers/${notice.news.resourceId ?? ''}`,
  audit: 'activity',
};

const customer: Usual = { name: 'Customer', uri: (notice, base) => `${base}${customers(notice)}`, audit: 'activity' };
const dap: Usual = { name: 'PartnerCustomerDap', uri: () => null, audit: 'none' };

const usuals: readonly (readonly [RegExp, Usual])[] = [
  [/^(create|update|complete|fail|expire)-transfer$/, transfer],
  [/^reseller-relationship-/, customer],
  [/^indirect-reseller-relationship-/, { ...customer, audit: 'none' }],
  [/^dap-.*-by-microsoft$/, { ...dap, uri: () => undefined }],
  [/^dap-/, dap],
  [/^granular-admin-relationship-approved$/, { name: 'GranularAdminRelationship', uri: () => null, audit: 'observed' }],
  [/^granular-admin-relationship-/, { name: 'GranularAdminRelationship', uri: () => null, audit: 'none' }],
  [/^granular-admin-access-assignment-/, { name: 'GranularAdminAccessAssignment', uri: () => null, audit: 'none' }],
  [
    /^subscription-updated$/,
    {
      name: 'subscription',
      uri: (notice, base) => unsecured(`${base}/webhooks${customers(notice)}/subscriptions/${notice.news.resourceId ?? ''}`),
      audit: 'records',
    },
  ],
  [
    /^test-created$/,
    {
      name: 'test',
      uri: ({ news }, base) => unsecured(`${base}/webhooks/v1/registration/validationEvents/${news.resourceId ?? ''}`),
      audit: 'none',
    },
  ],
];

const addressed = (said: string | null | undefined, base: string): string | null | undefined =>
  said?.startsWith('/') === true ? `${base}${said}` : said;

const auditUriOf = (notice: Notice, usual: Usual | undefined, base: string, forms: Forms): string | null => {
  const { auditId } = notice;
  const kind = usual?.audit ?? 'none';
  if (auditId === null || kind === 'none' || forms.auditUri === 'never') return null;
  if (kind === 'observed' && forms.resourceUri === 'documented') return null;
  return `${base}${kind === 'records' ? '' : '/auditactivity'}/v1/auditrecords/${auditId}`;
};

/** Seven digits after the point, and an offset. */
const momentOf = (at: Instant): string => at.replace('Z', '0000+00:00');

/** What a webhook says; `base` is where its receiver finds Partner Center. */
export const bodyOf = (notice: Notice, base: string, forms: Forms): Readonly<Record<string, string | null>> => {
  const { news, at } = notice;
  const usual = usuals.find(([pattern]) => pattern.test(news.event))?.[1];
  const said = news.resourceUri === undefined ? usual?.uri(notice, base, forms) : addressed(news.resourceUri, base);
  const name = news.resourceName ?? usual?.name;
  return {
    EventName: news.event,
    ...(said === undefined ? {} : { ResourceUri: said }),
    ...(name === undefined ? {} : { ResourceName: name }),
    AuditUri: auditUriOf(notice, usual, base, forms),
    ResourceChangeUtcDate: momentOf(at),
  };
};
