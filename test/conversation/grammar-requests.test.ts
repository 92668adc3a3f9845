import { describe, expect, test } from '@jest/globals';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import type { Language } from '../../src/languages/speak.ts';

const grammar = createGrammar();

/** All of these are about contoso.example. */
const aboutContoso: Readonly<Record<Language, Partial<Record<Intent['wants'], readonly string[]>>>> = {
  en: {
    'request-admin': [
      'request admin contoso.example',
      'contoso.example request admin',
      'Please request admin for contoso.example',
      'hi, i need admin rights for contoso.example',
      'can i get delegated admin on contoso.example?',
      'REQUEST ADMIN CONTOSO.EXAMPLE!!!',
      'ask contoso.example for gdap',
      'admin contoso.example',
      'we want to manage contoso.example',
      'request granular admin relationship with contoso.example pls 🙏',
      'request\nadmin\n\ncontoso.example',
    ],
    check: [
      'check contoso.example',
      'contoso.example check',
      'check eligibility of contoso.example',
      'please verify contoso.example.',
    ],
    'switch-azure': [
      'switch azure contoso.example',
      'move azure from another partner for contoso.example',
      'contoso.example: transfer azure subscriptions',
      'azure contoso.example',
    ],
    renew: ['renew contoso.example', 'extend admin for contoso.example', 'contoso.example renew'],
    end: ['end contoso.example', 'terminate the relationship with contoso.example'],
  },
  es: {
    'request-admin': [
      'solicitar administración contoso.example',
      'solicitar administracion para contoso.example por favor',
      'Hola, necesito permisos de administrador para contoso.example',
      'quiero administrar contoso.example',
      'pedir acceso a contoso.example',
      'contoso.example solicito admin',
      'solicitud de administración delegada para contoso.example',
    ],
    check: ['comprobar contoso.example', '¿puede verificar contoso.example?', 'contoso.example, revisar'],
    'switch-azure': ['cambiar azure contoso.example', 'traspasar el Azure de contoso.example', 'migrar azure de contoso.example'],
    renew: ['renovar contoso.example', 'renovación contoso.example', 'prorrogar contoso.example'],
    end: ['finalizar contoso.example', 'terminar la relación con contoso.example'],
  },
  it: {
    'request-admin': [
      'richiedere amministrazione contoso.example',
      'richiedi l’amministrazione per contoso.example',
      "vorrei l'accesso a contoso.example per favore",
      'contoso.example richiesta admin',
      'chiedo i permessi di amministratore per contoso.example',
      'Buongiorno, vorrei amministrare contoso.example',
    ],
    check: ['verificare contoso.example', 'verifica contoso.example', 'controlla contoso.example per cortesia'],
    'switch-azure': [
      'spostare azure contoso.example',
      'passaggio Azure contoso.example',
      'trasferire Azure di contoso.example a noi',
    ],
    renew: ['rinnovare contoso.example', 'rinnova contoso.example'],
    end: ['terminare contoso.example', 'chiudi la relazione con contoso.example'],
  },
  ru: {
    'request-admin': [
      'запросить администрирование contoso.example',
      'запроси админа для contoso.example',
      'Пожалуйста, запросите права администратора для contoso.example',
      'нужен доступ к contoso.example',
      'хочу управлять contoso.example',
      'contoso.example запрос прав администратора',
      'ЗАПРОСИТЬ АДМИНИСТРИРОВАНИЕ ДЛЯ CONTOSO.EXAMPLE',
    ],
    check: ['проверить contoso.example', 'проверьте contoso.example пожалуйста', 'contoso.example проверка'],
    'switch-azure': [
      'переключить azure contoso.example',
      'перенести Azure клиента contoso.example к нам',
      'переключи азур contoso.example',
    ],
    renew: ['продлить contoso.example', 'продление contoso.example'],
    end: ['прекратить contoso.example', 'завершить отношения с contoso.example'],
  },
  'zh-Hans': {
    'request-admin': [
      '请求 contoso.example 的管理权限',
      '请求contoso.example的管理权限',
      '请求管理权限 contoso.example',
      '为contoso.example申请管理员权限',
      '我想要contoso.example的权限，谢谢',
      '申请 contoso。example',
      '请帮我申请contoso.example的gdap',
    ],
    check: ['检查 contoso.example', '检查contoso.example', '请查一下contoso.example', 'contoso.example查询'],
    'switch-azure': ['切换 Azure contoso.example', '把contoso.example的Azure转到我们', '迁移azure contoso.example'],
    renew: ['续订 contoso.example', 'contoso.example续期'],
    end: ['终止 contoso.example', '结束contoso.example的关系'],
  },
  de: {
    'request-admin': [
      'Admin anfordern contoso.example',
      'für contoso.example bitte Admin anfordern',
      'fuer contoso.example bitte Adminrechte beantragen',
      'Fordere Admin für contoso.example an',
      'Ich brauche Zugriff auf contoso.example',
      'contoso.example Adminrechte',
      'Ich möchte contoso.example verwalten',
    ],
    check: [
      'prüfen contoso.example',
      'pruefen contoso.example',
      'contoso.example prüfen bitte',
      'Überprüfe contoso.example',
      'PRÜFE CONTOSO.EXAMPLE',
    ],
    'switch-azure': [
      'Azure wechseln contoso.example',
      'Azure von contoso.example zu uns umziehen',
      'Wechsle Azure für contoso.example',
    ],
    renew: ['verlängern contoso.example', 'Verlaengere contoso.example'],
    end: ['beenden contoso.example', 'die Beziehung zu contoso.example kündigen'],
  },
  fr: {
    'request-admin': [
      'demander l’administration contoso.example',
      "demander l'administration de contoso.example s'il vous plaît",
      'demande d’accès pour contoso.example',
      'je voudrais administrer contoso.example svp',
      'contoso.example demander admin',
      'Bonjour, j’ai besoin de droits d’administrateur pour contoso.example, merci',
    ],
    check: ['vérifier contoso.example', 'verifier contoso.example', 'vérifiez contoso.example svp', 'contoso.example contrôler'],
    'switch-azure': ['transférer Azure contoso.example', 'basculer azure pour contoso.example', 'changement Azure contoso.example'],
    renew: ['renouveler contoso.example', 'prolonger contoso.example'],
    end: ['résilier contoso.example', 'mettre fin à la relation avec contoso.example'],
  },
};

const examples = Object.entries(aboutContoso).flatMap(([language, wishes]) =>
  Object.entries(wishes).flatMap(([wants, texts]) => texts.map((text) => [language as Language, wants, text] as const)),
);

describe('a wish about a customer, in any order', () => {
  test.each(examples)('%s, %s: %s', (language, wants, text) => {
    expect(grammar(text, { language })).toStrictEqual({ wants, customer: 'contoso.example' });
  });

  test.each(examples)('whatever language the person has, %s is understood: %s: %s', (language, wants, text) => {
    expect([grammar(text), grammar(text, { language: language === 'en' ? 'ru' : 'en' })]).toStrictEqual([
      { wants, customer: 'contoso.example' },
      { wants, customer: 'contoso.example' },
    ]);
  });
});

const every = { wants: 'cases', filter: 'all', customer: null, page: 1 } as const;
const everyCase: Intent = every;
const waiting: Intent = { ...every, filter: 'waiting' };
const mine: Intent = { ...every, filter: 'mine' };

/** Said alone, and what is meant. */
const alone: readonly (readonly [Language, string, Intent])[] = [
  ...(['help', 'Help!', 'hello', 'hi 👋', 'thanks', '?', '', '  \n ', '/help', 'menu'] as const).map(
    (text) => ['en', text, { wants: 'help' }] as const,
  ),
  ...(['ayuda', 'AYÚDAME', 'hola', 'Buenos días', 'muchas gracias'] as const).map(
    (text) => ['es', text, { wants: 'help' }] as const,
  ),
  ...(['aiuto', 'ciao', 'grazie mille'] as const).map((text) => ['it', text, { wants: 'help' }] as const),
  ...(['помощь', 'Привет!', 'добрый день', 'справка'] as const).map((text) => ['ru', text, { wants: 'help' }] as const),
  ...(['帮助', '你好', '您好！', '谢谢'] as const).map((text) => ['zh-Hans', text, { wants: 'help' }] as const),
  ...(['Hilfe', 'hallo', 'Guten Tag', 'vielen Dank'] as const).map((text) => ['de', text, { wants: 'help' }] as const),
  ...(['aide', 'bonjour', 'merci beaucoup'] as const).map((text) => ['fr', text, { wants: 'help' }] as const),
  ['en', 'cases', everyCase],
  ['en', 'show my open cases please', everyCase],
  ['es', 'mis casos', everyCase],
  ['it', 'mostra le mie pratiche', everyCase],
  ['ru', 'покажи мои заявки', everyCase],
  ['zh-Hans', '我的事项', everyCase],
  ['de', 'Meine Vorgänge', everyCase],
  ['de', 'vorgaenge', everyCase],
  ['fr', 'mes dossiers', everyCase],
  ['en', 'cases waiting', waiting],
  ['en', 'pending cases please', waiting],
  ['es', 'casos pendientes', waiting],
  ['it', 'pratiche in attesa', waiting],
  ['ru', 'ожидающие заявки', waiting],
  ['zh-Hans', '事项列表 待处理', waiting],
  ['de', 'wartende Vorgänge', waiting],
  ['fr', 'dossiers en attente', waiting],
  ['en', 'cases mine', mine],
  ['es', 'casos propios', mine],
  ['it', 'pratiche proprie', mine],
  ['ru', 'заявки свои', mine],
  ['zh-Hans', '事项列表 我发起的', mine],
  ['de', 'eigene Vorgänge', mine],
  ['fr', 'dossiers propres', mine],
  ['en', 'cases page 2', { ...every, page: 2 }],
  ['de', 'Vorgänge wartende Seite 12', { ...waiting, page: 12 }],
  ['zh-Hans', '事项列表 第3页', { ...every, page: 3 }],
  ['en', 'cases for contoso.example', { ...every, customer: 'contoso.example' }],
  ['en', 'cases of Contoso Bakeries', { ...every, customer: 'Contoso Bakeries' }],
  ['en', 'cases waiting “Page 2 Waiting Ltd” page 2', { ...waiting, customer: 'Page 2 Waiting Ltd', page: 2 }],
  ['ru', 'заявки Пример', { ...every, customer: 'Пример' }],
  ['en', 'who am i?', { wants: 'who-am-i' }],
  ['en', 'whoami', { wants: 'who-am-i' }],
  ['es', '¿Quién soy?', { wants: 'who-am-i' }],
  ['it', 'chi sono', { wants: 'who-am-i' }],
  ['ru', 'кто я', { wants: 'who-am-i' }],
  ['zh-Hans', '我是谁？', { wants: 'who-am-i' }],
  ['de', 'Wer bin ich?', { wants: 'who-am-i' }],
  ['fr', 'qui suis-je ?', { wants: 'who-am-i' }],
  ['en', 'back', { wants: 'back' }],
  ['es', 'atras', { wants: 'back' }],
  ['it', 'indietro', { wants: 'back' }],
  ['ru', 'назад', { wants: 'back' }],
  ['zh-Hans', '上一步', { wants: 'back' }],
  ['de', 'zurück bitte', { wants: 'back' }],
  ['fr', 'retour', { wants: 'back' }],
  ['en', 'cancel', { wants: 'cancel' }],
  ['en', 'сancel', { wants: 'cancel' }],
  ['en', 'c\u200Bancel', { wants: 'cancel' }],
  ['es', 'cancelar', { wants: 'cancel' }],
  ['it', 'annulla', { wants: 'cancel' }],
  ['ru', 'отмeна', { wants: 'cancel' }],
  ['zh-Hans', '取消', { wants: 'cancel' }],
  ['de', 'Abbrechen', { wants: 'cancel' }],
  ['fr', 'annuler', { wants: 'cancel' }],
  ['en', 'language Spanish', { wants: 'language', language: 'es' }],
  ['en', 'change language from English to French', { wants: 'language', language: 'fr' }],
  ['en', 'language', { wants: 'language', language: null }],
  ['en', 'language klingon', { wants: 'language', language: null }],
  ['en', 'language de', { wants: 'language', language: 'de' }],
  ['en', 'language zh-Hans', { wants: 'language', language: 'zh-Hans' }],
  ['en', 'language englsh', { wants: 'language', language: 'en' }],
  ['es', 'cambiar el idioma a inglés', { wants: 'language', language: 'en' }],
  ['es', 'español', { wants: 'language', language: 'es' }],
  ['it', 'lingua italiano', { wants: 'language', language: 'it' }],
  ['ru', 'язык русский', { wants: 'language', language: 'ru' }],
  ['ru', 'говори по-русски', { wants: 'language', language: 'ru' }],
  ['zh-Hans', '语言 中文', { wants: 'language', language: 'zh-Hans' }],
  ['zh-Hans', '简体中文', { wants: 'language', language: 'zh-Hans' }],
  ['de', 'Sprache Deutsch', { wants: 'language', language: 'de' }],
  ['de', 'Deutsch bitte', { wants: 'language', language: 'de' }],
  ['fr', 'langue francais', { wants: 'language', language: 'fr' }],
  ['fr', 'parle français', { wants: 'language', language: 'fr' }],
  ['en', 'rules R-NO-CSP-TO-CSP-RESALE', { wants: 'rules', id: 'R-NO-CSP-TO-CSP-RESALE' }],
  ['en', 'rule no-csp-to-csp-resale', { wants: 'rules', id: 'R-NO-CSP-TO-CSP-RESALE' }],
  ['en', 'rule no csp to csp resale', { wants: 'rules', id: 'R-NO-CSP-TO-CSP-RESALE' }],
  ['en', 'R–NO–CSP–TO–CSP–RESALE', { wants: 'rules', id: 'R-NO-CSP-TO-CSP-RESALE' }],
  ['en', 'rules may-ask', { wants: 'rules', id: 'H-MAY-ASK' }],
  ['en', 'h-may-ask', { wants: 'rules', id: 'H-MAY-ASK' }],
  ['en', 'rules r-made-up', { wants: 'rules', id: 'R-MADE-UP' }],
  ['en', 'rules made-up', { wants: 'rules', id: 'R-MADE-UP' }],
  ['en', 'rules', { wants: 'rules', id: null }],
  ['de', 'Regel R-XFER-30D-EXPIRY', { wants: 'rules', id: 'R-XFER-30D-EXPIRY' }],
  ['ru', 'правило r-xfer-30d-expiry', { wants: 'rules', id: 'R-XFER-30D-EXPIRY' }],
  ['zh-Hans', '规则R-XFER-30D-EXPIRY', { wants: 'rules', id: 'R-XFER-30D-EXPIRY' }],
  ['en', 'request admin', { wants: 'request-admin', customer: null }],
  ['es', 'solicitar administración', { wants: 'request-admin', customer: null }],
  ['de', 'bitte prüfen', { wants: 'check', customer: null }],
  ['en', 'switch azure please', { wants: 'switch-azure', customer: null }],
];

test.each(alone)('%s: “%s” is %j', (language, text, intent) => {
  expect(grammar(text, { language })).toStrictEqual(intent);
});
