import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.js';
import { createColumn, type ArrivingScore, type Column, type Rules } from './column.js';

/** What goes wrong with one request. "applied": the platform did what was asked, and its answer didn't come (well). */
const scoreFaults = {
  unavailable: 0.04,
  'too-many': 0.03,
  hangs: 0.02,
  'reset-before': 0.02,
  'expired-token': 0.02,
  'conflict-for-nothing': 0.01,
  crash: 0.02,
  'applied-hangs': 0.04,
  'applied-reset': 0.04,
  'applied-crash': 0.02,
  'applied-nonsense': 0.01,
  late: 0.03,
} as const;
const readFaults = {
  unavailable: 0.03,
  'too-many': 0.02,
  hangs: 0.02,
  'reset-before': 0.02,
  'expired-token': 0.01,
  nonsense: 0.01,
  drips: 0.01,
} as const;
const tokenFaults = { unavailable: 0.03, hangs: 0.01, nonsense: 0.01 } as const;

type Fault = keyof typeof scoreFaults | keyof typeof readFaults | keyof typeof tokenFaults;

export interface CampaignPlatform {
  origin: string;
  addColumn(name: string, rules: Rules): Column;
  /** The line item of a column, as a course would say it. */
  lineItem(name: string): string;
  /** How often each fault was played. */
  faults: ReadonlyMap<Fault, number>;
  /** From now on everything works. */
  calm(): void;
  close(): Promise<void>;
}

/** How long a late score stays on its way: longer than the tool waits for an answer. */
const lateMs = 1_500;

/** A platform on loopback with token, score and result services that fail in every way a platform can (reliability-and-security.md §3). */
export async function openCampaignPlatform(chance: Chance): Promise<CampaignPlatform> {
  const columns = new Map<string, Column>();
  const faults = new Map<Fault, number>();
  let isCalm = false;

  /** The fault of this request, if any. A late score is applied twice by who takes an equal timestamp: no tool can prevent that. */
  function faultOf(odds: Readonly<Partial<Record<Fault, number>>>, rules?: Rules): Fault | undefined {
    if (isCalm) return undefined;
    let left = chance.next();
    for (const [name, share] of Object.entries(odds) as [Fault, number][]) {
      left -= share;
      if (left >= 0) continue;
      if (name === 'late' && rules === 'canvas') return undefined;
      faults.set(name, (faults.get(name) ?? 0) + 1);
      return name;
    }
    return undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://platform');
    const body = await bodyOf(request);
    if (url.pathname === '/token') {
      if (!misbehave(faultOf(tokenFaults), response))
        say(response, 200, { access_token: 'token', expires_in: 3600, scope: new URLSearchParams(body).get('scope') });
      return;
    }
    const [, name = '', service] = url.pathname.split('/');
    const column = columns.get(name);
    if (!column) return say(response, 404, {});
    if (service === 'scores') return takeScore(column, body, response);
    const subject = url.searchParams.get('user_id') ?? '';
    if (misbehave(faultOf(readFaults), response)) return;
    if (column.gone) return say(response, 404, {});
    say(response, 200, resultsOf(column, subject));
  }

  function takeScore(column: Column, body: string, response: ServerResponse): void {
    const score = scoreOf(body);
    const fault = faultOf(scoreFaults, column.rules);
    if (fault === 'late') {
      setTimeout(() => void column.take(score), lateMs).unref();
      return;
    }
    if (fault?.startsWith('applied')) column.take(score);
    if (misbehave(fault, response)) return;
    const status = column.take(score);
    say(response, status, status === 400 ? { message: 'timestamp is before the last one' } : {});
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    faults,
    addColumn(name, rules) {
      const column = createColumn(rules);
      columns.set(name, column);
      return column;
    },
    lineItem: (name) => `${origin}/${name}?type_id=1`,
    calm: () => (isCalm = true),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Plays a fault; false when there is none and the request gets its real answer. */
function misbehave(fault: Fault | undefined, response: ServerResponse): boolean {
  switch (fault) {
    case undefined:
      return false;
    case 'unavailable':
      say(response, 503, {});
      return true;
    case 'too-many':
      say(response, 429, {}, { 'retry-after': '1' });
      return true;
    case 'expired-token':
      say(response, 401, {});
      return true;
    case 'conflict-for-nothing':
      say(response, 409, {});
      return true;
    case 'crash':
    case 'applied-crash':
      say(response, 500, {});
      return true;
    case 'reset-before':
    case 'applied-reset':
      response.destroy();
      return true;
    case 'nonsense':
    case 'applied-nonsense':
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end('<html>Log in first</html>');
      return true;
    case 'drips':
      void drip(response);
      return true;
    case 'hangs':
    case 'applied-hangs':
    case 'late':
      return true;
  }
}

/** A byte now and then, for longer than anybody waits. */
async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  for (let n = 0; n < 20 && !response.destroyed; n += 1) {
    response.write(' ');
    await wait(200);
  }
  response.destroy();
}

function say(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function resultsOf(column: Column, subject: string): object[] {
  const { tenths, remark } = column.standing(subject);
  if (tenths === null) return [];
  return [{ id: subject, userId: subject, resultScore: tenths / 10, resultMaximum: 10, comment: remark }];
}

function scoreOf(body: string): ArrivingScore {
  const sent = JSON.parse(body) as { userId: string; scoreGiven?: number; comment?: string; timestamp: string };
  const tenths = sent.scoreGiven === undefined ? null : Math.round(sent.scoreGiven * 10);
  return { subject: sent.userId, tenths, remark: sent.comment ?? '', timestamp: sent.timestamp };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
