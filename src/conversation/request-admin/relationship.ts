import type { Question } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import { filledOn } from '../../wizards/walk.ts';
import { fellowsOf, keyOf, mayChooseDap, wishesIn } from '../../wizards/request-admin/relationship.ts';
import type { RelationshipWish } from '../../wizards/request-admin/relationship.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';

type Drawing = AnyDrawing<Filling>;

const wishes = {
  sell: 'wizard.relationship.sell',
  manage: 'wizard.relationship.manage',
  both: 'wizard.relationship.both',
} as const satisfies Record<RelationshipWish, string>;

const wishQuestion = (drawing: Drawing): Question => {
  const { filling, speaker } = drawing;
  const offered = wishesIn(filling.cloud ?? 'global');
  const { wish = offered.length === 1 ? offered[0] : 'manage' } = filledOn(filling, 'relationship');
  return question(drawing, speaker.say('wizard.relationship.wish'), {
    kind: 'choice',
    id: 'wish',
    hint: filling.cloud === 'china_21v' ? speaker.say('wizard.relationship.in21v') : null,
    choices: offered.map((one) => ({ title: speaker.say(wishes[one]), value: one })),
    value: wish ?? '',
  });
};

const fellowQuestion = (drawing: Drawing): Question[] => {
  const { filling, speaker } = drawing;
  const kind = fellowsOf(filling.ourselves);
  if (kind === null) return [];
  const [only, ...others] = filling.ourselves?.fellows ?? [];
  const usual = only !== undefined && others.length === 0 ? keyOf(only) : '';
  const { fellow = usual } = filledOn(filling, 'relationship');
  const label = speaker.say(kind === 'providers' ? 'wizard.relationship.provider' : 'wizard.relationship.reseller');
  const hint = speaker.say(kind === 'providers' ? 'wizard.relationship.providerHint' : 'wizard.relationship.resellerHint');
  const choices = (filling.ourselves?.fellows ?? []).map((one) => ({
    title: plain([one.name, one.partnerId].filter((part) => part !== null).join(' · ')),
    value: keyOf(one),
  }));
  return choices.length > 0
    ? [question(drawing, label, { kind: 'choice', id: 'fellow', hint, choices, value: fellow, isFromOutside: true })]
    : [
        question(drawing, label, {
          kind: 'text',
          id: 'fellow',
          hint,
          value: fellow,
          longest: 200,
          isLong: false,
          placeholder: null,
        }),
      ];
};

const dapQuestion = (drawing: Drawing): Question[] => {
  const { filling, reading, speaker } = drawing;
  if (!mayChooseDap(filling.cloud ?? 'global', reading.today)) return [];
  const value = filledOn(filling, 'relationship').dap === 'true' ? 'true' : 'false';
  return [
    question(drawing, speaker.say('wizard.relationship.dap'), {
      kind: 'toggle',
      id: 'dap',
      hint: speaker.say('wizard.relationship.dapHint'),
      title: speaker.say('wizard.relationship.dapToo'),
      value,
    }),
  ];
};

export const drawRelationship = (drawing: Drawing): Shown =>
  questionsPage(drawing, [wishQuestion(drawing), ...fellowQuestion(drawing), ...dapQuestion(drawing)]);
