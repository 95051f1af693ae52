import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface SmallAnswer {
  status?: number;
  statusText?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface SmallServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** What was asked, in order. */
  requests: SmallRequest[];
  close(): Promise<void>;
}

/** A real server on loopback that plays the outside world: each request gets what `answer` says; `undefined` never gets one. */
export async function openSmallServer(
  answer: (request: SmallRequest) => SmallAnswer | undefined | Promise<SmallAnswer | undefined>,
): Promise<SmallServer> {
  const requests: SmallRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(request);
      void Promise.resolve(answer(request)).then((found) => {
        if (!found) return;
        const { status = 200, statusText, headers: answered = {}, body = '' } = found;
        if (statusText === undefined) outgoing.writeHead(status, answered);
        else outgoing.writeHead(status, statusText, answered);
        outgoing.end(body);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, requests, close };
}
