import type { CheckList } from './check-list.js';
import { claimChecks, type Checked } from './checks.js';
import { loginChecks, type AnsweredLogin } from './login-checks.js';
import { tokenChecks, type PostedToken } from './token-checks.js';

/** Everything a launch is checked for. Composition gives it, so that a test can leave a check out and see the attack get in. */
export interface LaunchChecks {
  login: CheckList<AnsweredLogin>;
  token: CheckList<PostedToken>;
  claims: CheckList<Checked>;
}

/** In the order of the standard: the login that is answered, the signature, what the token says. */
export const launchChecks: LaunchChecks = { login: loginChecks, token: tokenChecks, claims: claimChecks };
