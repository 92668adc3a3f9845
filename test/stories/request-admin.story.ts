import { expect } from '@jest/globals';
import { codeIn, newestLetter } from '../support/outside.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';

story(
  {
    name: 'giulia-asks-for-admin',
    title: 'Giulia asks for admin of contoso.example, Ada approves, the customer accepts, everybody knows',
    lead: 'In Italian, with an approver who reads English. Nobody explains anything to Giulia beforehand.',
    customers: 'letters.nordlys.example',
  },
  async ({ says, presses, customerAccepts, caseId, card }, stage) => {
    const { store, approvals, actor } = stage;
    await says('giulia', 'ciao');
    await says('giulia', 'richiedi amministrazione per contoso.example');
    await presses('giulia', 'Avanti', { wish: 'manage' });
    await presses('giulia', 'Avanti', { bundle: 'support-minimal' });
    await presses('giulia', 'Avanti');
    await presses('giulia', 'Avanti', { contact: 'admin@contoso.example', paragraph: 'Come d’accordo al telefono.' });
    await presses('giulia', 'Chiedi l’approvazione');
    await presses('ada', 'Approve');
    await customerAccepts(CONTOSO);

    const kept = await store.case((await caseId()) as never);
    expect(kept?.case.status).toBe('active');
    const everywhere = [
      card('giulia', 'ADM-'),
      card('ada', 'ADM-'),
      card('bo', 'ADM-'),
      ...approvals.messages.filter((one) => one.card),
    ];
    const shown = everywhere.map((message) => JSON.stringify(actor('ada').sees(message)));
    const code = codeIn(newestLetter(stage).text);
    expect(shown.map((text) => text.includes(code))).toEqual([true, true, true, true]);
    expect(shown.map((text) => text.includes('Active') || text.includes('Attiva'))).toEqual([true, true, true, true]);
  },
);
