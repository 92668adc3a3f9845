import type { Case } from '../../src/cases/case.ts';
import type { CustomerInquiry } from '../../src/cases/customer-inquiry/case.ts';
import { askCustomer, happens, inquiryOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';

interface Wanted {
  readonly about?: string;
  readonly paragraph?: string;
  readonly customer?: Partial<Case['customer']>;
}

/** A customer that was asked a moment ago what only it knows. */
export const inquired = ({ about = 'Web shop', paragraph = '', customer }: Wanted = {}): CustomerInquiry => {
  const current = given(inquiryOpened('03-02 09:00', { ...askCustomer(about), letter: { paragraph } }));
  if (current.kind !== 'customer-inquiry') throw new Error('Nobody is asked');
  return { ...current, customer: { ...current.customer, language: 'en', ...customer } };
};

/** One to which somebody of the customer has answered. */
export const told = (): Case => given(inquiryOpened('03-02 09:00'), happens('customer-answered', '03-03 09:00'));
