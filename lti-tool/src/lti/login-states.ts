import { newId } from '@buitenboord/shared/ids.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';

/** A login that was begun and waits for its launch. */
export interface LoginState {
  /** Random; a launch uses it up (`usedLogins`). */
  id: string;
  platform: string;
  deployment?: string;
  targetLinkUri: string;
  /** The frame of a platform that offered to keep the secret (lti_storage_target). Some name it at the login only (Blackboard). */
  storageTarget?: string;
  expiresAtMs: number;
  nonce: string;
  /** What the browser that began it holds. */
  cookieSecret: string;
}

export interface LoginStates {
  /** Begins a login: what it is, and the `state` that carries it. */
  begin(about: Omit<LoginState, 'id' | 'nonce' | 'cookieSecret'>): { login: LoginState; state: string };
  /** The login of a state that we gave out, whether or not it is over; undefined for any other text. */
  find(state: string): LoginState | undefined;
}

/** Another name, and states of an older form are unknown. */
const purpose = 'login-state/1';

/**
 * Logins that travel with the browser instead of waiting in the store: signed, so that nobody makes or changes one, and with nonce and secret derived
 * from their id, so that neither stands in the state. A flood of logins writes nothing; only a launch that is true uses its login up, on the disk.
 */
export function createLoginStates(signer: Signer): LoginStates {
  const secretsOf = (id: string) => ({
    nonce: signer.sign('login-nonce', id),
    cookieSecret: signer.sign('login-cookie', id),
  });
  return {
    begin(about) {
      const id = newId();
      const { platform, deployment, targetLinkUri, storageTarget, expiresAtMs } = about;
      const fields = [id, platform, expiresAtMs, targetLinkUri, storageTarget ?? 0, deployment];
      const content = Buffer.from(JSON.stringify(fields)).toString('base64url');
      const state = `${content}.${signer.sign(purpose, content)}`;
      return { login: { ...about, id, ...secretsOf(id) }, state };
    },
    find(state) {
      const [content = '', signature = '', ...more] = state.split('.');
      if (more.length > 0 || !signer.verify(purpose, content, signature)) return undefined;
      const [id, platform, expiresAtMs, targetLinkUri, storageTarget, deployment] = JSON.parse(
        Buffer.from(content, 'base64url').toString('utf8'),
      ) as [string, string, number, string, string | 0, (string | null)?];
      const known = { id, platform, expiresAtMs, targetLinkUri, ...secretsOf(id) };
      return { ...known, ...(deployment && { deployment }), ...(storageTarget && { storageTarget }) };
    },
  };
}
