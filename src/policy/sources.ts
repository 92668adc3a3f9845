import type { Cloud } from './facts.ts';

export type SourceKind = 'page' | 'faq' | 'interface' | 'announcement' | 'third_party' | 'house_rules';

type Defect = 'user_management_admin' | 'csp_tenant' | 'to_you' | 'missing_verb' | 'lost_not';

/** What a document is and how far it can be trusted: shown with every answer that rests on it. */
export interface Source {
  readonly title: string;
  readonly kind: SourceKind;
  readonly language: 'en' | 'es' | 'it' | 'ru';
  readonly clouds: 'all' | readonly Cloud[];
  /** The states of the document that were read: its own date, `newest` for a copy without one (2024 or later), `undated`. */
  readonly read: readonly [string, ...string[]];
  /** Microsoft marks each localized page as translated by machine or by people; the original is English. */
  readonly translation: 'original' | 'machine';
  /** What is known to be wrong in the translation: sentences of `languages` (`defect.lost_not`). */
  readonly defects?: readonly Defect[];
}

type Extra = Partial<Pick<Source, 'kind' | 'clouds' | 'language' | 'translation' | 'defects'>>;

const source = <const Read extends readonly [string, ...string[]]>(title: string, read: Read, extra: Extra = {}) => ({
  title,
  read,
  kind: 'page' as SourceKind,
  language: 'en' as const,
  clouds: ['global'] as const,
  translation: 'original' as const,
  ...extra,
});

const both = ['global', 'us_gov'] as const;
const china = ['china_21v'] as const;
const translated = (language: 'es' | 'it' | 'ru', ...defects: Defect[]): Extra => ({
  language,
  translation: 'machine',
  defects,
});

export const sources = {
  'S-ES-MP': source('Multi-partner support (Spanish)', ['2020-11-29'], {
    clouds: both,
    ...translated('es', 'user_management_admin', 'csp_tenant'),
  }),
  'S-ES-21V': source('Multi-partner, Partner Center operated by 21Vianet (Spanish with English)', ['2018-10-29'], {
    clouds: china,
    ...translated('es', 'to_you'),
  }),
  'S-ES-MC': source('Multi-channel support (Spanish)', ['2020-06-17'], {
    clouds: both,
    ...translated('es', 'missing_verb', 'user_management_admin'),
  }),
  'S-RU-MP': source('Multi-partner support (Russian, half English)', ['2019-03-20'], {
    clouds: both,
    ...translated('ru', 'lost_not'),
  }),
  'S-IT-MP': source('Multi-partner support (Italian)', ['2020-11-29'], { clouds: both, ...translated('it') }),
  'D-MP-23': source('Multi-partner support', ['2017-07', '2018-12-05', '2021-04-04', '2023-09-26'], { clouds: both }),
  'D-MP-NEW': source('Multi-partner support', ['newest'], { clouds: both }),
  'D-MC-23': source('Multi-channel support', ['2017-07', '2018-12-05', '2020-06-17', '2023-09-20'], { clouds: both }),
  'D-MC-NEW': source('Multi-channel support', ['newest']),
  'D-WWOP': source('Work with other partners', ['2020-11-29', '2022-02-28'], { clouds: both }),
  'D-REL': source('Supported partner relationships in CSP', ['2020-05-12', '2023-01-11'], { clouds: 'all' }),
  'D-REQ-17': source('Request a relationship with a customer', ['2017']),
  'D-REQ-18': source('Request a relationship with a customer', ['2018-11-01', '2019-01-16'], {
    clouds: ['global', 'us_gov', 'germany'],
  }),
  'D-REQ-20': source('Request a relationship with a customer', ['2020-01-28', '2020-06', '2020-09-23'], {
    clouds: both,
  }),
  'D-REQ-21': source('Request a relationship with a customer', ['2021-04-27'], { clouds: both }),
  'D-REQ-23': source('Request a relationship with a customer', ['2023-06-05'], { clouds: both }),
  'D-REQ-NEW': source('Request a relationship with a customer', ['newest'], { clouds: both }),
  'D-CRAP': source('Customers revoke admin privileges', ['2019-11', '2020-12-02', '2023-09-20'], { clouds: both }),
  'D-RM': source('Remove a relationship with a customer', ['2020-06-05', '2021-11-01']),
  'D-CONN': source('Connect with your customers', ['2020-10-12', '2023-10-23']),
  'D-RESTR': source('Direct-bill partners in restricted state', ['2020-10-09', '2023']),
  'D-PERM': source('Permissions overview', ['2020-10-30', '2022-11-22'], { clouds: 'all' }),
  'D-MCA': source('Confirm a customer’s acceptance of the customer agreement', ['2020', '2023-04-28']),
  'D-REG': source('Regional authorization overview', ['2019-02-12', '2023-08-17'], { clouds: 'all' }),
  'D-SW': source(
    'Switch Azure subscriptions to a different partner',
    ['2018-09-05', '2018-10-25', '2020-05-13', '2021-04-26', '2023-05-30', 'newest'],
    { clouds: ['global', 'us_gov', 'germany'] },
  ),
  'D-XF': source('Transfer Azure subscriptions under an Azure plan', [
    '2020-09-28',
    '2020-09-30',
    '2021-01-05',
    '2021-05',
    '2023-09-14',
  ]),
  'D-XFAPI': source('Transfer interface and its error codes', ['2023-06-15', '2023-07-31', 'newest'], {
    kind: 'interface',
    clouds: 'all',
  }),
  'D-LT': source('Transfer new-commerce licence subscriptions', ['newest']),
  'D-AZC': source('Azure-plan transfer as the customer sees it', ['2025-12-29']),
  'D-AZS': source('Transfer Azure subscriptions between subscribers and CSP partners', ['2023-03-29']),
  'D-EA': source('Take billing ownership of EA subscriptions', ['2024-03-26']),
  'D-SEAT': source('Move seat-based services to CSP', ['2020-06-30', '2023-01-11', 'newest'], { clouds: both }),
  'D-D2I': source('Transfer from direct-bill to indirect', ['2020-03'], { kind: 'announcement' }),
  'D-SUB': source('Create, suspend or cancel subscriptions', ['2023-07-27', '2023-10-19'], { clouds: 'all' }),
  'D-0145P': source('Azure plan: phases of the move from MS-AZR-0145P', ['2021-07', '2023']),
  'D-GD gdap-introduction': source('GDAP introduction', ['2023-07-31']),
  'D-GD gdap-obtain': source('Obtain granular admin permissions', ['2023-10-23']),
  'D-GD gdap-customer-approval': source('GDAP: how the customer approves', ['2023-03-31']),
  'D-GD gdap-partner-terminate': source('GDAP: how the partner ends it', ['2023-06-21']),
  'D-GD gdap-assign-azure-ad-roles': source('GDAP: assign roles to security groups', ['2023-06-06']),
  'D-GD gdap-migration-faq': source('GDAP migration FAQ', ['2023-06-13'], { kind: 'faq' }),
  'D-GD gdap-faq': source('GDAP FAQ', ['2023-10-12', 'newest'], { kind: 'faq' }),
  'D-DAP': source('End of delegated administration in reseller requests', ['2023-07', '2023-09-25', '2023-10-12'], {
    kind: 'announcement',
  }),
  'D-GRAPH': source('delegatedAdminRelationship reference', ['2023', '2024-06-04', 'newest'], {
    kind: 'interface',
    clouds: 'all',
  }),
  'D-LINKAPI': source('Get a relationship request (interface)', ['2020-12-08', '2022-06-15', 'newest'], {
    kind: 'interface',
    clouds: 'all',
  }),
  'D-USG': source('Partner Center for Microsoft Cloud for US Government', ['2017', '2021-11-08'], {
    clouds: ['us_gov'],
  }),
  'D-USFAQ': source('FAQ for US Government', ['2021-06-17'], { kind: 'faq', clouds: ['us_gov'] }),
  'D-SDKNC': source('Developing for national clouds', ['2019-06-11', '2023-09-28', 'newest'], {
    clouds: ['us_gov', 'china_21v', 'germany'],
  }),
  'D-NC': source('CSP national clouds overview', ['2022-05-03'], { clouds: ['us_gov', 'china_21v', 'germany'] }),
  'D-21V-REQ': source('21Vianet: request a reseller relationship', ['2016-10', '2018-10-29'], { clouds: china }),
  'D-21V-MC': source('21Vianet: multi-channel', ['2016-10', '2018-10-29'], { clouds: china }),
  'D-21V-ROLES': source('21Vianet: users and roles', ['2018-10-29'], { clouds: china }),
  'D-GCC': source('Government Community Cloud: overview and validation', ['2021-11-10', '2022-05-03']),
  'D-M365': source('Microsoft 365 admin help: partner relationships', ['newest']),
  'D-PAL': source('Partner Admin Link, DPOR and CPOR', ['2022-10-27', '2023-04-19'], { clouds: 'all' }),
  'D-APSS': source('Azure partner shared services', ['2021']),
  'D-ADV': source('The Advisor programme closes', ['2021-05-13'], { kind: 'announcement' }),
  'D-OPEN': source('Open License closes', ['2021'], { kind: 'announcement' }),
  'D-IRT': source('Indirect-reseller tasks in Partner Center', ['2021']),
  'D-ADDLIC': source('Add licences or services to a subscription', ['2021']),
  'D-CANCEL': source('Cancel a subscription', ['2020-05']),
  'D-NCE-OLD': source('Early cancellation pages of new commerce', ['undated']),
  'D-2021': source('Partner Center documentation as a whole, searched in vain', ['2021-07'], { clouds: 'all' }),
  'D-RES': source('Azure reservations in CSP', ['2021'], { clouds: 'all' }),
  'D-AZPA': source('Where the Azure plan is available', ['2022-02-28'], { clouds: 'all' }),
  'T-CC': source('Vendor blog on licence transfers', ['2024-06-19'], { kind: 'third_party' }),
  'H-HOUSE': source('House rules of this partner', ['current'], { kind: 'house_rules', clouds: 'all' }),
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;

/** A source in the state that was read, e.g. `D-SW 2023-05-30`. A date on which nobody read the page does not compile. */
export type Citation = { [K in SourceKey]: `${K} ${(typeof sources)[K]['read'][number]}` }[SourceKey];

/** Nothing is claimed on nobody's word. */
export type Citations = readonly [Citation, ...Citation[]];

/** The document behind a citation, and which of its states was read. */
export const passportOf = (citation: Citation): Source & { readonly key: SourceKey; readonly date: string } => {
  const at = citation.lastIndexOf(' ');
  const key = citation.slice(0, at) as SourceKey;
  return { ...sources[key], key, date: citation.slice(at + 1) };
};

/** Nothing but translations: the answer has to say so, because translations of these pages have been wrong. */
export const restsOnTranslationsAlone = (citations: Citations): boolean =>
  citations.every((citation) => passportOf(citation).translation === 'machine');
