/** How far the page is wider than the screen, with what sticks out. */
export const tooWide = (): string[] =>
  document.documentElement.scrollWidth <= document.documentElement.clientWidth
    ? []
    : [...document.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
        .map((one) => `${one.tagName.toLowerCase()} ${one.className} ${one.textContent.trim().slice(0, 60)}`);

/** What a finger would miss. */
export const tooLow = ({ finger, what }: { readonly finger: number; readonly what: string }): string[] =>
  [...document.querySelectorAll(what)]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < finger)
    .map((one) => `${one.tagName.toLowerCase()} ${one.getBoundingClientRect().height} px: ${one.textContent.trim().slice(0, 60)}`);
