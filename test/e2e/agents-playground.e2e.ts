import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { approveRelationship } from '../../src/sandbox/relationships.ts';
import { openStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { launch } from './launch.ts';
import { openChat } from './agents-playground/chat.ts';
import { startFor } from './agents-playground/program.ts';
import type { Program } from './agents-playground/program.ts';
import { openRelay } from './agents-playground/relay.ts';
import type { Relay } from './agents-playground/relay.ts';

// Everywhere else the bot talks with our own stand-in for Teams, which may misunderstand what we misunderstand. Here it talks with
// Microsoft's Agents Playground. That is not Teams either; what it does not do is shown elsewhere:
// - It signs nothing and looks at no token of the bot's. A relay signs; the door behind it is the one of production.
// - It never asks for a person's own view of a card (`refresh`). Both have the card in their personal chats, where all of it is theirs;
//   who sees which buttons in a channel is told in test/stories.
// - Chats that the bot opens appear on no page of it, so Ada opens hers before anybody wants anything of her.
// - It speaks en-US only, deletes nothing, never comes again with a button, and waits longer for an answer than Teams does.

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';
const ends: (() => Promise<void>)[] = [];
let browser: Browser;
let relay: Relay;
let stage: Stage;
let programs: Record<'sven' | 'ada', Program>;

const started = async (name: 'sven' | 'ada'): Promise<Program> => {
  const program = await startFor(name, relay.endpoint);
  ends.push(program.end);
  return program;
};

before(async () => {
  relay = await openRelay(() => ({
    endpoint: stage.house().endpoint,
    sign: (serviceurl) => stage.teams.mint({ claims: { serviceurl } }),
  }));
  ends.push(relay.close);
  const [sven, ada] = [await started('sven'), await started('ada')];
  programs = { sven, ada };
  stage = await openStage({ alsoServing: [sven.origin, ada.origin] });
  ends.push(stage.close);
  browser = await launch();
  ends.push(() => browser.close());
});
after(async () => {
  for (const end of ends.reverse()) await end();
});

void test('In Agents Playground: Sven asks for admin of contoso.example, Ada approves, the customer accepts, and both see it', async () => {
  const ada = await openChat(browser, programs.ada);
  await ada.sees('Request admin');
  const sven = await openChat(browser, programs.sven);
  await sven.sees('Request admin');

  await sven.says('request admin for contoso.example');
  await sven.sees('What do you want to do for this customer?');
  await sven
    .card()
    .getByRole('radio', { name: /^Manage: admin roles/ })
    .check();
  await sven.press('Next');
  await sven.sees('For how many days?');
  await sven
    .card()
    .getByRole('radio', { name: /^Support:/ })
    .check();
  await sven.press('Next');
  await sven.sees('No service tells us this.');
  await sven.press('Next');
  await sven.sees('Request admin: the letter');
  await sven.card().getByLabel('E-mail address').fill('admin@contoso.example');
  await sven.press('Next');
  await sven.sees('English, to admin@contoso.example');
  await sven.press('Ask for approval');
  await sven.sees('Waiting for approval');

  await stage.settle();
  await ada.sees('Sven Lund, 16 November 2026');
  await ada.press('Approve');
  await ada.sees('Your approval is kept.');
  await stage.settle();
  await ada.sees('Waiting for the customer');
  await sven.sees('Waiting for the customer');

  for (const { id, customer } of stage.sandbox.world.relationships.values())
    if (customer?.tenantId === CONTOSO) approveRelationship(stage.sandbox.world, id, CONTOSO);
  await stage.later({ minutes: 30 });
  await sven.sees(/^Active$/);
  await ada.sees(/^Active$/);

  const id = await ada.card().getByText(/^ADM-/).innerText();
  await sven.says(`case ${id}`);
  await sven.sees('Ada Berg, 16 November 2026');
  await sven.sees(/^Active$/);
  assert.deepEqual(relay.refused, []);
});

void test('Without the relay the same words are not listened to', async () => {
  const body = relay.came.at(-1) ?? assert.fail('nothing came');
  const answer = await fetch(stage.house().endpoint, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  assert.equal(answer.status, 401);
});
