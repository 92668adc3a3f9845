import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { asked, upToReview } from '../support/asked.ts';
import { story } from '../support/story.ts';

const down = { kind: 'status', status: 503, as: 'page' } as const;
const throttled = { kind: 'throttled', retryAfter: '120' } as const;

story(
  {
    name: 'service-down-at-review',
    title: 'Microsoft cannot be reached while Sven fills in his request; later it can',
    lead: 'First Partner Center is down, then it has too much to do. Nothing that Sven filled in is lost.',
  },
  async (doing, { sandbox, store }) => {
    const { presses, says } = doing;
    await says('sven', 'request admin for contoso.example');
    await presses('sven', 'Next', { wish: 'manage' });
    await presses('sven', 'Next', { bundle: 'support-minimal' });
    await presses('sven', 'Next');
    for (const fault of [down, throttled]) {
      for (const surface of ['partner-center', 'graph'] as const)
        sandbox.faults.add({ surface, path: /./, times: 100, fault });
      await presses('sven', 'Next', fault === down ? { contact: 'admin@contoso.example' } : {});
      sandbox.faults.clear();
    }
    expect(await store.cases(null, 1)).toEqual([]);
    await presses('sven', 'Next');
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

void upToReview;
