import type { Document } from 'bson';
import type { Collections, Transaction } from './collections.js';
import { noRule, noSuchTransaction, Refusal } from './refusal.js';

interface Session {
  number: string;
  state: 'open' | 'committed' | 'aborted' | 'single';
  transaction?: Transaction;
  /** By a stopwatch, in milliseconds. */
  since: number;
  /** What a retryable write answered, for when it is asked again. */
  answer?: Document;
}

/** Transactions and retryable writes, by the session's id and the transaction's number (manual, "Server Sessions"). */
export interface Sessions {
  /** Aborts transactions that have lasted too long. */
  expire(): void;
  /** The open transaction that a command names; begins one where it says so. Undefined for a command of its own. */
  transactionOf(command: Document): Transaction | undefined;
  end(command: Document, how: 'commit' | 'abort'): void;
  /** A write failed inside a transaction: the server has aborted the whole of it. */
  fail(command: Document): void;
  /** The answer to a retryable write that was carried out already. */
  answered(command: Document): Document | undefined;
  remember(command: Document, answer: Document): void;
}

/**
 * `lifetimeMs`: how long a transaction may last; one whose client died holds its documents until then (manual, transactionLifetimeLimitSeconds,
 * a minute by default).
 */
export function createSessions(collections: Collections, lifetimeMs: number): Sessions {
  const sessions = new Map<string, Session>();
  const idOf = ({ lsid }: Document) => JSON.stringify(lsid);
  const numberOf = ({ txnNumber }: Document) => String(txnNumber);
  const known = (command: Document) => {
    const session = sessions.get(idOf(command));
    return session?.number === numberOf(command) ? session : undefined;
  };
  const leave = (session: Session | undefined, state: Session['state']) => {
    if (session?.transaction) collections.abort(session.transaction);
    if (session) session.state = state;
  };

  const expire = () => {
    for (const session of sessions.values()) {
      if (session.state === 'open' && performance.now() - session.since > lifetimeMs) leave(session, 'aborted');
    }
  };

  return {
    expire,
    transactionOf(command) {
      if (command.autocommit !== false) return undefined;
      if (command.startTransaction === true) {
        if ((command.readConcern as Document | undefined)?.level !== 'snapshot')
          throw noRule('a transaction without readConcern snapshot');
        leave(sessions.get(idOf(command)), 'aborted');
        const transaction = collections.begin();
        sessions.set(idOf(command), {
          number: numberOf(command),
          state: 'open',
          transaction,
          since: performance.now(),
        });
        return transaction;
      }
      const session = known(command);
      if (session?.state !== 'open' || !session.transaction) throw noSuchTransaction();
      return session.transaction;
    },
    end(command, how) {
      const session = known(command);
      // A commit that is asked again after it happened is answered as then.
      if (how === 'commit' && session?.state === 'committed') return;
      if (session?.state !== 'open' || !session.transaction) throw noSuchTransaction();
      if (how === 'abort') return leave(session, 'aborted');
      collections.commit(session.transaction);
      session.state = 'committed';
    },
    fail: (command) => leave(known(command), 'aborted'),
    answered(command) {
      if (command.txnNumber === undefined || command.autocommit === false) return undefined;
      const session = known(command);
      if (session && session.state !== 'single')
        throw new Refusal(217, 'IncompleteTransactionHistory', 'another operation has this number');
      return session?.answer;
    },
    remember(command, answer) {
      if (command.txnNumber === undefined) return;
      sessions.set(idOf(command), { number: numberOf(command), state: 'single', answer, since: performance.now() });
    },
  };
}
