import * as z from 'zod';

/** Where in a schema text may stand that nobody has given a shape: by the names on the way to it. */
export interface FreeText {
  readonly path: readonly string[];
  readonly is: 'text' | 'anything';
}

/** What has a pattern or a format of digits says nothing about anybody; an address does, and so may a link. */
const isShaped = (schema: z.ZodString | z.ZodStringFormat): boolean =>
  schema.format === null ? false : !['email', 'url'].includes(schema.format);

/** What a schema is made of that has no names of its own. */
const partsOf = (schema: z.ZodType): readonly unknown[] | null => {
  if (schema instanceof z.ZodUnion) return schema.options;
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  const isWrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly;
  return isWrapped ? [schema.unwrap()] : null;
};

const leaf = (schema: z.ZodType, path: readonly string[]): FreeText[] => {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return isShaped(schema) ? [] : [{ path, is: 'text' }];
  if (schema instanceof z.ZodUnknown) return [{ path, is: 'anything' }];
  if ([z.ZodLiteral, z.ZodEnum, z.ZodNumber, z.ZodBoolean, z.ZodNull].some((plain) => schema instanceof plain)) return [];
  throw new Error(`Nobody has said whether ${schema.type} may hold text: ${path.join('.')}`);
};

export const freeTexts = (schema: z.ZodType, path: readonly string[] = []): FreeText[] => {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.entries(shape).flatMap(([name, one]) => freeTexts(one, [...path, name]));
  }
  return partsOf(schema)?.flatMap((part) => freeTexts(part as z.ZodType, path)) ?? leaf(schema, path);
};
