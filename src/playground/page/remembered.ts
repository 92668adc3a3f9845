import { languages } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import type { Progress } from './stories.ts';

/** What this browser keeps from one visit to the next. */
export const rememberLanguage = (language: Language): void => {
  localStorage.setItem('language', language);
};

export const rememberedLanguage = (): Language | undefined =>
  languages.find((language) => language === localStorage.getItem('language'));

export const rememberSteps = ({ story, step, isOpen }: Progress): void => {
  localStorage.setItem('steps', `${story} ${step} ${isOpen ? 'open' : 'closed'}`);
};

/** How far the reader has come with the first steps; whatever else lies there is no beginning. */
export const rememberedSteps = (): readonly string[] => (localStorage.getItem('steps') ?? '').split(' ');
