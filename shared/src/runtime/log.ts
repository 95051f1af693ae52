import { pino, type Logger } from 'pino';
import type { ProblemCode, ProblemFacts } from '../problem.js';

/** Typed events only: nobody logs a sentence, so no name, address or token ends up in a log by accident. */
export interface Log {
  refused(event: { reference: string; route: string; code: ProblemCode; facts: ProblemFacts }): void;
  failed(event: { reference: string; route: string; error: unknown }): void;
  /** Something happened: a launch, a delivery, a start. Facts are ids, numbers and codes. */
  happened(event: string, facts?: ProblemFacts): void;
}

/** A log of JSON lines on standard output. `silent` for tests. */
export function createLog(level: 'info' | 'warn' | 'silent', destination?: { write(line: string): void }): Log {
  const logger: Logger = destination ? pino({ level, base: null }, destination) : pino({ level, base: null });
  return {
    refused: (event) => logger.warn(event, 'refused'),
    failed: ({ error, ...event }) => logger.error({ ...event, ...shapeOf(error) }, 'failed'),
    happened: (event, facts = {}) => logger.info(facts, event),
  };
}

// An error's message can hold what somebody typed; its kind and place can't.
function shapeOf(error: unknown): { kind: string; at?: string[]; code?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  const code = (error as { code?: unknown }).code;
  return { kind: error.name, ...(at && { at }), ...(typeof code === 'string' && { code }) };
}
