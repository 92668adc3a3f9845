import { expect } from '@jest/globals';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'lihua-checks-at-21vianet',
    title: 'Azure at 21Vianet is refused, and its licences may be supported: one next step each',
    lead: 'In Chinese, for a customer in the cloud of 21Vianet.',
    alsoIn: ['china_21v'],
  },
  async ({ says, presses }, { store }) => {
    await says('lihua', '检查 liuquan.example');
    await presses('lihua', '下一步', { cloud: 'china_21v' });
    await presses('lihua', '下一步', { more: ['said/office365', 'said/azure'] });
    await presses('lihua', '下一步', { 'item.boughtFrom': 'other_csp', 'item.term': 'active' });
    await presses('lihua', '下一步', { 'item.boughtFrom': '21vianet_direct' });
    await presses('lihua', '下一步', { 'customer.otherCspPartners': '1' });
    const [kept] = await createKeptChecks(store).newest(1);
    expect(kept?.items).toMatchObject([
      { thing: 'office365', support: 'allow', move: 'deny', procedures: [] },
      { thing: 'azure', support: 'deny', move: 'deny', procedures: [] },
    ]);
  },
);
