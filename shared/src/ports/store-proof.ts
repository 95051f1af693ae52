/** How far a store is proven that can't be tried where it is made: against our double only, or on a real cluster. */
export type StoreProof = { kind: 'double' } | { kind: 'cluster'; version: string; at: string };
