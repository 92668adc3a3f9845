import * as z from 'zod';
import { factTypes } from './facts.ts';
import type { FactPath } from './facts.ts';

/** What kind of answer a fact takes: a form draws it, an error message says it. */
export type FactShape = { readonly nullable: boolean } & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly least: number | null }
  | { readonly kind: 'numbers'; readonly least: number | null }
  | { readonly kind: 'text' | 'names' | 'country' | 'duration' | 'day' }
  | { readonly kind: 'flags'; readonly names: readonly string[] }
);

const leastOf = (type: z.ZodNumber): number | null =>
  Number.isSafeInteger(type.minValue) && type.minValue !== Number.MIN_SAFE_INTEGER ? type.minValue : null;

const ofList = (element: FactShape): FactShape => {
  if (element.kind === 'choice') return { ...element, kind: 'choices' };
  if (element.kind === 'number') return { ...element, kind: 'numbers' };
  return { kind: 'names', nullable: false };
};

const ofText = (type: z.ZodType): FactShape => {
  if (type instanceof z.ZodISODuration) return { kind: 'duration', nullable: false };
  return { kind: type instanceof z.ZodString && type.format !== null ? 'country' : 'text', nullable: false };
};

const bare = (type: z.ZodType): FactShape => {
  const nullable = false;
  if (type instanceof z.ZodNullable) return { ...bare(type.unwrap() as z.ZodType), nullable: true };
  if (type instanceof z.ZodBoolean) return { kind: 'flag', nullable };
  if (type instanceof z.ZodEnum) return { kind: 'choice', options: type.options.map(String), nullable };
  if (type instanceof z.ZodNumber) return { kind: 'number', least: leastOf(type), nullable };
  if (type instanceof z.ZodObject) return { kind: 'flags', names: Object.keys(type.shape), nullable };
  if (type instanceof z.ZodPipe) return { kind: 'day', nullable };
  if (type instanceof z.ZodArray) return ofList(bare(type.element as z.ZodType));
  return ofText(type);
};

export const factShapes: ReadonlyMap<FactPath, FactShape> = new Map([...factTypes].map(([path, type]) => [path, bare(type)]));

const number = (least: number | null) => (least === null ? 'a whole number' : `a whole number of at least ${String(least)}`);

const expectation = (shape: FactShape): string => {
  switch (shape.kind) {
    case 'flag':
      return 'true or false';
    case 'choice':
      return `one of ${shape.options.join(', ')}`;
    case 'choices':
      return `a list of ${shape.options.join(', ')}`;
    case 'number':
      return number(shape.least);
    case 'numbers':
      return `a list, each ${number(shape.least)}`;
    case 'names':
      return 'a list of role names in lower_snake_case, custom roles as custom:name';
    case 'day':
      return 'a day of the calendar, YYYY-MM-DD';
    case 'duration':
      return 'an ISO 8601 duration such as P180D';
    case 'country':
      return 'a two-letter country code';
    case 'flags':
      return `an object with exactly ${shape.names.join(', ')}, each true or false`;
    case 'text':
      return 'text';
  }
};

/** In words, what a fact may be. */
export const expectedOf = (path: FactPath, mayBeNull = factShapes.get(path)?.nullable): string => {
  const shape = factShapes.get(path);
  return shape === undefined ? 'nothing' : expectation(shape) + (mayBeNull ? ', or null' : '');
};
