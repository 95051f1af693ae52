import { STATUS_CODES } from 'node:http';
import { findCourse, type Site, type Tool } from './site.js';
import type { Course } from './seed.js';

/** A call whose token has been checked. */
export interface Call {
  readonly site: Site;
  readonly tool: Tool;
  /** The ids in the path. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly mediaType: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly reason?: string;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Method {
  /** Any of these will do. */
  readonly scopes: readonly string[];
  readonly answer: (call: Call) => Answer;
}

export interface Resource {
  readonly path: RegExp;
  readonly formats: readonly string[];
  readonly methods: Readonly<Partial<Record<string, Method>>>;
}

/** Ends a service call; an `answer` replaces Moodle's usual description of what went wrong. */
export class ServiceRefusal extends Error {
  constructor(
    readonly status: number,
    readonly reason = STATUS_CODES[status] ?? '',
    readonly answer?: Answer,
  ) {
    super(reason);
  }
}

export const notFound = (what: string) => new ServiceRefusal(404, `Not Found: ${what} doesn't exist`);

/** An exception without a code becomes an invalid status line, which the web server in front turns into this. */
export const badGateway = () => {
  const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  return new ServiceRefusal(502, 'Bad Gateway', { status: 502, type: 'text/html', body: page });
};

/** A site-wide tool may look into every course, also where nobody uses it. */
export function courseOf({ site, params }: Call): Course {
  const id = params[0] ?? '';
  const course = findCourse(site, id);
  if (!course) throw notFound(`Course ${id}`);
  return course;
}

/** The JSON object in the body; anything else counts as empty. */
export function parseObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

export const isNumeric = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));

/** `limit` and `from`; without a limit there are no pages. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams) {
  const limit = Number(query.get('limit') ?? 0) || 0;
  const from = Number(query.get('from') ?? 0) || 0;
  const part = limit > 0 ? all.slice(from, from + limit) : all;
  return { limit, from, part, hasMore: limit > 0 && from + limit < all.length };
}
