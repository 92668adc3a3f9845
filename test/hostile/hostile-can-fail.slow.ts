import { describe, expect, test } from '@jest/globals';
import type { Heard } from '../../src/conversation/heard.ts';
import type { Breakable } from './house.ts';
import { hostile } from './hostile.ts';
import { customerName } from './scene.ts';
import { nameOf } from './staff.ts';

const found = async (breakable: Breakable): Promise<string> => {
  const { findings } = await hostile({ attacks: 1000, seed: 8, breakable, untilFound: true });
  return findings.join('\n');
};

type Command = Readonly<Record<string, unknown>> & { readonly actor: { readonly roles?: readonly string[] } };

const hearing = (heardAs: (heard: Heard) => Heard): Breakable => ({
  conversation: ({ hear, onFailure }) => ({ hear: (heard) => hear(heardAs(heard)), onFailure }),
});

describe('it is noticed when', () => {
  test('everybody has the role that approves', async () => {
    const handle: Breakable['handle'] = (through) => (command, settles) => {
      const { actor, ...rest } = command as Command;
      return through(actor.roles ? { ...rest, actor: { ...actor, roles: ['admin_agent'] } } : command, settles);
    };
    expect(await found({ handle })).toContain('it is said to be done by');
  });

  test('somebody approves in the name of another one', async () => {
    const bo = { id: '0b1ec700-0022-4b01-8b01-000000000022', name: 'Bo Dahl', roles: ['admin_agent'] };
    const handle: Breakable['handle'] = (through) => (command, settles) => {
      const { name, actor, ...rest } = command as Command;
      return through(name === 'approve-case' ? { ...rest, name, actor: bo } : { ...rest, name, actor }, settles);
    };
    expect(await found({ handle })).toContain('approval-given: it is said to be done by');
  });

  test('a look at a card does what its button does', async () => {
    const pressed = hearing((heard) =>
      heard.what.kind === 'press' ? { ...heard, what: { ...heard.what, isAutomatic: false } } : heard,
    );
    expect(await found(pressed)).toContain('nobody has pressed anything');
  });

  test('a card counts wherever it is carried', async () => {
    const atHome = hearing((heard) => ({ ...heard, chat: { ...heard.chat, kind: 'personal' } }));
    expect(await found(atHome)).toContain('the card was carried elsewhere');
  });

  test('another tenant is as good as ours', async () => {
    const tenant = '7a11c0de-1111-4a10-8a10-0000000000a1';
    expect(await found(hearing((heard) => ({ ...heard, who: { ...heard.who, tenant } })))).toContain('somebody of another tenant');
  });

  test('a stranger is told about a customer', async () => {
    const conversation: Breakable['conversation'] = ({ hear, onFailure }) => ({
      hear: async (heard) => (nameOf(heard.who.id) === null ? { kind: 'words', text: customerName(1) } : hear(heard)),
      onFailure,
    });
    expect(await found({ conversation })).toContain('leaked');
  });

  test('something breaks', async () => {
    const conversation: Breakable['conversation'] = ({ onFailure }) => ({
      hear: () => Promise.reject(new Error('no')),
      onFailure,
    });
    await expect(hostile({ attacks: 10, seed: 7, breakable: { conversation } })).rejects.toThrow('no page');
  });
});
