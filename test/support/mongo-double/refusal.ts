/** An answer that says no, as the server words it: code, name and labels decide what the driver does. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly labels: readonly string[] = [],
  ) {
    super(message);
  }
}

/**
 * Labels as servers since 4.4 send them themselves (manual, "Retryable Writes" and "Transactions: error labels"): without
 * RetryableWriteError the driver doesn't try again, whatever the code.
 */
export const transient = 'TransientTransactionError';
export const retryable = 'RetryableWriteError';

export const writeConflict = () =>
  new Refusal(112, 'WriteConflict', 'Write conflict during plan execution and yielding is disabled.', [transient]);
export const noSuchTransaction = () =>
  new Refusal(251, 'NoSuchTransaction', 'Transaction has been aborted.', [transient]);
export const notPrimary = (labels: readonly string[]) =>
  new Refusal(10107, 'NotWritablePrimary', 'not primary', labels);
export const unknownCommand = (name: string) => new Refusal(59, 'CommandNotFound', `no such command: '${name}'`);
export const noRule = (what: string) => new Refusal(2, 'BadValue', `The double has no rule for ${what}.`);
