import { Problem } from '@buitenboord/shared/problem.js';
import type { LoginStates } from './login-states.js';

/**
 * The platform said no and posted that here instead of an id_token (OpenID Connect Core §3.1.2.6): makes the Problem to throw. Anyone can
 * post this, so that only the standard's own word goes into the facts, and nothing changes: the person may try again.
 */
export function platformError(logins: LoginStates, posted: { error: string; state: string }): Problem {
  const login = logins.find(posted.state);
  if (!login) return new Problem('launch/unknown-state', { afterError: true });
  const error = /^[a-z_]{1,40}$/u.test(posted.error) ? posted.error : 'other';
  return new Problem('launch/platform-refused', { platform: login.platform, error });
}
