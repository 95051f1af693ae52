import { MongoError, MongoServerError } from 'mongodb';
import { Problem } from '../../problem.js';

/** What a server says when it, and not the request, is in trouble (error-codes of the MongoDB manual): no primary, shutting down, out of time or disk. */
const troubles = new Set([6, 7, 50, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031]);

const duplicateKey = 11000;

/** Lets an answer through; a database that can't be reached or doesn't take it becomes Problem `store/unavailable`. */
export async function unlessUnavailable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isTrouble(error)) throw new Problem('store/unavailable', { mongo: nameOf(error) }, { cause: error });
    throw error;
  }
}

/** Whether something stands under this key already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === duplicateKey;
}

function isTrouble(error: unknown): error is MongoError {
  if (error instanceof MongoServerError) {
    const transient = error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('RetryableWriteError');
    return transient || troubles.has(Number(error.code));
  }
  // What the driver throws without an answer: a cut connection, nobody to ask, out of time.
  return error instanceof MongoError && /Network|ServerSelection|Timeout|TopologyClosed|PoolCleared/u.test(error.name);
}

function nameOf(error: MongoError): string {
  return error instanceof MongoServerError ? String(error.codeName ?? error.code) : error.name;
}
