import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { languageNames, languages } from '../../languages/speak.ts';
import { picker } from '../ask/picker.ts';
import { nearestLanguage } from '../loader.ts';
import type { ChatName, PersonView } from '../play/view.ts';
import type { Desk } from './desk.ts';
import { chatIn, peopleIn, personIn } from './place.ts';

type Pane = PersonView['pane'];

const chatOf = { agent: 'agentChat', admin: 'adminChat' } as const;

const choosePerson = ({ state, speaker, isNew, go }: Desk, pane: Pane, person: PersonView): TemplateResult =>
  picker({
    id: `${pane}-person`,
    text: speaker.say('play.person'),
    options: peopleIn(state, pane),
    chosen: person,
    name: (one) => `${one !== person && one.chats.some((chat) => isNew(one, chat)) ? '● ' : ''}${one.name}`,
    choose: ({ id }) => {
      go({ [pane]: id, [chatOf[pane]]: '' });
    },
  });

const chooseLanguage = ({ speaker, act }: Desk, pane: Pane, person: PersonView): TemplateResult =>
  picker({
    id: `${pane}-language`,
    text: speaker.say('play.personLanguage'),
    options: languages,
    chosen: nearestLanguage(person.locale) ?? 'en',
    name: (language) => languageNames[language],
    choose: (language) => {
      void act({ do: 'set-language', person: person.id, language });
    },
  });

const newMark = ({ speaker }: Desk): TemplateResult =>
  html`<span class="new"><span class="unseen">${speaker.say('play.new')}</span></span>`;

const chatTab = (desk: Desk, pane: Pane, person: PersonView, chat: ChatName, isOpen: boolean): TemplateResult =>
  html`<button
    type="button"
    aria-pressed=${isOpen}
    @click=${() => {
      desk.go({ [chatOf[pane]]: chat.id });
    }}
  >
    ${chat.name}${!isOpen && desk.isNew(person, chat) ? newMark(desk) : ''}
  </button>`;

const chatTabs = (desk: Desk, pane: Pane, person: PersonView, open: ChatName): TemplateResult | '' =>
  person.chats.length < 2
    ? ''
    : html`<div class="tabs" role="group" aria-label=${desk.speaker.say('play.chats')}>
        ${person.chats.map((chat) => chatTab(desk, pane, person, chat, chat === open))}
      </div>`;

/** Somebody of ours: who it is, their language, their chats. What is in the chat is drawn by the chat itself. */
export const personPane = (desk: Desk, pane: Pane): TemplateResult => {
  const { state, place, speaker } = desk;
  const person = personIn(state, place, pane);
  const chat = person && chatIn(person, place, pane);
  return html`<section class="pane" id=${pane} ?hidden=${!desk.inSight.includes(pane)} aria-labelledby="${pane}-title">
    <div class="top">
      <h2 id="${pane}-title" tabindex="-1">${speaker.say(pane === 'agent' ? 'play.pane.agent' : 'play.pane.admin')}</h2>
      ${person ? html`${choosePerson(desk, pane, person)}${chooseLanguage(desk, pane, person)}` : ''}
    </div>
    ${person && chat ? chatTabs(desk, pane, person, chat) : ''}
    <div class="chat" id="${pane}-chat" lang=${person?.locale ?? ''}></div>
  </section>`;
};
