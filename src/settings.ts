import * as z from 'zod';

/** The environment, read once. An empty variable counts as not set. */
const Settings = z.object({
  /** Without it 3978, or the next free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().default('localhost'),
});
export type Settings = z.infer<typeof Settings>;

export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`These settings cannot be used.\n${problems.join('\n')}`);
};
