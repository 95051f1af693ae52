import type { Response } from 'express';

/** Sends a page. By the two headers it needs: Express would look up type and charset and weigh an ETag for each, a tenth of a launch. */
export function sendHtml(res: Response, html: string): void {
  const body = Buffer.from(html);
  res.setHeader('Content-Type', 'text/html; charset=utf-8').setHeader('Content-Length', body.length);
  res.end(body);
}

/** Sends the browser on. Express writes a page for it in the reader's language and format; browsers show none of that. */
export function sendOn(res: Response, status: 302 | 303, address: string): void {
  res.writeHead(status, { Location: address, 'Content-Length': 0 }).end();
}
