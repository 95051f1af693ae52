import type { NextFunction, Request, Response } from 'express';
import { bodyOf } from './requests.js';

/** Makes the platform misbehave on purpose. */
export interface Failure {
  /** Compared with path and query. */
  readonly match: RegExp;
  readonly method?: string;
  /** How often; once unless said otherwise. */
  readonly times?: number;
  /**
   * status: answers so without doing anything. drop-before: hangs up without doing anything. drop-after-apply: does it,
   * then hangs up. hang: does it after `delayMs`, or never answers.
   */
  readonly mode: 'status' | 'drop-before' | 'drop-after-apply' | 'hang';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

/** A call to the token endpoint, the registration endpoint or one of the services. */
export interface ServiceCall {
  readonly at: Date;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Undefined as long as nothing was answered. */
  status?: number;
}

const services = /^\/mod\/lti\/(services|token|openid-registration)\.php/;

export function recordCalls(calls: ServiceCall[], now: () => Date) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (services.test(req.originalUrl)) {
      const { method, originalUrl: url, headers } = req;
      const call: ServiceCall = { at: now(), method, url, headers, body: bodyOf(req) };
      calls.push(call);
      res.on('finish', () => (call.status = res.statusCode));
    }
    next();
  };
}

export class Failures {
  #planned: { failure: Failure; left: number }[] = [];

  plan(failure: Failure): void {
    this.#planned.push({ failure, left: failure.times ?? 1 });
  }

  #take(req: Request): Failure | undefined {
    const planned = this.#planned.find(
      ({ failure, left }) =>
        left > 0 && (failure.method ?? req.method) === req.method && req.originalUrl.search(failure.match) >= 0,
    );
    if (planned) planned.left -= 1;
    return planned?.failure;
  }

  middleware = (req: Request, res: Response, next: NextFunction): void => {
    const failure = this.#take(req);
    if (failure) fail(failure, res, next);
    else next();
  };
}

function fail({ mode, status = 503, headers = {}, delayMs }: Failure, res: Response, next: NextFunction): void {
  const later = (act: () => void) => void setTimeout(act, delayMs ?? 0);
  switch (mode) {
    case 'status':
      return later(() => res.status(status).set(headers).end());
    case 'drop-before':
      return later(() => res.socket?.destroy());
    case 'drop-after-apply':
      hangUpInsteadOfAnswering(res);
      return later(next);
    case 'hang':
      if (delayMs !== undefined) later(next);
  }
}

/** The work is done when the answer would leave; the caller never learns of it. */
function hangUpInsteadOfAnswering(res: Response): void {
  res.end = () => {
    res.socket?.destroy();
    return res;
  };
}
