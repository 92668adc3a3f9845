import { describe, expect, test } from '@jest/globals';
import { inputsOf, pressedOn } from '../../../src/playground/page/chat/pressed.ts';

describe('a press on a card', () => {
  const data = { verb: 'approve-case', id: 'C-1', seen: 'abc', more: { deep: [1, null] } };

  test('means the button exactly as it stands in the card', () => {
    const action = {
      type: 'Action.Execute',
      title: 'Approve',
      verb: 'approve-case',
      data,
      associatedInputs: 'auto',
      style: 'positive',
    };
    expect(pressedOn(action)).toEqual({
      kind: 'button',
      button: { title: 'Approve', verb: 'approve-case', data },
      takesInputs: true,
    });
  });

  test('takes no inputs where the card says so', () => {
    expect(pressedOn({ type: 'Action.Execute', verb: 'view', data, associatedInputs: 'None' })).toEqual({
      kind: 'button',
      button: { title: '', verb: 'view', data },
      takesInputs: false,
    });
  });

  test('a submitting button has no verb of its own', () => {
    expect(pressedOn({ type: 'Action.Submit', title: 'Go', data: 'just a text' })).toEqual({
      kind: 'button',
      button: { title: 'Go', verb: '', data: {} },
      takesInputs: true,
    });
  });

  test('opens pages of the web and nothing else', () => {
    expect(pressedOn({ type: 'Action.OpenUrl', url: 'https://docs.example/x' })).toEqual({
      kind: 'link',
      url: 'https://docs.example/x',
    });
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'ms-settings:', '/here', 'https://a@b.example/', 7, undefined])
      expect(pressedOn({ type: 'Action.OpenUrl', url })).toBeNull();
  });

  test('on what the renderer does itself means nothing to us', () => {
    for (const action of [{ type: 'Action.ToggleVisibility' }, { type: 'Action.ShowCard' }, {}, null, 'Action.Execute', []])
      expect(pressedOn(action)).toBeNull();
  });
});

describe('what is sent of the fields', () => {
  test('is a text for each that has a name', () => {
    const fields = [
      { id: 'words', value: ' as written ' },
      { id: 'several', value: 'a,b' },
      { id: 'toggle', value: 'false' },
      { id: 'number', value: 0 },
      { id: 'empty', value: NaN },
      { id: 'none', value: undefined },
      { value: 'nameless' },
      { id: '', value: 'nameless' },
    ];
    expect(inputsOf(fields)).toEqual({ words: ' as written ', several: 'a,b', toggle: 'false', number: '0', empty: '', none: '' });
  });
});
