import { formatTenths, type GradeValue } from '../domain/grade/grade-value.js';
import type { Locale, Text } from './text.js';

const timeZone = 'Europe/Amsterdam';
const languageTag: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs more than a page; there are only a handful.
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(languageTag[locale], { timeZone, ...options })));
  return format;
}

/** "dinsdag 9 juni" */
export function formatDay(locale: Locale, at: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));
}

/** "9 juni" */
export function formatShortDay(locale: Locale, at: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long' }).format(new Date(at));
}

/** "9 juni 2026" */
export function formatDate(locale: Locale, at: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** "9 juni, 14:02" */
export function formatMoment(locale: Locale, at: string): string {
  return `${formatShortDay(locale, at)}, ${formatTime(locale, at)}`;
}

/** "14:02" */
export function formatTime(locale: Locale, at: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** A settled grade as people write it: "7,4" in Dutch, "7.4" in English; O/V/G stay what they are. */
export function formatGrade(text: Text, value: GradeValue): string {
  switch (value.kind) {
    case 'tenths':
      return formatTenths(value.tenths, text.locale === 'nl' ? ',' : '.');
    case 'ordinal':
      return value.judgement;
    case 'met':
      return text(value.met ? 'grade.met' : 'grade.notMet');
    case 'catchUp':
      return text('grade.catchUp');
    case 'exemption':
      return text('grade.exemption');
  }
}
