/** What a text says in JSON; undefined where it is none, which no schema takes for anything. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
};
