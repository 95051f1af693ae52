import { Problem } from '../../problem.js';

/** What the disk or another process did to us, and no caller can mend: full, input/output error, read-only, locked for longer than we wait, damaged. */
const conditions = /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN|CORRUPT|NOTADB)/u;

/** Asks the database, which answers at once, and hands the answer over as a promise. A disk that doesn't take or give becomes Problem `store/unavailable`. */
export function attempt<T>(ask: () => T): Promise<T> {
  return new Promise((resolve) => resolve(unlessUnavailable(ask)));
}

/** Lets an answer through; what the disk doesn't take or give becomes Problem `store/unavailable`. */
export function unlessUnavailable<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const code = conditionOf(error);
    if (code !== undefined) throw new Problem('store/unavailable', { sqlite: code }, { cause: error });
    throw error;
  }
}

/** By its code and not by its class: the two drivers each have one of their own, and one for each realm. */
function conditionOf(error: unknown): string | undefined {
  const code: unknown = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && conditions.test(code) ? code : undefined;
}
