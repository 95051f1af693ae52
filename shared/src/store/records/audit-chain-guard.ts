import { auditEntries } from '../collections.js';

/** The chain is appended to and never written otherwise. */
export function refuseChain(collection: object): void {
  if (collection === auditEntries)
    throw new Error('The audit chain is written through audit(…) only, and never changed.');
}

/** A chain with a link missing proves nothing any more: it goes as a whole, with its school. */
export function refusePartOfChain(collection: object, query: { where: object; range?: object }): void {
  const isPart = Object.keys(query.where).length > 1 || query.range !== undefined;
  if (collection === auditEntries && isPart)
    throw new Error("A school's audit chain is forgotten as a whole or not at all.");
}
