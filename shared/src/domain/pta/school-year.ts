const amsterdamDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The calendar day in the Netherlands, "2026-10-01": deadlines in law are days, not moments. */
export function dutchDay(at: Date): string {
  return amsterdamDay.format(at);
}

/** The school year of a day: 1 August up to and including 31 July (WVO 2020, art. 1.1). */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5, 7) >= '08' ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** Whether an adopted programme of this school year may change on this day only for a reason in law: from 1 October on (WVO 2020, art. 2.60a, 2.60b). */
export function isFixed(schoolYear: string, day: string): boolean {
  return day >= `${schoolYear.slice(0, 4)}-10-01`;
}
