import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';

story(
  {
    name: 'giulia-renews',
    title: 'Thirty days before the end the case says so, and Giulia renews it as it is',
    lead: 'In Italian, with an approver who reads English. Ada reads what is compared with what runs now; in the end the old case is carried on by the new one.',
  },
  async ({ says, presses, begins, card, caseId, customerAccepts }, { store, later }) => {
    await says('giulia', 'richiedi amministrazione per contoso.example');
    await presses('giulia', 'Avanti', { wish: 'manage' });
    await presses('giulia', 'Avanti', { bundle: 'support-minimal', days: '60' });
    await presses('giulia', 'Avanti');
    await presses('giulia', 'Avanti', { contact: 'admin@contoso.example' });
    await presses('giulia', 'Chiedi l’approvazione');
    const old = CaseId.parse(await caseId());
    await presses('ada', 'Approve');
    await customerAccepts(CONTOSO);
    begins();
    await later({ days: 31 });
    await presses('giulia', 'Rinnova', {}, card('giulia', old));
    await presses('giulia', 'Avanti');
    await presses('giulia', 'Avanti');
    await presses('giulia', 'Avanti');
    await presses('giulia', 'Chiedi l’approvazione');
    const [anew = ''] = (await store.cases(null, 5)).map((kept) => kept.case.id).filter((id) => id !== old);
    await presses('ada', 'Approve', {}, card('ada', `"${anew}`));
    await customerAccepts(CONTOSO);
    await later({ days: 1 });
    expect((await store.case(CaseId.parse(anew)))?.case).toMatchObject({ status: 'active', proposal: { how: 'anew', of: old } });
    expect((await store.case(old))?.case).toMatchObject({ renewedBy: anew });
  },
);

story(
  {
    name: 'ana-renews-with-more',
    title:
      'Ana renews with more roles and for longer; Ada sees the difference, sends it back, and Ana takes it back and asks for less',
    lead: 'In Spanish, with an approver who reads English. A proposal is not changed by an answer: what is asked anew is compared with what runs now.',
  },
  async ({ says, presses, begins, card, caseId, customerAccepts }, { store, later }) => {
    await says('ana', 'solicitar administración para contoso.example');
    await presses('ana', 'Siguiente', { wish: 'manage' });
    await presses('ana', 'Siguiente', { bundle: 'support-minimal', days: '90' });
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente', { contact: 'admin@contoso.example' });
    await presses('ana', 'Solicitar aprobación');
    const old = CaseId.parse(await caseId());
    await presses('ada', 'Approve');
    await customerAccepts(CONTOSO);
    await later({ days: 61 });
    begins();
    const asks = async (more: Record<string, string>): Promise<string> => {
      await presses('ana', 'Siguiente', more);
      await presses('ana', 'Siguiente');
      await presses('ana', 'Siguiente');
      await presses('ana', 'Solicitar aprobación');
      const open = (await store.cases(null, 9)).map((kept) => kept.case).find(({ status }) => status === 'awaiting-approval');
      return open?.id ?? '';
    };
    await says('ana', `renovar ${old}`);
    const roles = ['directory_readers', 'service_support_administrator', 'user_administrator', 'groups_administrator'];
    const more = await asks({ roles: roles.join(','), days: '180' });
    await presses('ada', 'Send back with a question', { words: 'Who needs groups?' }, card('ada', `"${more}`));
    await presses('ana', 'Responder', { words: 'Nadie, basta con usuarios. Lo pido de nuevo.' }, card('ana', `"${more}`));
    await says('ana', `retirar ${more}`);
    await says('ana', `renovar ${old}`);
    const less = await asks({ roles: roles.slice(0, 3).join(','), days: '180' });
    await presses('ada', 'Approve', {}, card('ada', `"${less}`));
    await customerAccepts(CONTOSO);
    expect((await store.case(CaseId.parse(less)))?.case).toMatchObject({ proposal: { gdap: { roles: roles.slice(0, 3) } } });
    expect((await store.case(CaseId.parse(more)))?.case.status).toBe('withdrawn');
  },
);
