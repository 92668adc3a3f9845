import { html, nothing, render } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Language, Speaker } from '../../languages/speak.ts';
import { loadSpeaker, nearestLanguage, preferredLanguage } from '../loader.ts';
import type { Act, PersonView, PlayState } from '../play/view.ts';
import { createAttention } from './attention.ts';
import { createChatPane } from './chat/pane.ts';
import type { ChatPane } from './chat/pane.ts';
import { customerPane } from './customer-pane.ts';
import type { Desk } from './desk.ts';
import { reloadLiveFrames } from './frame.ts';
import { header } from './header.ts';
import { paneTabs } from './pane-tabs.ts';
import { partnerPane } from './partner-pane.ts';
import { personPane } from './person-pane.ts';
import { chatIn, fromAddress, nowhere, panesInSight, personIn, toAddress } from './place.ts';
import type { PaneName, Place } from './place.ts';
import { rememberedLanguage, rememberedSteps, rememberLanguage, rememberSteps } from './remembered.ts';
import { askState, loadChat, sendAct } from './server.ts';
import { stepsView } from './steps-view.ts';
import { placeOf, progressFrom } from './stories.ts';
import type { Progress } from './stories.ts';

const RETRY_MS = 2_000;
/** So long after the last news pages outside are shown anew: much happens at once. */
const SETTLED_MS = 700;

const attention = createAttention();
const dark = matchMedia('(prefers-color-scheme: dark)');
const speakers = new Map<Language, Speaker>();

let language = rememberedLanguage() ?? preferredLanguage();
let progress = progressFrom(rememberedSteps());
// Whoever comes without an address begins where the next step is.
let place = location.hash === '' && progress.isOpen ? { ...nowhere, ...placeOf(progress) } : fromAddress(location.hash.slice(1));
let state: PlayState | null = null;
let isGone = false;
let refusal: string | null = null;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const fetchSpeaker = async (wanted: Language): Promise<void> => {
  try {
    speakers.set(wanted, await loadSpeaker(wanted));
    isGone = false;
  } catch {
    isGone = true;
    await pause(RETRY_MS);
  }
  draw();
};

const underWay = new Set<Language>();
const speakerIn = (wanted: Language): Speaker | null => {
  const speaker = speakers.get(wanted) ?? null;
  if (speaker === null && !underWay.has(wanted)) {
    underWay.add(wanted);
    void fetchSpeaker(wanted).finally(() => underWay.delete(wanted));
  }
  return speaker;
};

const personNow = (pane: PersonView['pane']): PersonView | undefined => (state === null ? undefined : personIn(state, place, pane));
const languageNow = (pane: PersonView['pane']): Language => nearestLanguage(personNow(pane)?.locale ?? '') ?? 'en';

const paneFor = (pane: PersonView['pane']): ChatPane => {
  let last: Speaker | undefined;
  const speaker = (): Speaker => {
    // What arrives in a chat is drawn at once, also while the sentences of another language are on their way.
    const spoken = speakers.get(languageNow(pane)) ?? last;
    last = spoken;
    if (spoken === undefined) throw new Error(`The sentences of the pane ${pane} are not here yet`);
    return spoken;
  };
  return createChatPane({ act: sendAct, load: loadChat, speaker, isDark: () => dark.matches });
};
const chatPanes = { agent: paneFor('agent'), admin: paneFor('admin') };

const showChat = ({ inSight, state: { people } }: Desk, pane: PersonView['pane']): void => {
  const host = document.querySelector<HTMLElement>(`#${pane}-chat`);
  const person = personNow(pane);
  const chat = person && chatIn(person, place, pane);
  if (!inSight.includes(pane) || !host || !person || !chat || speakerIn(languageNow(pane)) === null) return;
  chatPanes[pane].show(host, { person, chat, people });
};

/** What is in sight has been seen, as long as the reader looks at the page at all. */
const lookAround = (inSight: readonly PaneName[]): void => {
  if (document.visibilityState !== 'visible') return;
  for (const pane of ['agent', 'admin'] as const) {
    const person = personNow(pane);
    const chat = person && chatIn(person, place, pane);
    if (inSight.includes(pane) && person && chat) attention.look(person, chat);
  }
};

const go = (changes: Partial<Place>): void => {
  const before = panesInSight(place, innerWidth);
  place = { ...place, ...changes };
  history.replaceState(null, '', `#${toAddress(place)}`);
  draw();
  if (panesInSight(place, innerWidth).some((pane) => !before.includes(pane))) reloadLiveFrames();
};

const move = (changes: Partial<Progress>): void => {
  progress = { ...progress, ...changes };
  rememberSteps(progress);
  draw();
};

const openSteps = (): void => {
  move({ isOpen: true });
};

const speak = (chosen: Language): void => {
  language = chosen;
  rememberLanguage(chosen);
  draw();
};

const act = async (wanted: Act): Promise<boolean> => {
  try {
    const answer = await sendAct(wanted);
    refusal = answer.kind === 'banner' && answer.tone === 'bad' ? answer.text : null;
    return refusal === null;
  } catch (problem) {
    refusal = problem instanceof Error ? problem.message : String(problem);
    return false;
  } finally {
    draw();
  }
};

const notices = ({ say }: Speaker): TemplateResult =>
  html`<div class="notices">
    ${isGone ? html`<p class="notice" role="alert">${say('play.gone')}</p>` : nothing}
    ${refusal === null ? nothing : html`<p class="notice" role="alert">${say('play.failed')} ${refusal}</p>`}
  </div>`;

const page = (desk: Desk): TemplateResult =>
  html`${header(desk, { areStepsOpen: progress.isOpen, openSteps, speak })} ${notices(desk.speaker)}
    ${stepsView({ desk, progress, move })}
    <main>${personPane(desk, 'agent')}${personPane(desk, 'admin')}${customerPane(desk)}${partnerPane(desk)}</main>
    ${paneTabs(desk)}`;

const waiting = ({ say }: Speaker): TemplateResult =>
  html`<main>
    <h1>Handshake</h1>
    <p>${say(isGone ? 'play.gone' : 'play.loading')}</p>
  </main>`;

const draw = (): void => {
  const speaker = speakerIn(language);
  if (speaker === null) return;
  document.documentElement.lang = language;
  document.title = `Handshake · ${speaker.say('play.title')}`;
  if (state === null) {
    render(waiting(speaker), document.body);
    return;
  }
  const inSight = panesInSight(place, innerWidth);
  lookAround(inSight);
  const { isNew } = attention;
  const desk: Desk = { state, place, speaker, speakerIn, inSight, isNew, go, act };
  render(page(desk), document.body);
  showChat(desk, 'agent');
  showChat(desk, 'admin');
};

let settling: ReturnType<typeof setTimeout> | undefined;

const arrived = (news: PlayState): void => {
  const isFirst = state === null;
  const isNewer = news.version !== state?.version;
  state = news;
  isGone = false;
  attention.begin(news.people, news.begun);
  draw();
  if (isFirst || !isNewer) return;
  clearTimeout(settling);
  settling = setTimeout(reloadLiveFrames, SETTLED_MS);
};

const nextState = async (): Promise<PlayState | null> => {
  try {
    return await askState(isGone ? 0 : (state?.version ?? 0));
  } catch {
    return null;
  }
};

const follow = async (): Promise<never> => {
  for (;;) {
    const news = await nextState();
    if (news === null) {
      isGone = true;
      draw();
      await pause(RETRY_MS);
    } else arrived(news);
  }
};

addEventListener('hashchange', () => {
  place = fromAddress(location.hash.slice(1));
  draw();
});
addEventListener('resize', draw);
document.addEventListener('visibilitychange', draw);
dark.addEventListener('change', draw);
void follow();
