import { Agent, request as send } from 'undici';
import type { Dispatcher } from 'undici';
import type { z } from 'zod';
import { isProblem, Problem } from '../problem.js';
import { checkedUrl, guardedLookup } from './address-guard.js';
import type { Resolver } from './address-guard.js';
import type { PrivateAllowed } from './private-addresses.js';

export interface OutboundRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For everything together: resolving, connecting, waiting, reading. */
  timeoutMs?: number;
  maxBytes?: number;
}

export interface OutboundAnswer {
  status: number;
  /** Moodle puts its reason here, and nowhere else. */
  statusText: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  text: string;
}

/** The only way to another server. */
export interface Outbound {
  /** Asks and reads the whole answer, whatever its status; redirects are not followed. Throws Problem `platform/unreachable`, `platform/address-refused` or `platform/answer-too-large`. */
  request(request: OutboundRequest): Promise<OutboundAnswer>;
  close(): Promise<void>;
}

export interface OutboundOptions {
  /** Which LMSs on a private or loopback address are allowed; `true` is all of them, and http with it. */
  allowPrivate: PrivateAllowed;
  /** Canvas refuses requests without one. */
  userAgent: string;
  /** Names to addresses; Node's own unless a test hands in another. */
  resolver?: Resolver;
}

const defaultTimeoutMs = 8_000;
const defaultMaxBytes = 64 * 1024;

/** Makes the way out: https only, public addresses only, pinned as resolved, no redirects, no proxy from the environment, capped in time and size. */
export function createOutbound(options: OutboundOptions): Outbound {
  const { allowPrivate, userAgent } = options;
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(allowPrivate, options.resolver) },
    keepAliveTimeout: 10_000,
    // A hostile server can't hold more than this many of our sockets.
    connections: 16,
  });
  return {
    async request(request) {
      const url = checkedUrl(request.url, allowPrivate);
      const headers = { 'user-agent': userAgent, ...request.headers };
      const signal = AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs);
      try {
        const answer = await send(url, {
          dispatcher,
          method: request.method ?? 'GET',
          headers,
          signal,
          ...(request.body !== undefined && { body: request.body }),
        });
        const text = await readText(answer.body, request.maxBytes ?? defaultMaxBytes, url.host);
        return { status: answer.statusCode, statusText: answer.statusText, headers: single(answer.headers), text };
      } catch (error) {
        throw asProblem(error, url.host);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** Reads text as JSON of this shape, or throws Problem `platform/answer-unusable` with where it went wrong, never with what it said. */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message quotes the answer, which may hold names.
    throw new Problem('platform/answer-unusable', { reason: 'not-json' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('platform/answer-unusable', { reason: 'shape', at: parsed.error.issues[0]?.path.join('.') });
}

async function readText(body: Dispatcher.ResponseData['body'], maxBytes: number, host: string): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Throwing ends the iteration, which closes the connection.
    if (bytes > maxBytes) throw new Problem('platform/answer-too-large', { host, maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function single(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')] as const);
  return Object.fromEntries(entries);
}

/** Failures that certainly happened before anything was sent. */
const neverSent: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function asProblem(error: unknown, host: string): Problem {
  if (isProblem(error)) return error;
  const { name, code } = error as { name?: string; code?: string };
  const reason = code ?? name ?? 'unknown';
  const facts = {
    host,
    reason: name === 'TimeoutError' ? 'timeout' : reason,
    sent: !neverSent.includes(reason),
  };
  return new Problem('platform/unreachable', facts, { cause: error });
}
