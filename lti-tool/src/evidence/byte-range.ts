export type ByteRange = { kind: 'whole' } | { kind: 'part'; from: number; to: number } | { kind: 'unsatisfiable' };

/**
 * Reads a Range header for a file of this size (RFC 9110 §14). Several ranges, other units and nonsense are answered with the whole file,
 * as the standard allows.
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') return lastBytes(Number(last), size);
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return { kind: 'whole' };
  return from < size ? { kind: 'part', from, to } : { kind: 'unsatisfiable' };
}

function lastBytes(count: number, size: number): ByteRange {
  if (count === 0) return { kind: 'unsatisfiable' };
  return { kind: 'part', from: Math.max(0, size - count), to: size - 1 };
}
