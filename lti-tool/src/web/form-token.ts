import type { Signer } from '@buitenboord/shared/ports/vault.js';

/** The token in every form of a visit. Other sites can't read it, so a request that carries it came from our own page. */
export function formTokenOf(signer: Signer, visit: string): string {
  return signer.sign('form', visit);
}

export function isFormToken(signer: Signer, visit: string, token: unknown): boolean {
  return typeof token === 'string' && signer.verify('form', visit, token);
}
