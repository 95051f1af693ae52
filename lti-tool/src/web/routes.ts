import type { Request, Response } from 'express';
import type { CourseRole, GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { VNode } from 'preact';

/** Who may ask for a route. Deny by default: a route without an entry here doesn't exist. */
export type May =
  /** Guarded by the handler itself: a login, a launch, a one-time link. */
  | 'anyone'
  /** Whoever has a visit, whatever the role. */
  | 'visitor'
  | CourseRole
  | GrantRole;

/**
 * How the body of a request is read before the handler sees it. `stream`: the handler reads it itself. `multipart`: so too, and the form's
 * token is inside, its first field: the handler checks it before it takes anything. `file`: a form with one small file, its bytes among the fields.
 */
export type Body = 'form' | 'json' | 'file' | 'stream' | 'multipart';

interface RouteShape {
  method: 'get' | 'post' | 'put';
  path: `/${string}`;
  body?: Body;
}

/** What a handler without a visit gets. */
export interface OpenExchange {
  req: Request;
  res: Response;
  text: Text;
  /** The id of this request, in the log and on an error page. */
  reference: string;
  /** Answers with a page. */
  page: (page: VNode, policy?: { framedBy?: readonly string[]; formsTo?: readonly string[] }) => void;
}

/** What a handler inside a visit gets: who, where, and the language to speak. */
export interface VisitExchange extends OpenExchange {
  visit: Stored<Visit, 'school'>;
  /** The grants this person has at the school. */
  grants: ReadonlySet<GrantRole>;
  /** For the hidden field `token` of each form. */
  formToken: string;
  /** `/v/<visit>` + path; of a file, in a frame without cookies, signed for five minutes. */
  url: (path?: string) => string;
}

export interface OpenRoute extends RouteShape {
  may: 'anyone';
  handle(exchange: OpenExchange): Promise<void>;
}

/** A route inside a visit: its path is under `/v/:visit`. One of the roles is enough. */
export interface VisitRoute extends RouteShape {
  may: readonly Exclude<May, 'anyone'>[];
  /** A file that an `<img>` asks for, which can't send a header: a frame without cookies may use an address that we signed. For GET only. */
  signed?: true;
  handle(exchange: VisitExchange): Promise<void>;
}

export type Route = OpenRoute | VisitRoute;

/** The path as Express and the authorization test see it. */
export function fullPath(route: Route): string {
  return route.may === 'anyone' ? route.path : `/v/:visit${route.path === '/' ? '' : route.path}`;
}
