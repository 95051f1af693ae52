import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { describeWithBrowser, launchBrowser, launchProfile, noCookiesWithin } from '../support/browser.js';

interface Site {
  url: string;
  close(): void;
}

const cookies = ['plain=1; Path=/; Secure; SameSite=None', 'ours=1; Path=/; Secure; SameSite=None; Partitioned'];

// The other browser tests lean on this: if the browser took every cookie, they would prove nothing.
describeWithBrowser('the browser of these tests, with a tool in a frame of another site', () => {
  let browser: Browser;
  let tool: Site;
  let lms: Site;

  beforeAll(async () => {
    tool = await serve('localhost', (req, res) => {
      if (req.url === '/see') return void res.end(`<p>${req.headers.cookie ?? 'nothing'}</p>`);
      res.setHeader('Set-Cookie', cookies);
      res.writeHead(303, { Location: '/see' }).end();
    });
    lms = await serve('127.0.0.1', (_req, res) => res.end(`<iframe src="${tool.url}/set"></iframe>`));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    tool.close();
    lms.close();
  });

  const seenInFrame = async (context: BrowserContext): Promise<string> => {
    const page = await context.newPage();
    await page.goto(lms.url);
    return page.frameLocator('iframe').locator('p').innerText();
  };

  it('sends a partitioned cookie only', async () => {
    expect(await seenInFrame(await browser.newContext())).toBe('ours=1');
  });

  it('sends both where third-party cookies are allowed', async () => {
    const context = await launchProfile({ preferences: { profile: { cookie_controls_mode: 0 } } });
    expect(await seenInFrame(context)).toBe('plain=1; ours=1');
    await context.close();
  });

  it('sends none at all where somebody set it so', async () => {
    const context = await launchProfile({ preferences: noCookiesWithin('http://localhost', 'http://127.0.0.1') });
    expect(await seenInFrame(context)).toBe('nothing');
    await context.close();
  });
});

async function serve(host: string, listener: RequestListener): Promise<Site> {
  const server = createServer((req, res) => {
    res.setHeader('Content-Type', 'text/html');
    listener(req, res);
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
