/** The last second of a day in the Netherlands, with its offset (ISO 8601): a deadline that is a day lasts until then. */
export function endOfDay(day: string): string {
  const at = new Date(`${day}T22:00:00Z`);
  const parts = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });
  const offset = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${day}T23:59:59${offset.replace('GMT', '')}`;
}
