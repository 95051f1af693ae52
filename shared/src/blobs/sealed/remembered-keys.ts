import type { KeyOf } from '../port.js';

/** Asks for a school's key once; an answer that failed is asked for again. */
export function rememberedKeys(keyOf: KeyOf): KeyOf {
  const keys = new Map<string, Promise<Buffer>>();
  return (school) => {
    const known = keys.get(school);
    if (known !== undefined) return known;
    const asked = keyOf(school);
    keys.set(school, asked);
    asked.catch(() => keys.delete(school));
    return asked;
  };
}
