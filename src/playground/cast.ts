import type { Language } from '../languages/speak.ts';
import type { Role } from '../policy/index.ts';

export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly (Role | 'operator')[];
}

/** What a program is set to by whoever speaks the language. */
export const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  es: 'es-ES',
  it: 'it-IT',
  ru: 'ru-RU',
  'zh-Hans': 'zh-CN',
  de: 'de-DE',
  fr: 'fr-FR',
};

const somebody = (number: number, name: string, language: Language, ...roles: Somebody['roles']): Somebody => {
  const digits = String(number).padStart(2, '0');
  return { id: `0b1ec700-00${digits}-4b01-8b01-0000000000${digits}`, name, locale: locales[language], roles };
};

/** People of Nordlys Cloud AS, all made up; each of them speaks their own language. */
export const cast = {
  ana: somebody(11, 'Ana Ruiz', 'es', 'sales_agent'),
  giulia: somebody(12, 'Giulia Neri', 'it', 'sales_agent'),
  petr: somebody(13, 'Пётр Лебедев', 'ru', 'sales_agent'),
  lihua: somebody(14, '李华', 'zh-Hans', 'sales_agent'),
  klaus: somebody(15, 'Klaus Weber', 'de', 'sales_agent'),
  chloe: somebody(16, 'Chloé Marchand', 'fr', 'sales_agent'),
  sven: somebody(17, 'Sven Lund', 'en', 'sales_agent'),
  ada: somebody(21, 'Ada Berg', 'en', 'admin_agent'),
  bo: somebody(22, 'Bo Dahl', 'de', 'admin_agent'),
  gunn: somebody(23, 'Gunn Moe', 'en', 'global_admin'),
  hal: somebody(24, 'Hal Vik', 'en', 'helpdesk_agent'),
  liv: somebody(25, 'Liv Aas', 'en'),
} as const;

export type Name = keyof typeof cast;

/** Where approvers meet. */
export const approvals = {
  team: 'Partner desk',
  name: 'Approvals',
  people: [cast.ada.id, cast.bo.id, cast.gunn.id, cast.ana.id, cast.sven.id, cast.hal.id],
} as const;
