import type { Speaker } from '../languages/speak.ts';

/** As many as are looked at again within minutes. */
const MOST = 100;

/**
 * What was drawn lately, for each speaker. Several people are shown the same card, and each of them again and again: it is
 * drawn once. What is kept is frozen, as nobody knows who else is shown it.
 */
export const createDrawn = <T extends object>() => {
  const ofSpeaker = new WeakMap<Speaker, Map<string, T>>();

  const keptFor = (speaker: Speaker): Map<string, T> => {
    const kept = ofSpeaker.get(speaker) ?? new Map<string, T>();
    ofSpeaker.set(speaker, kept);
    return kept;
  };

  return (speaker: Speaker, what: string, draw: () => T): T => {
    const kept = keptFor(speaker);
    const drawn = kept.get(what) ?? draw();
    // The one that was looked at last is the last to go.
    kept.delete(what);
    kept.set(what, drawn);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return drawn;
  };
};
