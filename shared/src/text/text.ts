import { en } from './en.js';
import { nl } from './nl.js';

export type Locale = 'nl' | 'en';
export type Words = typeof nl;
export type WordKey = keyof Words;

type Arguments<K extends WordKey> = Words[K] extends (facts: infer F) => string ? [facts: F] : [];

/** The sentences of one language: `text('overview.waiting', { count: 3 })`. A forgotten sentence doesn't compile. */
export interface Text {
  <K extends WordKey>(key: K, ...facts: Arguments<K>): string;
  readonly locale: Locale;
}

const catalogues: Readonly<Record<Locale, Words>> = { nl, en };

/** The sentences of a language. */
export function textIn(locale: Locale): Text {
  const words = catalogues[locale];
  const speak = <K extends WordKey>(key: K, ...facts: Arguments<K>): string => {
    const sentence = words[key] as string | ((facts: unknown) => string);
    return typeof sentence === 'string' ? sentence : sentence(facts[0]);
  };
  return Object.assign(speak, { locale });
}

/** The language to speak: what the LMS or the browser asks for, else Dutch. */
export function localeFrom(asked: string | undefined): Locale {
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'nl';
}
