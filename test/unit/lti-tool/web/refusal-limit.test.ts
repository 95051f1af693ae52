import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler } from 'express';
import { isProblem } from '@buitenboord/shared/problem.js';
import { limitRefusals } from '@buitenboord/lti-tool/web/refusal-limit.js';

let server: Server;
let asked: (path: string, address: string) => Promise<number>;
beforeEach(async () => {
  const answer: ErrorRequestHandler = (thrown, _req, res, _next) =>
    void res.sendStatus(isProblem(thrown, 'request/too-many') ? 429 : 500);
  const app = express();
  app.set('trust proxy', true).use(limitRefusals());
  app.get('/good', (_req, res) => void res.sendStatus(200));
  app.get('/bad', (_req, res) => void res.sendStatus(401));
  app.use(answer);
  server = await new Promise((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  asked = async (path, address) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'x-forwarded-for': address } })).status;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const times = async (count: number, ask: () => Promise<number>) => [
  ...new Set(await Promise.all(Array.from({ length: count }, ask))),
];

describe('an address whose launches are refused', () => {
  it('is stopped after 600 of them, and nobody else is', async () => {
    expect(await times(620, () => asked('/bad', '10.0.0.1'))).toContain(401);
    expect(await asked('/bad', '10.0.0.1')).toBe(429);
    expect(await asked('/good', '10.0.0.1')).toBe(429);
    expect(await asked('/bad', '10.0.0.2')).toBe(401);
    expect(await asked('/good', '10.0.0.3')).toBe(200);
  });

  it('may launch as often as it likes while it is let in', async () => {
    await asked('/bad', '10.0.0.1');
    expect(await times(700, () => asked('/good', '10.0.0.1'))).toEqual([200]);
  });
});
