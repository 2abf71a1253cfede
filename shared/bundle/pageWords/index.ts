/** The languages that the page of a bundle can be read in, each with one table of its words. */
import { ENGLISH } from './english';
import { GERMAN } from './german';
import { KOREAN } from './korean';
import { UKRAINIAN } from './ukrainian';
import type { PageWords } from './words';

/** ISO 639-1. */
export const PAGE_LANGUAGES = ['en', 'uk', 'ko', 'de'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Each language by the name that those who read it give it. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  uk: 'Українська',
  ko: '한국어',
  de: 'Deutsch',
};

const WORDS: Readonly<Record<PageLanguage, PageWords>> = { en: ENGLISH, uk: UKRAINIAN, ko: KOREAN, de: GERMAN };

export const pageWords = (language: PageLanguage): PageWords => WORDS[language];

export const isPageLanguage = (word: string): word is PageLanguage =>
  (PAGE_LANGUAGES as readonly string[]).includes(word);
