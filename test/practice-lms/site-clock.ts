/** The recorded site lives in Amsterdam, whatever the machine thinks. */
const timeZone = 'Europe/Amsterdam';
const offsetFormat = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });

function offsetAt(seconds: number): string {
  const name = offsetFormat.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName');
  return name?.value.slice('GMT'.length) ?? '+00:00';
}

function offsetSeconds(offset: string): number {
  const [hours = 0, minutes = 0] = offset.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** 2026-11-23T11:23:46+01:00 */
export function localTime(seconds: number): string {
  const offset = offsetAt(seconds);
  return new Date((seconds + offsetSeconds(offset)) * 1000).toISOString().slice(0, 19) + offset;
}

const isoTimestamp = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Whole seconds; undefined when it isn't a timestamp. Without a zone it is read as the site's own time. */
export function parseTimestamp(timestamp: string): number | undefined {
  if (!isoTimestamp.test(timestamp)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(timestamp.slice('2026-11-23'.length));
  const seconds = Math.floor(
    Date.parse(zoned ? timestamp : `${timestamp.padEnd(11, 'T').padEnd(16, '00:00')}Z`) / 1000,
  );
  if (Number.isNaN(seconds)) return undefined;
  return zoned ? seconds : seconds - offsetSeconds(offsetAt(seconds));
}
