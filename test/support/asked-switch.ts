import { speakerOf } from '../../src/languages/catalogues.ts';
import type { Language } from '../../src/languages/speak.ts';
import { CaseId } from '../../src/cases/ids.ts';
import type { Doing } from './story.ts';
import type { Name } from './stage.ts';

export type Inputs = NonNullable<Parameters<Doing['presses']>[2]>;

interface Wanted {
  readonly name: Name;
  readonly language: Language;
  /** As it is typed: what is wanted, and for whom. */
  readonly wish: string;
  /** What is filled in, page by page. */
  readonly pages: readonly Inputs[];
}

/** Somebody asks for a switch, page by page, and has it before the approvers. */
export const askedForSwitch = async (
  { says, presses, caseId }: Doing,
  { name, language, wish, pages }: Wanted,
): Promise<CaseId> => {
  const { say } = speakerOf(language);
  await says(name, wish);
  for (const page of pages) await presses(name, say('wizard.next'), page);
  await presses(name, say('wizard.ask'));
  return CaseId.parse(await caseId());
};

/** Two of ours agree, both in English. */
export const bothApprove = async ({ presses }: Doing): Promise<void> => {
  await presses('ada', 'Approve');
  await presses('bo', 'Approve');
};

/** Where nothing else is said: Azure of another partner, without anything beside it. */
export const fromGranitt = { boughtFrom: 'other_csp', partner: 'Granitt IT AS', which: 'granitt.example' } as const;
export const toldOfOthers = { 'customer.otherCspPartners': '1' } as const;

/** What is done before the present partner is asked for Azure below a plan. */
export const readyForTransfer = (words: string) => ({
  'relationship-in-place': words,
  'agreement-accepted': words,
  'azure-plan-bought': words,
  'other-partner-told': words,
  'history-exported': words,
});
