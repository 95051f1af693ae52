import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser, launchBrowser } from '../support/browser.js';
import { httpBrowser } from '../support/http-browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { walkIn } from '../support/walked-work.js';

describeWithBrowser('a page of somebody who means harm', () => {
  let house: RunningHouse;
  let browser: Browser;
  let evil: Server;
  let evilUrl: string;
  let evilPage: string;
  let victim: Page;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    evil = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(evilPage));
    await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening));
    evilUrl = `http://evil.localhost:${(evil.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser.close();
    evil.close();
    await house.stop();
  });
  beforeEach(async () => {
    victim = await (await browser.newContext()).newPage();
  });

  const formThatSendsItself = (action: string, fields: Record<string, string>) =>
    `<form method="post" action="${action}">${Object.entries(fields)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('')}</form><script>document.forms[0].submit()</script>`;
  const refusalSeen = async (): Promise<string | null> => {
    await victim.goto(evilUrl, { waitUntil: 'commit' });
    await victim.waitForURL(`${house.toolUrl}/**`);
    return victim.locator('html').getAttribute('data-problem');
  };

  it('logs nobody in with the code for a new tab that belongs to the attacker', async () => {
    const { text } = await httpBrowser().launch(house.lms.launchForm(people.bram, house.activity.link), {
      noCookies: true,
    });
    const code = /name="code" value="([^"]+)"/u.exec(text)![1]!;
    evilPage = formThatSendsItself(`${house.toolUrl}/lti/new-window`, { code });
    expect(await refusalSeen()).toBe('request/cross-site');
    expect(await victim.locator('body').innerText()).not.toContain('Lasframe');
  });

  it('logs nobody in with a launch that belongs to the attacker', async () => {
    const { posted, problem } = await httpBrowser().launch(house.lms.launchForm(people.bram, house.activity.link), {
      noCookies: true,
      origin: 'https://evil.example',
    });
    expect(problem).toBe('launch/no-cookie');
    evilPage = formThatSendsItself(posted.url, posted.fields);
    expect(await refusalSeen()).toBe('launch/no-cookie');
    expect(await victim.locator('body').innerText()).not.toContain('Lasframe');
  });

  it('presses no button in the name of a student who is logged in', async () => {
    const visit = await walkIn(house, people.sanne);
    await visit.giveTo(victim.context());
    evilPage = formThatSendsItself(`${visit.url}/work/read`, { step: 'task' });
    expect(await refusalSeen()).toBe('request/cross-site');
  });

  it('shows no page of ours in its frame', async () => {
    const visit = await walkIn(house, people.sanne);
    await visit.giveTo(victim.context());
    const blocked = victim.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    evilPage = `<iframe src="${visit.url}/work"></iframe>`;
    await victim.goto(evilUrl);
    await blocked;
    expect(await victim.frameLocator('iframe').locator('body').innerText()).not.toContain('Lasframe');
  });
});
