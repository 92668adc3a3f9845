import { describe, expect, test } from '@jest/globals';
import { CaseId, caseIdFor } from '../../src/cases/ids.ts';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import type { Language } from '../../src/languages/speak.ts';

const grammar = createGrammar();
const ID = 'ADM-7K2MX-4QD9A';

type Decision = readonly [text: string, wants: string, words: string];

const decisions: Readonly<Record<Language, readonly Decision[]>> = {
  en: [
    [`approve ${ID}`, 'approve', ''],
    [`Approve ${ID} Looks GOOD to me!`, 'approve', 'Looks GOOD to me!'],
    [`${ID} approved`, 'approve', ''],
    [`ok, I approve the request ${ID}: fine`, 'approve', 'fine'],
    [`decline ${ID} too many roles`, 'decline', 'too many roles'],
    [`reject ${ID}\nFirst line.\n\nSecond, “quoted”.`, 'decline', 'First line.\n\nSecond, “quoted”.'],
    [`send back ${ID} how many days?`, 'send-back', 'how many days?'],
    [`send ${ID} back, how many days?`, 'send-back', 'how many days?'],
    [`answer ${ID} 90 days`, 'answer', '90 days'],
    [`answer ${ID} approve it, please`, 'answer', 'approve it, please'],
    [`decline ${ID} please request admin again`, 'decline', 'please request admin again'],
    [`withdraw ${ID} not needed`, 'withdraw', 'not needed'],
    [`take over ${ID}`, 'take-over', ''],
    [`take back ${ID}`, 'withdraw', ''],
    [`resume ${ID}`, 'resume', ''],
    [`try ${ID} again`, 'resume', ''],
    [`retry ${ID} it is fine as it is`, 'resume', 'it is fine as it is'],
    [`accepted ${ID} seen in the admin center`, 'accepted', 'seen in the admin center'],
    [`pause ${ID}`, 'pause-reminders', ''],
    [`pause ${ID} 14`, 'pause-reminders', '14'],
    [`pause reminders ${ID} 30 days`, 'pause-reminders', '30 days'],
    [`resume reminders ${ID}`, 'resume-reminders', ''],
    [`remind ${ID} again`, 'resume-reminders', ''],
  ],
  es: [
    [`aprobar ${ID}`, 'approve', ''],
    [`apruebo la solicitud ${ID}`, 'approve', ''],
    [`${ID} aprobado, gracias`, 'approve', 'gracias'],
    [`rechazar ${ID} demasiados roles`, 'decline', 'demasiados roles'],
    [`devolver ${ID} ¿Cuántos días?`, 'send-back', '¿Cuántos días?'],
    [`responder ${ID} 90 días`, 'answer', '90 días'],
    [`retirar ${ID}`, 'withdraw', ''],
    [`me hago cargo de ${ID}`, 'take-over', ''],
    [`reintentar ${ID}`, 'resume', ''],
    [`aceptado ${ID} visto en el portal`, 'accepted', 'visto en el portal'],
    [`pausar ${ID} 14`, 'pause-reminders', '14'],
    [`suspender ${ID}`, 'pause-reminders', ''],
    [`reanudar recordatorios ${ID}`, 'resume-reminders', ''],
  ],
  it: [
    [`approvare ${ID}`, 'approve', ''],
    [`approvo la pratica ${ID}`, 'approve', ''],
    [`respingi ${ID} troppi ruoli`, 'decline', 'troppi ruoli'],
    [`rimandare ${ID} per quanti giorni?`, 'send-back', 'per quanti giorni?'],
    [`rispondi ${ID} 90 giorni`, 'answer', '90 giorni'],
    [`ritirare ${ID}`, 'withdraw', ''],
    [`prendo in carico ${ID}`, 'take-over', ''],
    [`riprovare ${ID}`, 'resume', ''],
    [`accettato ${ID} visto nel portale`, 'accepted', 'visto nel portale'],
    [`sospendere ${ID} 14`, 'pause-reminders', '14'],
    [`riprendi i solleciti ${ID}`, 'resume-reminders', ''],
  ],
  ru: [
    [`утвердить ${ID}`, 'approve', ''],
    [`одобряю заявку ${ID}`, 'approve', ''],
    [`${ID} согласовано`, 'approve', ''],
    [`отклонить ${ID} слишком много ролей`, 'decline', 'слишком много ролей'],
    [`вернуть ${ID} на сколько дней?`, 'send-back', 'на сколько дней?'],
    [`ответить ${ID} 90 дней`, 'answer', '90 дней'],
    [`отозвать ${ID}`, 'withdraw', ''],
    [`беру ${ID} на себя`, 'take-over', ''],
    [`повторить ${ID}`, 'resume', ''],
    [`клиент принял ${ID} видно на портале`, 'accepted', 'видно на портале'],
    [`приостановить ${ID} 14`, 'pause-reminders', '14'],
    [`возобнови напоминания ${ID}`, 'resume-reminders', ''],
    [`утвердить АDМ-7К2МХ-4QD9А`, 'approve', ''],
  ],
  'zh-Hans': [
    [`批准 ${ID}`, 'approve', ''],
    [`批准${ID}`, 'approve', ''],
    [`${ID}同意，可以`, 'approve', '可以'],
    [`拒绝${ID}，角色太多`, 'decline', '角色太多'],
    [`把${ID}退回：多少天？`, 'send-back', '多少天？'],
    [`回答 ${ID} 90天`, 'answer', '90天'],
    [`撤回${ID}`, 'withdraw', ''],
    [`接手${ID}`, 'take-over', ''],
    [`重试${ID}`, 'resume', ''],
    [`已接受${ID}，在门户中看到`, 'accepted', '在门户中看到'],
    [`暂停${ID} 14`, 'pause-reminders', '14'],
    [`恢复提醒${ID}`, 'resume-reminders', ''],
  ],
  de: [
    [`genehmigen ${ID}`, 'approve', ''],
    [`Ich genehmige den Vorgang ${ID}, passt`, 'approve', 'passt'],
    [`${ID} genehmigt`, 'approve', ''],
    [`gebe ${ID} frei`, 'approve', ''],
    [`lehne ${ID} ab: zu viele Rollen`, 'decline', 'zu viele Rollen'],
    [`ablehnen ${ID} Zu viele Rollen.`, 'decline', 'Zu viele Rollen.'],
    [`zurückgeben ${ID} Wie lange?`, 'send-back', 'Wie lange?'],
    [`schicke ${ID} zurück Wie lange?`, 'send-back', 'Wie lange?'],
    [`antworten ${ID} 90 Tage`, 'answer', '90 Tage'],
    [`zurückziehen ${ID}`, 'withdraw', ''],
    [`zurueckziehen ${ID}`, 'withdraw', ''],
    [`übernehme ${ID}`, 'take-over', ''],
    [`wiederholen ${ID}`, 'resume', ''],
    [`versuche ${ID} nochmal`, 'resume', ''],
    [`angenommen ${ID} im Portal gesehen`, 'accepted', 'im Portal gesehen'],
    [`aussetzen ${ID} 14`, 'pause-reminders', '14'],
    [`setze ${ID} aus: 14`, 'pause-reminders', '14'],
    [`wieder erinnern ${ID}`, 'resume-reminders', ''],
  ],
  fr: [
    [`approuver ${ID}`, 'approve', ''],
    [`j’approuve le dossier ${ID}`, 'approve', ''],
    [`rejeter ${ID} trop de rôles`, 'decline', 'trop de rôles'],
    [`renvoyer ${ID} combien de jours ?`, 'send-back', 'combien de jours ?'],
    [`répondre ${ID} 90 jours`, 'answer', '90 jours'],
    [`retirer ${ID}`, 'withdraw', ''],
    [`prendre en charge ${ID}`, 'take-over', ''],
    [`réessayer ${ID}`, 'resume', ''],
    [`accepté ${ID} vu dans le portail`, 'accepted', 'vu dans le portail'],
    [`suspendre ${ID} 14`, 'pause-reminders', '14'],
    [`réactiver les rappels ${ID}`, 'resume-reminders', ''],
  ],
};

const examples = Object.entries(decisions).flatMap(([language, rows]) =>
  rows.map((row) => [language as Language, ...row] as const),
);

describe('a word about a case', () => {
  test.each(examples)('%s: “%s” is to %s, saying “%s”', (language, text, wants, words) => {
    expect(grammar(text, { language })).toStrictEqual({ wants, id: ID, words });
    expect(grammar(text)).toStrictEqual({ wants, id: ID, words });
  });

  test.each([
    'case ADM-7K2MX-4QD9A',
    'ADM-7K2MX-4QD9A',
    'adm-7k2mx-4qd9a',
    'ADM 7K2MX 4QD9A',
    'adm7k2mx4qd9a',
    'ADM–7K2MX—4QD9A',
    'ＡＤＭ－７Ｋ２ＭＸ－４ＱＤ９Ａ',
    'where is ADM-7K2MX-4QD9A?',
    'status “ADM-7K2MX-4QD9A”',
    'estado del caso ADM-7K2MX-4QD9A',
    'mostra la pratica ADM-7K2MX-4QD9A',
    'покажи заявку ADM-7K2MX-4QD9A',
    '事项ADM-7K2MX-4QD9A',
    'Vorgang ADM-7K2MX-4QD9A',
    'check ADM-7K2MX-4QD9A',
    'cases ADM-7K2MX-4QD9A',
    'dossier ADM-7K2MX-4QD9A',
  ])('“%s” shows the case', (text) => {
    expect(grammar(text)).toStrictEqual({ wants: 'case', id: ID });
  });

  test('letters that no id has are read as the digits they look like', () => {
    expect(grammar('case ADM-7O2MX-4QI9L')).toStrictEqual({ wants: 'case', id: 'ADM-702MX-4Q191' });
  });

  test('what cannot be an id is handed on, so that somebody can say so', () => {
    expect(grammar('approve ADM-123')).toStrictEqual({ wants: 'approve', id: 'ADM-123', words: '' });
  });

  test('every id that we give is understood', () => {
    for (let n = 0; n < 500; n++) {
      const id = caseIdFor(n % 2 === 0 ? 'ADM' : 'AZ', String(n));
      expect(CaseId.safeParse(id).success).toBe(true);
      expect(grammar(`approve ${id.toLowerCase()}`)).toStrictEqual({ wants: 'approve', id, words: '' });
    }
  });

  test('without a case the words are kept', () => {
    expect(grammar('approve')).toStrictEqual({ wants: 'approve', id: null, words: '' });
    expect(grammar('decline: too many roles')).toStrictEqual({ wants: 'decline', id: null, words: 'too many roles' });
    expect(grammar('case')).toStrictEqual({ wants: 'case', id: null });
  });

  test('renewing or ending may name the case instead of the customer', () => {
    expect(grammar(`end ${ID}`)).toStrictEqual({ wants: 'end', customer: ID });
    expect(grammar(`verlängern ${ID}`)).toStrictEqual({ wants: 'renew', customer: ID });
  });
});

describe('ticking off', () => {
  test.each([
    ['tick AZ-7K2MX-4QD9A customer-wrote', 'customer-wrote', ''],
    ['tick AZ-7K2MX-4QD9A Customer-Wrote: see the mail of MONDAY', 'customer-wrote', 'see the mail of MONDAY'],
    ['tick AZ-7K2MX-4QD9A “customer-wrote” https://mail.example/1', 'customer-wrote', 'https://mail.example/1'],
    ['abhaken AZ-7K2MX-4QD9A 2 erledigt', '2', 'erledigt'],
    ['勾选AZ-7K2MX-4QD9A customer-wrote 已收到', 'customer-wrote', '已收到'],
    ['отметить AZ-7K2MX-4QD9A customer-wrote', 'customer-wrote', ''],
  ])('“%s”', (text, item, words) => {
    expect(grammar(text)).toStrictEqual({ wants: 'tick', id: 'AZ-7K2MX-4QD9A', item, words });
  });

  test('without an item it is asked for', () => {
    expect(grammar('tick AZ-7K2MX-4QD9A')).toStrictEqual({ wants: 'tick', id: 'AZ-7K2MX-4QD9A', item: null, words: '' });
  });
});

describe('a decision that is not plainly said is asked about', () => {
  test.each([
    [`do not approve ${ID}`, 'approve'],
    [`don’t approve ${ID}`, 'approve'],
    [`should I approve ${ID}?`, 'approve'],
    [`Maria said to approve ${ID}`, 'approve'],
    [`who approved ${ID}`, 'approve'],
    [`approve ${ID}?`, 'approve'],
    [`approve ${ID} not`, 'approve'],
    [`genehmige ${ID} nicht`, 'approve'],
    [`genehmige ${ID} nicht, bitte`, 'approve'],
    [`no aprobar ${ID}`, 'approve'],
    [`non approvare ${ID}`, 'approve'],
    [`не утверждать, утвердить ${ID}`, 'approve'],
    [`не одобряю ${ID}`, 'approve'],
    [`不批准${ID}`, 'approve'],
    [`不同意 ${ID}`, 'approve'],
    [`ne pas approuver ${ID}`, 'approve'],
    [`n’approuvez pas ${ID}`, 'approve'],
    [`never decline ${ID}`, 'decline'],
  ])('“%s”', (text, wish) => {
    const intent = grammar(text, { language: 'en' });
    expect(intent).toMatchObject({ wants: 'unclear' });
    expect(intent).toHaveProperty('nearest.0', expect.stringMatching(new RegExp(`^${wish} ${ID}`)));
    expect(intent).toHaveProperty('nearest', expect.arrayContaining([`case ${ID}`]));
  });

  test('of two decisions neither is taken', () => {
    expect(grammar(`approve or decline ${ID}`)).toStrictEqual({
      wants: 'unclear',
      nearest: [`approve ${ID}`, `decline ${ID}`, `case ${ID}`],
    });
  });

  test('after a colon anything may be said', () => {
    expect(grammar(`approve ${ID}: no`)).toStrictEqual({ wants: 'approve', id: ID, words: 'no' });
    expect(grammar(`rimando ${ID}: indietro`)).toStrictEqual({ wants: 'send-back', id: ID, words: 'indietro' });
    expect(grammar(`rimando ${ID} indietro`)).toStrictEqual({ wants: 'send-back', id: ID, words: '' });
  });

  test('to cancel a case is to withdraw it, and is asked', () => {
    expect(grammar(`cancel ${ID}`)).toStrictEqual({ wants: 'unclear', nearest: [`withdraw ${ID}`, `case ${ID}`] });
  });

  test('what leads the way decides: nothing is requested by cancelling', () => {
    expect(grammar('cancel request admin contoso.example')).toStrictEqual({ wants: 'unclear', nearest: ['cancel'] });
    expect(grammar('I will be back tomorrow')).toStrictEqual({ wants: 'unclear', nearest: ['back'] });
  });
});

test('free words are cut at 2000 characters, never within one', () => {
  const intent = grammar(`decline ${ID} ${'🙂'.repeat(1500)}`);
  expect(intent).toStrictEqual({ wants: 'decline', id: ID, words: '🙂'.repeat(1000) });
});

test('free words are kept as they are typed, full-width letters and all', () => {
  const words = 'ＡＢＣ，“Ä”\n\tß  ﬁ — 👩‍👩‍👧';
  expect(grammar(`answer ${ID}: ${words}`)).toStrictEqual({ wants: 'answer', id: ID, words });
});
