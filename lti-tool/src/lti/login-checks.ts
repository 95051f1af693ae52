import { timingSafeEqual } from 'node:crypto';
import { Problem } from '@buitenboord/shared/problem.js';
import type { CheckList } from './check-list.js';
import type { KnownPlatform } from './find-platform.js';
import type { LoginState } from './login-states.js';

/** The login that a launch says it answers, and the browser that brings it. */
export interface AnsweredLogin {
  login: Readonly<LoginState>;
  platform: KnownPlatform;
  /** What the browser kept of this login; absent when it kept nothing. */
  cookieSecret?: string | undefined;
  nowMs: number;
}

type Check = (answered: AnsweredLogin) => void;

/** Security Framework §5.1.1.4: not longer ago than somebody takes to sign in. */
const stateIsFresh: Check = ({ login, nowMs }) => {
  if (login.expiresAtMs <= nowMs) throw new Problem('launch/unknown-state', { expired: true });
};

/** §7.3.1: a launch that another browser began would log this person in as somebody else. */
const browserIsTheSame: Check = ({ login, cookieSecret }) => {
  if (cookieSecret === undefined) return;
  const [held, wanted] = [Buffer.from(cookieSecret), Buffer.from(login.cookieSecret)];
  if (held.length !== wanted.length || !timingSafeEqual(held, wanted)) throw new Problem('launch/other-browser');
};

/** A school may have removed its LMS while somebody was signing in. */
const registrationIsActive: Check = ({ platform }) => {
  if (platform.state !== 'active') throw new Problem('launch/platform-not-active');
};

export const loginChecks = {
  stateIsFresh,
  browserIsTheSame,
  registrationIsActive,
} satisfies CheckList<AnsweredLogin>;
