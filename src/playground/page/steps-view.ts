import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Speaker } from '../../languages/speak.ts';
import { nearestLanguage } from '../loader.ts';
import type { PersonView } from '../play/view.ts';
import type { Desk } from './desk.ts';
import { paneNames } from './pane-tabs.ts';
import { customerIn, partnerIn, personIn } from './place.ts';
import { fillIn, tickAll } from './fill.ts';
import { placeOf, stories } from './stories.ts';
import type { Progress, Step } from './stories.ts';

interface Guide {
  readonly desk: Desk;
  readonly progress: Progress;
  readonly move: (changes: Partial<Progress>) => void;
}

/** Whoever presses twice has meant it once. */
const once = async ({ currentTarget }: Event, does: () => Promise<void>): Promise<void> => {
  const button = currentTarget as HTMLButtonElement;
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  await does();
  button.ariaBusy = null;
};

const personOf = ({ state, place }: Desk, step: Step): PersonView | undefined =>
  step.pane === 'agent' || step.pane === 'admin' ? personIn(state, { ...place, ...step.place }, step.pane) : undefined;

/** How the person in the pane reads, so that buttons are called as they stand on the card; as the page does for all others. */
const theirs = (desk: Desk, step: Step): Speaker => {
  const person = personOf(desk, step);
  const language = person && nearestLanguage(person.locale);
  return (language && desk.speakerIn(language)) ?? desk.speaker;
};

const whoIn = (desk: Desk, step: Step): string => {
  const place = { ...desk.place, ...step.place };
  if (step.pane === 'customer') return customerIn(desk.state, place)?.name ?? '';
  if (step.pane === 'partner') return partnerIn(desk.state, place)?.name ?? '';
  return personOf(desk, step)?.name ?? '';
};

const sentence = ({ desk, progress }: Guide, step: Step): string => {
  const { say } = theirs(desk, step);
  return desk.speaker.sayKey(step.says, {
    ...{ who: whoIn(desk, step), customer: stories[progress.story]?.customer.name ?? '' },
    ...{ next: say('wizard.next'), ask: say('wizard.ask'), approve: say('case.button.approve') },
    ...{ tick: say('command.tick.title'), active: say('status.active') },
  });
};

const go = ({ desk, move }: Guide, to: Pick<Progress, 'story' | 'step'>): void => {
  move(to);
  desk.go(placeOf(to));
};

/** What the page can do in the reader’s place; each press goes through the bot’s own door as theirs would. */
const help = (guide: Guide, step: Step): TemplateResult | '' => {
  const { desk } = guide;
  const { fills, ticks } = step;
  const person = personOf(desk, step);
  const chat = person?.chats[0];
  if ((fills === undefined && ticks === undefined) || person === undefined || chat === undefined) return '';
  const { sayKey: say } = theirs(desk, step);
  const hands = { person: person.id, chat: chat.id, say };
  const press = async (event: Event): Promise<void> => {
    await once(event, () => (fills === undefined ? tickAll(hands) : fillIn(hands, fills.known)));
    go(guide, { story: guide.progress.story, step: guide.progress.step + (fills?.steps ?? 1) });
  };
  return html`<button type="button" @click=${press}>
    ${desk.speaker.say(fills === undefined ? 'play.tickAll' : 'play.fill')}
  </button>`;
};

/** The next step, or the beginning of the next story; its panes come to the front. */
const forward = (guide: Guide): void => {
  const { story, step } = guide.progress;
  const isLast = stories[story]?.steps[step + 1] === undefined;
  go(guide, isLast ? { story: (story + 1) % stories.length, step: 0 } : { story, step: step + 1 });
};

const back = (guide: Guide): void => {
  const { story, step } = guide.progress;
  go(guide, { story, step: Math.max(0, step - 1) });
};

const write = (guide: Guide, step: Step): TemplateResult | '' => {
  const { desk, progress } = guide;
  const person = personOf(desk, step);
  const own = person?.chats[0];
  if (step.writes === undefined || person === undefined || own === undefined) return '';
  const domain = stories[progress.story]?.customer.domain ?? '';
  const text = theirs(desk, step).sayKey(step.writes, { domain });
  const say = async (): Promise<void> => {
    desk.go(placeOf(progress));
    if (await desk.act({ do: 'say', person: person.id, chat: own.id, text })) forward(guide);
  };
  const press = (event: Event): Promise<void> => once(event, say);
  return html`<button type="button" class="primary" @click=${press}>${desk.speaker.say('play.write', { text })}</button>`;
};

const copied = ({ desk }: Guide, { copy }: Step): TemplateResult | '' =>
  copy === undefined
    ? ''
    : html`<textarea
        class="copy"
        readonly
        rows=${copy.split('\n').length}
        aria-label=${desk.speaker.say('play.copy')}
        .value=${copy}
        @focus=${(event: Event) => {
          (event.target as HTMLTextAreaElement).select();
        }}
      ></textarea>`;

const isDone = (step: Step): boolean => step.writes === undefined;

/** What to press first: what does the step, or what goes on where the reader does it on a card. */
const primary = (guide: Guide, step: Step): TemplateResult => {
  const { desk, progress } = guide;
  const isLast = stories[progress.story]?.steps.at(-1) === step;
  const isEnd = isLast && progress.story === stories.length - 1;
  const next = html`<button
    type="button"
    class="primary"
    @click=${() => {
      if (isEnd) guide.move({ isOpen: false });
      else forward(guide);
    }}
  >
    ${isEnd ? desk.speaker.say('play.closeSteps') : html`${desk.speaker.say(isLast ? 'play.nextStory' : 'play.nextStep')} →`}
  </button>`;
  return html`<div class="row">${write(guide, step)}${help(guide, step)}${isDone(step) ? next : ''}</div>`;
};

const arrow = (guide: Guide, to: 'back' | 'forward'): TemplateResult => {
  const { say } = guide.desk.speaker;
  const text = say(to === 'back' ? 'play.backStep' : 'play.nextStep');
  return html`<button
    type="button"
    class="arrow"
    aria-label=${text}
    title=${text}
    ?disabled=${to === 'back' && guide.progress.step === 0}
    @click=${() => {
      (to === 'back' ? back : forward)(guide);
    }}
  >
    ${to === 'back' ? '←' : '→'}
  </button>`;
};

const which = (guide: Guide, step: Step): TemplateResult => {
  const { desk, progress } = guide;
  const { say } = desk.speaker;
  const of = stories[progress.story]?.steps.length ?? 0;
  return html`<div class="which">
    ${arrow(guide, 'back')}<span>${say('play.stepOf', { step: progress.step + 1, of })}</span>${arrow(guide, 'forward')}
    <button
      type="button"
      class="chip"
      @click=${() => {
        desk.go(placeOf(progress));
      }}
    >
      ${say(paneNames[step.pane])} · ${whoIn(desk, step)}
    </button>
  </div>`;
};

const storyTab = (guide: Guide, index: number, name: string): TemplateResult => {
  const isTold = index === guide.progress.story;
  return html`<button
    type="button"
    aria-pressed=${isTold}
    title=${guide.desk.speaker.sayKey(name)}
    @click=${() => {
      go(guide, { story: index, step: 0 });
    }}
  >
    ${index + 1}<span class="story"> · ${guide.desk.speaker.sayKey(name)}</span>
  </button>`;
};

/** The first steps: three stories, one step in sight at a time. */
export const stepsView = (guide: Guide): TemplateResult | '' => {
  const { desk, progress, move } = guide;
  const { say } = desk.speaker;
  const step = stories[progress.story]?.steps[progress.step];
  if (!progress.isOpen || step === undefined) return '';
  return html`<section class="steps" aria-label=${say('play.firstSteps')}>
    <div class="tabs" role="group" aria-label=${say('play.stories')}>
      ${stories.map(({ name }, index) => storyTab(guide, index, name))}
    </div>
    ${which(guide, step)}
    <button
      type="button"
      class="close"
      aria-label=${say('play.closeSteps')}
      title=${say('play.closeSteps')}
      @click=${() => {
        move({ isOpen: false });
      }}
    >
      ✕
    </button>
    <div class="does">
      <div class="step" aria-live="polite">
        <p>${sentence(guide, step)}</p>
        ${copied(guide, step)}
      </div>
      ${primary(guide, step)}
    </div>
  </section>`;
};
