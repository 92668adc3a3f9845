/** Deeper than anything a service has to say; what reads JSON by calling itself ends at some thousands. */
const DEEPEST = 64;

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly words: string };

const unreadable = (words: string): Read => ({ ok: false, words });

const isDeep = (text: string): boolean => {
  let depth = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInside) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInside = false;
    } else if (sign === '"') isInside = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
};

/** A body as JSON; nothing is null. A byte order mark before it is none of its bytes. */
export const readJson = (bytes: Buffer, packing = 'identity'): Read => {
  if (packing !== 'identity') return unreadable(`packed as ${packing}, which nobody asked for`);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: true, value: null };
  if (isDeep(text)) return unreadable(`nested deeper than ${DEEPEST} levels`);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return unreadable(/^\s*</.test(text) ? 'a page instead of JSON' : 'not JSON');
  }
};
