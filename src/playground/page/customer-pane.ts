import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { picker } from '../ask/picker.ts';
import type { CustomerView, LetterLine } from '../play/view.ts';
import type { Desk } from './desk.ts';
import { followed } from './followed.ts';
import { frame, reloadButton } from './frame.ts';
import { letterView } from './letter.ts';
import { sideTabs } from './pane-tabs.ts';
import { customerIn, customersInOrder } from './place.ts';

const lettersOf = ({ state }: Desk, { tenant }: CustomerView): readonly LetterLine[] =>
  state.letters.filter(({ customer }) => customer === tenant);

const line = ({ speaker, go }: Desk, { tenant }: CustomerView, { id, subject, from, at }: LetterLine): TemplateResult =>
  html`<li>
    <button
      type="button"
      @click=${() => {
        go({ customer: tenant, letter: id, link: '' });
      }}
    >
      <b>${subject}</b> <span>${from}</span> <span>${speaker.date(at.slice(0, 10))}</span>
    </button>
  </li>`;

const inbox = (desk: Desk, customer: CustomerView): TemplateResult => {
  const letters = lettersOf(desk, customer);
  return letters.length === 0
    ? html`<p class="empty">${desk.speaker.say('play.noLetters')}</p>`
    : html`<ul class="inbox">
        ${letters.map((letter) => line(desk, customer, letter))}
      </ul>`;
};

const adminPage = (desk: Desk, { tenant, name }: CustomerView): TemplateResult =>
  html`<div class="bar">${reloadButton(desk, 'customer-frame')}</div>
    ${frame({
      id: 'customer-frame',
      src: `${desk.state.outside}/customers/${tenant}?lang=${desk.speaker.language}`,
      title: `${desk.speaker.say('play.adminPage')}: ${name}`,
      isLive: true,
    })}`;

const mail = (desk: Desk, customer: CustomerView): TemplateResult => {
  const { letter: open, link } = desk.place;
  const letter = lettersOf(desk, customer).find(({ id }) => id === open);
  if (letter === undefined) return inbox(desk, customer);
  return link === '' ? letterView(desk, letter) : followed(desk, customer, link);
};

const pageTab = ({ place, speaker, go }: Desk, page: 'inbox' | 'admin'): TemplateResult =>
  html`<button
    type="button"
    aria-pressed=${place.page === page}
    @click=${() => {
      go({ page });
    }}
  >
    ${speaker.say(page === 'inbox' ? 'play.inbox' : 'play.adminPage')}
  </button>`;

const choose = (desk: Desk, customer: CustomerView): TemplateResult =>
  picker({
    id: 'customer-who',
    text: desk.speaker.say('play.customer'),
    options: customersInOrder(desk.state),
    chosen: customer,
    name: (one) => `${lettersOf(desk, one).length > 0 ? '✉ ' : ''}${one.name}`,
    choose: ({ tenant }) => {
      desk.go({ customer: tenant, letter: '', link: '' });
    },
  });

/** A customer: the letters that have come, what is behind their links, and what they see of themselves at Microsoft. */
export const customerPane = (desk: Desk): TemplateResult => {
  const { state, place, speaker, inSight } = desk;
  const customer = customerIn(state, place);
  return html`<section class="pane" id="customer" ?hidden=${!inSight.includes('customer')} aria-labelledby="customer-title">
    ${sideTabs(desk)}
    <div class="top">
      <h2 id="customer-title" tabindex="-1">${speaker.say('play.pane.customer')}</h2>
      ${customer && choose(desk, customer)}
    </div>
    <div class="tabs" role="group" aria-label=${speaker.say('play.pane.customer')}>
      ${pageTab(desk, 'inbox')}${pageTab(desk, 'admin')}
    </div>
    ${customer && (place.page === 'admin' ? adminPage(desk, customer) : mail(desk, customer))}
  </section>`;
};
