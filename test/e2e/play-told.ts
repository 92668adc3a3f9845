import { speakerOf } from '../../src/languages/catalogues.ts';
import { languageNames } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';
import { words } from '../../src/sandbox/pages/words.ts';
import { pressInFrame } from './play.ts';
import type { Key, Play, Somebody } from './play.ts';

// The stories of the first steps, as a stranger plays them who does what the steps say.

const nextFrom = async (agent: Somebody, page: Key): Promise<void> => {
  await agent.isAt(page);
  await agent.presses('wizard.next');
};

const writesTheLetter = async (agent: Somebody, page: Key, address: string, language: Language): Promise<void> => {
  await agent.isAt(page);
  await agent.fills('wizard.letter.contact', address);
  await agent.chooses('wizard.letter.language', languageNames[language]);
  await agent.presses('wizard.next');
};

const asks = async (agent: Somebody, review: Key): Promise<void> => {
  await agent.isAt(review);
  await agent.presses('wizard.ask');
  await agent.sees(agent.say('status.awaiting-approval'));
};

/** The agent’s request, up to the card that waits for approval. */
export const requestsAdmin = async (play: Play, agent: Somebody): Promise<void> => {
  await play.letsWrite(agent.say('play.words.request-admin', { domain: 'collefiorito.example' }));
  await agent.isAt('wizard.page.request-admin.relationship');
  await agent.ticks('wizard.relationship.manage');
  await agent.presses('wizard.next');
  await nextFrom(agent, 'wizard.page.request-admin.roles');
  await nextFrom(agent, 'wizard.page.request-admin.told');
  await writesTheLetter(agent, 'wizard.page.request-admin.letter', 'admin@collefiorito.example', 'it');
  await asks(agent, 'wizard.page.request-admin.review');
  await play.goesOn();
};

export const approves = async (play: Play, admin: Somebody): Promise<void> => {
  await admin.sees(admin.say('status.awaiting-approval'));
  await admin.presses('case.button.approve');
  await admin.card.getByRole('button', { name: admin.say('case.button.approve') }).waitFor({ state: 'hidden' });
  await play.goesOn();
};

const { say: inItalian } = speakerOf('it');

export const opensItsLetter = (play: Play): Promise<void> =>
  play.opensLetter(inItalian('letter.subject.manage', { partner: 'Nordlys Cloud AS', customer: 'collefiorito.example' }));

/** The customer reads the letter, follows its link and accepts. */
export const accepts = async (play: Play, language: Language): Promise<void> => {
  await opensItsLetter(play);
  await play.letter.getByRole('heading', { name: inItalian('letter.heading.granted') }).waitFor();
  await play.followsLink();
  await pressInFrame(play.followed.getByRole('button', { name: words[language].accept, exact: true }));
  await play.followed.getByRole('status').waitFor();
  await play.goesOn();
};

/** The agent asks whether something may be supported, and gets the answer. */
export const checks = async (play: Play, agent: Somebody): Promise<void> => {
  await play.letsWrite(agent.say('play.words.check', { domain: 'hammarforsen.example' }));
  await agent.isAt('wizard.page.check.subscriptions');
  await agent.ticks('check.thing.azure');
  await agent.presses('wizard.next');
  await agent.isAt('wizard.page.check.usage');
  await agent.chooses('fact.item.boughtFrom', agent.say('value.item.boughtFrom.ea'));
  await agent.chooses('fact.item.eaKind', agent.say('value.item.eaKind.direct_ea'));
  await agent.presses('wizard.next');
  await agent.isAt('wizard.page.check.told');
  await agent.fills('fact.customer.otherCspPartners', '0');
  await agent.presses('wizard.next');
  await agent.isAt('wizard.page.check.verdict');
  await play.goesOn();
};

/** The agent’s request to move Azure, up to the card that waits for approval. */
export const switches = async (play: Play, agent: Somebody): Promise<void> => {
  await play.letsWrite(agent.say('play.words.switch-azure', { domain: 'tindfoss.example' }));
  await agent.isAt('wizard.page.switch-azure.origin');
  const lines = await play.steps.getByRole('textbox', { name: play.say('play.copy') }).inputValue();
  await agent.chooses('fact.item.boughtFrom', agent.say('value.item.boughtFrom.other_csp'));
  await agent.fills('wizard.switch.partner', 'Granitt IT AS');
  await agent.fills('wizard.switch.which', 'granitt.example');
  await agent.presses('wizard.next');
  await agent.isAt('wizard.page.switch-azure.subscriptions');
  await agent.fills('wizard.switch.typed', lines);
  await agent.chooses('wizard.switch.what', agent.say('wizard.switch.kind.azure-plan'));
  await agent.presses('wizard.next');
  await play.goesOn();
  await agent.isAt('wizard.page.switch-azure.moves');
  await agent.ticks('fact.item.includesReservations');
  await agent.presses('wizard.next');
  await agent.ticks('value.item.reservationPayment.monthly');
  await agent.presses('wizard.next');
  await agent.isAt('wizard.page.switch-azure.told');
  await agent.fills('fact.customer.otherCspPartners', '1');
  await agent.presses('wizard.next');
  await nextFrom(agent, 'wizard.page.switch-azure.before');
  await writesTheLetter(agent, 'wizard.page.switch-azure.letter', 'admin@tindfoss.example', 'en');
  await asks(agent, 'wizard.page.switch-azure.review');
  await play.goesOn();
};

const LOOKS_FOR_MS = 3_000;

const ticks = async (agent: Somebody, item: string): Promise<void> => {
  const isGone = (): Promise<boolean> =>
    agent.card
      .getByRole('option', { name: item, exact: true })
      .waitFor({ state: 'detached', timeout: LOOKS_FOR_MS })
      .then(
        () => true,
        () => false,
      );
  do {
    // A card that changes under one’s hands forgets what was written in it; then one writes it again.
    await agent.fills('case.asks.evidence', `${item}: 2 × OK`);
    await agent.presses('case.button.tick');
  } while (!(await isGone()));
};

/** Whoever has asked ticks off what has to be done before, each with a few words of proof. */
export const ticksAll = async (play: Play, agent: Somebody): Promise<void> => {
  await agent.sees(agent.say('status.preparing'));
  // The first one that is open is chosen already.
  for (const item of await agent.card.getByRole('combobox').getByRole('option').allInnerTexts()) await ticks(agent, item);
  await agent.sees(agent.say('status.awaiting-other-partner'));
  await play.goesOn();
};

/** The other partner lets both subscriptions go. */
export const letsGo = async (play: Play, language: Language): Promise<void> => {
  const request = play.partner
    .getByRole('listitem')
    .filter({ has: play.page.getByRole('heading', { name: 'Tindfoss Bryggeri AS' }) });
  for (const id of ['5ab53201', '5ab53202']) await request.getByRole('checkbox', { name: id }).check({ force: true });
  await pressInFrame(request.getByRole('button', { name: words[language].accept, exact: true }));
  await play.partner.getByRole('status').waitFor();
  await play.goesOn();
};
