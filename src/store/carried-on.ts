import * as z from 'zod';
import { AdminRelationship } from '../cases/admin-relationship/case.ts';
import { AzureSwitch } from '../cases/azure-switch/case.ts';
import type { Case } from '../cases/case.ts';
import type { KeptCase } from '../ports.ts';
import { keys } from './keys.ts';
import type { Key } from './table.ts';

type Fields = Readonly<Record<string, unknown>>;

const nameOf = (kind: unknown, status: unknown): string => `${String(kind)} ${String(status)}`;

/** The shape of a case in each status of each kind. */
const shapes: ReadonlyMap<string, z.ZodObject> = new Map(
  [...AdminRelationship.options, ...AzureSwitch.options].map((shape) => [
    nameOf(shape.shape.kind.value, shape.shape.status.value),
    shape,
  ]),
);

const shapeOf = ({ kind, status }: Case): z.ZodObject | undefined => shapes.get(nameOf(kind, status));

/** What is left of shapes when some of their fields need no look. There are about as many as there are events. */
const remainders = new Map<string, z.ZodObject>();

const remainderOf = (current: Case, shape: z.ZodObject, names: readonly string[]): z.ZodObject => {
  const name = [current.kind, current.status, ...names].join(' ');
  const known = remainders.get(name);
  if (known !== undefined) return known;
  const remainder = shape.omit(
    Object.fromEntries(names.map((field) => [field, true])) as Record<string, true> & Record<number, never>,
  );
  remainders.set(name, remainder);
  return remainder;
};

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Fields that hold the very same thing as before, and were looked at with the very same shape. */
const carriedOver = (fields: Fields, shape: z.ZodObject, former: Fields, formerShape: z.ZodObject): string[] =>
  Object.keys(shape.shape).filter(
    (name) => typeof fields[name] === 'object' && fields[name] === former[name] && shape.shape[name] === formerShape.shape[name],
  );

const frame = z.strictObject({ case: z.unknown(), version: z.int().min(0), head: z.string() });

/**
 * Whether a case could be read again: one that follows a row which is known to be good. What was carried over from there is
 * most of it, and is not looked at once more. False says no more than that all of it has to be looked at.
 */
export const isCarriedOn = (key: Key, row: KeptCase, { case: former }: KeptCase): boolean => {
  const { case: current } = row;
  const [shape, formerShape] = [shapeOf(current), shapeOf(former)];
  if (shape === undefined || formerShape === undefined || keys.case(current.id) !== key) return false;
  const names = carriedOver(current, shape, former, formerShape);
  return frame.safeParse(row).success && remainderOf(current, shape, names).safeParse(without(current, names)).success;
};
