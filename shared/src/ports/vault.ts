/** Makes secrets unreadable for whoever has the database but not the installation's secret. */
export interface Vault {
  /** Seals a secret as text. `boundTo` names the place it belongs to: the text opens nowhere else. */
  seal(plaintext: Uint8Array | string, boundTo: string): string;
  /** Opens what was sealed for this place. Throws when it was changed, belongs elsewhere, or the installation's secret is another one. */
  open(sealed: string, boundTo: string): Buffer;
}

/** Recognises what it has signed itself: form tokens, short-lived addresses. */
export interface Signer {
  /** A signature safe in a URL. The same value signed for another purpose has another signature. */
  sign(purpose: string, value: string): string;
  verify(purpose: string, value: string, signature: string): boolean;
}
