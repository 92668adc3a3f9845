import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { languageNames } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';
import { setUp } from './browser.ts';
import type { Stage } from './browser.ts';
import { openPlay } from './play.ts';
import type { Play } from './play.ts';
import { accepts, approves, checks, letsGo, requestsAdmin, switches, ticksAll } from './play-told.ts';

const sizes: Readonly<Record<string, BrowserContextOptions>> = {
  'at a desk': { viewport: { width: 1440, height: 900 } },
  'on a phone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

interface Readers {
  /** Of the page. */
  readonly language: Language;
  /** Of the agents. */
  readonly agents: Language;
}

const english: Readers = { language: 'en', agents: 'es' };
const spanish: Readers = { language: 'es', agents: 'it' };
const italian: Readers = { language: 'it', agents: 'en' };

type Story = (play: Play, readers: Readers) => Promise<void>;

const request: Story = async (play, { language, agents }) => {
  const agent = play.somebody('agent', agents);
  const ada = play.somebody('admin', 'en');
  await play.reads('agent', agents);
  await requestsAdmin(play, agent);
  await approves(play, ada);
  await accepts(play, language);
  await agent.sees(agent.say('status.active'));
  await play.lookAt('admin');
  await ada.sees(ada.say('status.active'));
};

const check: Story = async (play, { agents }) => {
  await play.begins('play.story.check');
  await play.reads('agent', agents);
  const agent = play.somebody('agent', agents);
  await checks(play, agent);
  await agent.sees(agent.say('verdict.allow_with_conditions'));
  const text = await agent.card.innerText();
  assert.match(text, /hammarforsen\.example/);
  assert.ok(text.includes(agent.say('next.NS-GRANT-RBAC')), 'the card does not say the next step');
  await agent.presses('card.any.why');
  await agent.card.getByText('R-USAGE-MANAGE-NEEDS-RBAC', { exact: true }).waitFor();
  await agent.card.getByText(/^Customers revoke admin privileges .+ 2023-09-20/).waitFor();
  await agent.card.getByRole('button', { name: agent.say('command.switch-azure.title') }).waitFor();
};

const move: Story = async (play, { language, agents }) => {
  await play.begins('play.story.switch');
  await play.reads('agent', agents);
  const agent = play.somebody('agent', agents);
  await switches(play, agent);
  await approves(play, play.somebody('admin', 'en'));
  await approves(play, play.somebody('admin', 'de'));
  await ticksAll(play, agent);
  await letsGo(play, language);
  await agent.sees(agent.say('status.handing-over'));
  await agent.card.getByRole('button', { name: agent.say('case.button.tick') }).waitFor();
  await play.lookAt('partner');
  for (const name of ['Brygging', 'Nettbutikk'])
    await play.partner.getByRole('listitem').filter({ hasText: name }).filter({ hasNotText: '5ab532' }).first().waitFor();
};

const stories = {
  'a request for admin rights becomes active on both cards': { story: request, readers: [english, spanish] },
  'a check answers with its verdict, its rules, their sources and the next step': { story: check, readers: [spanish, italian] },
  'Azure moves from another partner to us': { story: move, readers: [italian, english] },
} as const;

void describe('Who has never seen it does what the first steps say', { concurrency: 2 }, () => {
  for (const [place, size] of ['at a desk', 'on a phone'].entries())
    void describe(size, () => {
      let stage: Promise<Stage> | undefined;
      after(async () => {
        await (await stage)?.end();
      });
      for (const [title, { story, readers }] of Object.entries(stories)) {
        const one = readers[place] ?? english;
        const who = `the page in ${languageNames[one.language]}, the agent in ${languageNames[one.agents]}`;
        void test(`${title}, ${who}`, async () => {
          stage ??= setUp();
          const heard = await openPlay(await stage, one.language, sizes[size] ?? {}, (play) => story(play, one));
          assert.deepEqual(heard, []);
        });
      }
    });
});

/** Somebody without patience, who presses only what the first steps offer, and what admins, customer and partner press. */
const inHaste = async (play: Play): Promise<void> => {
  const lets = (key: 'play.fill' | 'play.tickAll'): Promise<void> =>
    play.steps.getByRole('button', { name: play.say(key), exact: true }).click();
  const ana = play.somebody('agent', 'es');
  await play.begins('play.story.request');
  await play.letsWrite(ana.say('play.words.request-admin', { domain: 'collefiorito.example' }));
  await lets('play.fill');
  await approves(play, play.somebody('admin', 'en'));
  await accepts(play, 'en');
  await ana.sees(ana.say('status.active'));

  const giulia = play.somebody('agent', 'it');
  await play.begins('play.story.check');
  await play.letsWrite(giulia.say('play.words.check', { domain: 'hammarforsen.example' }));
  await lets('play.fill');
  await giulia.isAt('wizard.page.check.verdict');

  const chloe = play.somebody('agent', 'fr');
  await play.begins('play.story.switch');
  await play.letsWrite(chloe.say('play.words.switch-azure', { domain: 'tindfoss.example' }));
  await lets('play.fill');
  await approves(play, play.somebody('admin', 'en'));
  await approves(play, play.somebody('admin', 'de'));
  await lets('play.tickAll');
  await letsGo(play, 'en');
  await chloe.sees(chloe.say('status.handing-over'));
};

void test('Who is in haste lets the first steps fill in and tick off', async () => {
  const stage = await setUp();
  try {
    assert.deepEqual(await openPlay(stage, 'en', sizes['at a desk'] ?? {}, inHaste), []);
  } finally {
    await stage.end();
  }
});

void test('Who has cleared a number can still go back', async () => {
  const stage = await setUp();
  try {
    const heard = await openPlay(stage, 'en', sizes['at a desk'] ?? {}, async (play) => {
      const ana = play.somebody('agent', 'es');
      await play.letsWrite(ana.say('play.words.request-admin', { domain: 'collefiorito.example' }));
      await ana.isAt('wizard.page.request-admin.relationship');
      await ana.presses('wizard.next');
      await ana.isAt('wizard.page.request-admin.roles');
      await ana.fills('wizard.roles.days', '');
      await ana.presses('wizard.back');
      await ana.isAt('wizard.page.request-admin.relationship');
    });
    assert.deepEqual(heard, []);
  } finally {
    await stage.end();
  }
});

void test('A page that is open says that the server is gone, and goes on with the same chats when it is back', async () => {
  const stage = await setUp();
  try {
    await openPlay(stage, 'en', sizes['at a desk'] ?? {}, async (play) => {
      const ana = play.somebody('agent', 'es');
      await play.letsWrite(ana.say('play.words.request-admin', { domain: 'collefiorito.example' }));
      await ana.isAt('wizard.page.request-admin.relationship');
      await stage.restart(() =>
        play.page
          .getByRole('alert')
          .filter({ hasText: play.say('play.gone') })
          .waitFor(),
      );
      await play.page.getByText(play.say('play.gone')).waitFor({ state: 'detached' });
      await ana.isAt('wizard.page.request-admin.relationship');
      await ana.presses('wizard.next');
      await ana.isAt('wizard.page.request-admin.roles');
    });
  } finally {
    await stage.end();
  }
});
