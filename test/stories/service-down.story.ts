import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked } from '../support/asked.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import { story } from '../support/story.ts';

const down = { kind: 'status', status: 503, as: 'page' } as const;
const slow = { kind: 'slow', milliseconds: 600 } as const;
const throttled = { kind: 'throttled', retryAfter: '0' } as const;

story(
  {
    name: 'service-down-at-review',
    title: 'Microsoft cannot be reached while Sven fills in his request; later it can',
    lead: 'First Partner Center is down, then it has too much to do. Nothing that Sven filled in is lost.',
  },
  async (doing, { sandbox, store, said }) => {
    const { presses, says, begins } = doing;
    await says('sven', 'request admin for contoso.example');
    await presses('sven', 'Next', { wish: 'manage' });
    await presses('sven', 'Next', { bundle: 'support-minimal' });
    await presses('sven', 'Next');
    const breakAll = (fault: Fault): void => {
      for (const surface of ['partner-center', 'graph'] as const) sandbox.faults.add({ surface, path: /./, times: 100, fault });
    };
    begins();
    breakAll(down);
    await presses('sven', 'Next', { contact: 'admin@contoso.example' });
    sandbox.faults.clear();
    breakAll(throttled);
    await presses('sven', 'Go on');
    sandbox.faults.clear();
    expect(await store.cases(null, 1)).toEqual([]);
    expect(said.filter((one) => one.includes('cannot be reached'))).toEqual([
      expect.stringMatching(/^global: Microsoft cannot be reached: Partner Center, GET .*: 503 .*requestid/),
    ]);
    await presses('sven', 'Go on');
    await presses('sven', 'Ask for approval');
    expect(await store.cases(null, 2)).toMatchObject([{ case: { status: 'awaiting-approval' } }]);
  },
);

story(
  {
    name: 'service-down-at-approval',
    title: 'Microsoft cannot be reached when Ada approves: she is told so, and nothing has changed',
    lead: 'When it is back the same button works.',
  },
  async (doing, { sandbox, store }) => {
    const { presses, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const before = await store.history(id);
    sandbox.faults.add({ surface: 'partner-center', path: /./, times: 100, fault: down });
    await presses('ada', 'Approve');
    expect(await store.history(id)).toEqual(before);
    sandbox.faults.clear();
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { name: 'Ada Berg' } }] });
  },
);

story(
  {
    name: 'slow-approval',
    title: 'Microsoft takes its time over an approval: Ada is answered at once, and sees the result when it is there',
    lead: 'Nobody presses anything twice.',
  },
  async (doing, { chat, sandbox, store, restart }) => {
    const { presses, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    await restart({ patienceMs: 400 });
    sandbox.faults.add({ surface: 'partner-center', path: /./, times: 1, fault: slow });
    await presses('ada', 'Approve');
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { name: 'Ada Berg' } }] });
    expect(chat('sven').messages.filter(({ text }) => text.includes('is approved'))).toHaveLength(1);
  },
);

story(
  {
    name: 'crash-in-approval',
    title: 'The bot is killed in the middle of a slow approval, and carries it on when it starts again, once',
    lead: 'Ada had been told that it takes a little longer; she presses nothing again.',
  },
  async (doing, { actor, chat, crash, restart, sandbox, store, settle }) => {
    const id = CaseId.parse(await asked(doing, 'sven'));
    doing.begins();
    await restart({ patienceMs: 400 });
    sandbox.faults.add({ surface: 'partner-center', path: /./, times: 1, fault: { ...slow, milliseconds: 60_000 } });
    await actor('ada').press(doing.card('ada'), 'Approve');
    await crash();
    await settle();
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { name: 'Ada Berg' } }] });
    expect(chat('sven').messages.filter(({ text }) => text.includes('is approved'))).toHaveLength(1);
    await crash();
    await settle();
    expect(chat('sven').messages.filter(({ text }) => text.includes('is approved'))).toHaveLength(1);
    expect([...sandbox.world.relationships.values()].filter(({ displayName }) => displayName.includes(id))).toHaveLength(1);
  },
);
