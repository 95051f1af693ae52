/** Whether the last launch offered a scope (AGS 2.0 §3.1). Where no launch told, it is worth asking. */
export function isOffered({ scopes }: { scopes?: readonly string[] }, scope: string): boolean {
  return scopes === undefined || scopes.includes(scope);
}
