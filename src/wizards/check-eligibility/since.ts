const DAY_MS = 86_400_000;

const dayAt = (text: string): number | null => {
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : null;
};

/** How many days ago: said as a number, or as a day. Null: nobody has said; undefined: that is neither. */
export const daysSince = (typed: string, today: string): number | null | undefined => {
  const text = typed.trim();
  if (text === '') return null;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const [then, now] = [/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayAt(text) : null, dayAt(today)];
  if (then === null || now === null || then > now) return undefined;
  return Math.round((now - then) / DAY_MS);
};
