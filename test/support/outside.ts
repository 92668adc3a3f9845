import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.ts';
import { readMail } from '../letters/read-mail.ts';
import type { Read } from '../letters/read-mail.ts';

/** The newest letter that has gone out, as its reader’s mail program takes it apart. */
export const newestLetter = ({ letters }: Pick<Stage, 'letters'>): Read => {
  const files = readdirSync(letters).map((name) => join(letters, name));
  const [newest] = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (newest === undefined) throw new Error('No letter has gone out');
  const { text, ...rest } = readMail(readFileSync(newest, 'utf8'));
  return { ...rest, text: text.replaceAll('\r\n', '\n').trim() };
};

/** Its code, as somebody would copy it from there. */
export const codeIn = (text: string): string => {
  const [code] = /(?:[A-Z]{5}-){4}[A-Z]{5}/.exec(text) ?? [];
  if (code === undefined) throw new Error('There is no code in it');
  return code;
};

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What a person reads of a page, line by line; names of languages are left away. */
export const readOf = (html: string): string =>
  html
    .replace(/^.*<main>|<\/main>.*$/gs, '')
    .replace(/<h[12][^>]*>(.*?)<\/h[12]>/gs, '\n**$1**\n')
    .replace(/<\/dt><dd>/g, ': ')
    .replace(/<li>/g, '\n• ')
    .replace(/<\/?(?:p|dl|dt|dd|ul|form|fieldset|label|button)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\n\s*\n?/g, '\n')
    .trim();

/** Somebody outside types a code on a page of ours, and reads what comes of it. */
export const typesCode = async (stage: Stage, code: string, language: string, page = '/letter'): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${stage.house().port}${page}`, {
    method: 'POST',
    body: new URLSearchParams({ code }),
    headers: { 'Accept-Language': language },
  });
  return readOf(await answer.text());
};
