import type { Intent } from '../intent.ts';

type Asked = Extract<Intent, { wants: 'ask-customer' }>;

/** With what this wizard is begun, in one text: no name goes over several lines. */
export const openingOf = ({ customer, about }: Pick<Asked, 'customer' | 'about'>): string | null =>
  about === '' ? customer : `${customer ?? ''}\n${about}`;

export const openedWith = (text: string | null): { readonly typed: string | null; readonly about: string } => {
  const [typed = '', ...about] = (text ?? '').split('\n');
  return { typed: typed === '' ? null : typed, about: about.join(' ') };
};
