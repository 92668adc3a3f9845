import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { catalog } from '../src/commands/catalog.ts';
import { kinds, transitionsOf } from '../src/cases/case.ts';
import { effects as adminEffects } from '../src/cases/admin-relationship/effects.ts';
import { effects as azureEffects } from '../src/cases/azure-switch/effects.ts';
import { effects as inquiryEffects } from '../src/cases/customer-inquiry/effects.ts';

const sourceOf = (path: string): string => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');
const commandFiles = readdirSync(new URL('../src/commands/', import.meta.url));

describe('the commands', () => {
  test('stand in the catalogue under the name that is sent', () => {
    for (const [name, { shape }] of Object.entries(catalog)) {
      expect((shape as unknown as { shape: { name: { value: string } } }).shape.name.value).toBe(name);
    }
  });

  test('are all in the catalogue: there is no definition that nobody can reach', () => {
    const defined = commandFiles.flatMap((file) =>
      [...sourceOf(`commands/${file}`).matchAll(/^export const (\w+) = (?:opening|moving)\(/gm)].map(([, name]) => name),
    );
    const catalogued = [...sourceOf('commands/catalog.ts').matchAll(/^ {2}'[\w-]+': (\w+),$/gm)].map(([, name]) => name);
    expect(catalogued.toSorted()).toEqual(defined.toSorted());
  });

  test('what people do has a file of its own name', () => {
    const byPeople = Object.keys(catalog).filter((name) => !/^(?:record|clear|pass)-|dead-letter$/.test(name));
    expect(commandFiles).toEqual(expect.arrayContaining(byPeople.map((name) => `${name}.ts`)));
  });
});

describe('the cases', () => {
  const effects = { 'admin-relationship': adminEffects, 'azure-switch': azureEffects, 'customer-inquiry': inquiryEffects };

  test.each(kinds)('%s: every event of its table lists its effects, if only none', (kind) => {
    expect(Object.keys(effects[kind]).toSorted()).toEqual(Object.keys(transitionsOf(kind)).toSorted());
  });
});
