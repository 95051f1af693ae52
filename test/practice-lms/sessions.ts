import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { ContentItem } from './content-item.js';

/** What a launch was started for; the tool only ever sees its id. */
export type LaunchIntent =
  | { kind: 'activity'; cmid: string; reviewOf?: string; window: boolean }
  | { kind: 'deep-linking'; courseId: string; toolId: string };

export interface Session {
  readonly id: string;
  readonly personId: string;
  /** Moodle's guard against forged forms; it also shows up inside tokens. */
  readonly sesskey: string;
  readonly launches: Map<string, LaunchIntent>;
  readonly selections: Map<string, readonly ContentItem[]>;
}

/** Lives in memory: after a restart everybody clicks their button again. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  start(personId: string): Session {
    const session: Session = {
      id: randomBytes(13).toString('hex'),
      personId,
      sesskey: randomBytes(8).toString('base64url').slice(0, 10),
      launches: new Map(),
      selections: new Map(),
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  find(req: Request): Session | undefined {
    const id = /(?:^|;\s*)MoodleSession=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  end(session: Session): void {
    this.#sessions.delete(session.id);
  }
}

export const cookieOf = (session: Session) => `MoodleSession=${session.id}`;

/** Over http the recorded cookie has no SameSite at all, so the browser decides. */
export function sendCookie(res: Response, session: Session): void {
  res.append('Set-Cookie', `${cookieOf(session)}; path=/; HttpOnly`);
}
