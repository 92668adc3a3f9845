import type { Question } from '../../cards/screens.ts';
import { bundles, longestDays, mayExtendItself, offeredBundles, offeredRoles } from '../../wizards/request-admin/bundles.ts';
import type { BundleName } from '../../wizards/request-admin/bundles.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import { filledOn } from '../../wizards/walk.ts';
import { usualDays } from '../../wizards/request-admin/roles.ts';
import { frame, next, problemOf, question } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';

type Drawing = AnyDrawing<Filling>;

const titles = {
  'support-minimal': 'wizard.bundle.support-minimal.title',
  'daily-ops': 'wizard.bundle.daily-ops.title',
  'azure-handover': 'wizard.bundle.azure-handover.title',
  onboarding: 'wizard.bundle.onboarding.title',
} as const satisfies Record<BundleName, string>;

const hints = {
  'support-minimal': 'wizard.bundle.support-minimal.hint',
  'daily-ops': 'wizard.bundle.daily-ops.hint',
  'azure-handover': 'wizard.bundle.azure-handover.hint',
  onboarding: 'wizard.bundle.onboarding.hint',
} as const satisfies Record<BundleName, string>;

/** As long as nothing is chosen, the one with the fewest rights. */
const chosenOn = ({ filling, reading }: Drawing): string =>
  filledOn(filling, 'roles').bundle ?? offeredBundles(reading.house)[0] ?? '';

const bundleQuestion = (drawing: Drawing): Question => {
  const { reading, speaker } = drawing;
  const offered = offeredBundles(reading.house).map((name) => ({
    title: speaker.say('wizard.choice', { title: speaker.say(titles[name]), means: speaker.say(hints[name]) }),
    value: name,
  }));
  return question(drawing, speaker.say('wizard.roles.bundle'), {
    kind: 'choice',
    id: 'bundle',
    hint: speaker.say('wizard.roles.neverGlobal'),
    choices: [...offered, { title: speaker.say('wizard.bundle.own'), value: 'own' }],
    value: chosenOn(drawing),
  });
};

/** Only whoever wants to choose role by role sees them all. */
const ownQuestion = (drawing: Drawing): Question[] => {
  const { filling, reading, speaker } = drawing;
  if (chosenOn(drawing) !== 'own') return [];
  return [
    question(drawing, speaker.say('wizard.roles.own'), {
      kind: 'several',
      id: 'own',
      choices: offeredRoles(reading.house).map((role) => ({
        title: speaker.say('wizard.choice', {
          title: speaker.sayKey(`adminRole.${role}.title`),
          means: speaker.sayKey(`adminRole.${role}.means`),
        }),
        value: role,
      })),
      value: filledOn(filling, 'roles').own ?? '',
    }),
  ];
};

const numberIn = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

const daysQuestion = (drawing: Drawing): Question => {
  const { filling, reading, speaker } = drawing;
  const { days = '' } = filledOn(filling, 'roles');
  const longest = longestDays(reading.house);
  const values = { longest, short: usualDays('onboarding', reading.house) };
  return question(drawing, speaker.say('wizard.roles.days'), {
    kind: 'number',
    id: 'days',
    hint: speaker.say('wizard.roles.daysHint', values),
    value: days.trim() === '' ? usualDays(chosenOn(drawing), reading.house) : numberIn(days),
  });
};

const toggles = (drawing: Drawing): Question[] => {
  const { filling, reading, speaker } = drawing;
  const { extend, azure } = filledOn(filling, 'roles');
  const toggle = (id: string, label: string, title: string, value: string | undefined): Question =>
    question(drawing, label, { kind: 'toggle', id, title, value: value === 'true' ? 'true' : 'false' });
  const about = toggle('azure', speaker.say('wizard.roles.azure'), speaker.say('wizard.roles.azureToo'), azure);
  if (!mayExtendItself(reading.house)) return [about];
  return [toggle('extend', speaker.say('wizard.roles.extend'), speaker.say('wizard.roles.extendToo'), extend), about];
};

export const drawRoles = (drawing: Drawing): Shown => {
  const { reading, speaker } = drawing;
  const broad = problemOf(drawing, 'warning');
  return {
    screen: 'request-admin/roles',
    data: {
      ...frame(drawing, [next(drawing)]),
      bundles: offeredBundles(reading.house).map((name) => ({
        title: speaker.say(titles[name]),
        roles: speaker.list(bundles[name].roles.map((role) => speaker.sayKey(`adminRole.${role}.title`))),
      })),
      questions: [bundleQuestion(drawing), ...ownQuestion(drawing), daysQuestion(drawing), ...toggles(drawing)],
      warnings: broad === null ? [] : [broad],
    },
  };
};
