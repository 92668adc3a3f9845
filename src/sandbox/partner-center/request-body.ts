import * as z from 'zod';
import type { Asked } from '../exchange.ts';

const asText = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    // No JSON is nothing that could have the wanted shape.
    return undefined;
  }
};

/** Callers write `WebhookUrl` and `webhookUrl` for the same thing. */
const camelKeys = (value: unknown): unknown => {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  if (!parsed.success) return value;
  return Object.fromEntries(Object.entries(parsed.data).map(([key, inner]) => [key.charAt(0).toLowerCase() + key.slice(1), inner]));
};

/** The body in this shape, or null where it has another one. */
export const readBody = <Shape extends z.ZodType>({ raw }: Asked, shape: Shape): z.infer<Shape> | null => {
  const parsed = shape.safeParse(camelKeys(asText(raw)));
  return parsed.success ? parsed.data : null;
};
