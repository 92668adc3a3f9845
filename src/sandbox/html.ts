import type { Reply } from './exchange.ts';

const entities: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The piece of a page with its `{names}` filled in, whatever is in them. */
export const filled = (piece: string, values: Readonly<Record<string, string>>): string =>
  piece.replace(/\{(\w+)\}/g, (_, name: string) =>
    (values[name] ?? '').replace(/[&<>"']/g, (character) => entities[character] ?? character),
  );

/** A plain page. */
export const page = (status: number, title: string, body: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  text: `<!doctype html><html lang="en"><head><meta charset="utf-8">${filled('<title>{title}</title>', { title })}</head><body>${body}</body></html>`,
});
