import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWithBrowser, launchBrowser } from '../support/browser.js';

/** A platform's page, in a few words: what its window and its frame answer to which subject. */
interface PlatformPage {
  /** What the login says: `lti_storage_target`. */
  target: string;
  /** Of the window around the tool. */
  window?: string;
  /** Of a frame beside the tool, and its name. */
  frame?: { name: string; answers: string };
  /** As a platform of which only the frame that was asked is known. */
  anyOrigin?: boolean;
}

const says = (rest: string) => `reply({ subject: data.subject + '.response', message_id: data.message_id, ${rest} })`;
const keeps = (prefix = 'lti.') => `
  if (data.subject === '${prefix}put_data') { kept[data.key] = data.value; ${says('key: data.key, value: data.value')} }
  if (data.subject === '${prefix}get_data') ${says('key: data.key, value: kept[data.key]')};`;
const able = (frame: string | undefined, prefix = 'lti.') => `
  if (data.subject === '${prefix}capabilities')
    ${says(`supported_messages: ['put_data', 'get_data'].map((name) => ({ subject: '${prefix}' + name${frame ? `, frame: '${frame}'` : ''} }))`)};`;
const answering = (answers: string) => `<script>
  const kept = {};
  addEventListener('message', ({ data, source, origin }) => {
    const reply = (answer) => source.postMessage(answer, '*');
    ${answers}
  });
</script>`;

// The tool is one site, the LMS another, and the LMS's single sign-on a third; each frame is what it is in real life: another origin.
describeWithBrowser('what a platform keeps for us', () => {
  let browser: Browser;
  let tool: Server;
  let lms: Server;
  let signOn: Server;
  let shown: PlatformPage = { target: '_parent' };

  const urlOf = (server: Server, host: string) => `http://${host}:${(server.address() as AddressInfo).port}`;
  const serve = async (answer: (path: string) => Promise<string> | string): Promise<Server> => {
    const server = createServer((req, res) => {
      res.setHeader('Content-Type', req.url?.endsWith('.js') ? 'text/javascript' : 'text/html');
      void Promise.resolve(answer(req.url ?? '')).then((body) => res.end(body));
    });
    await new Promise<void>((listening) => server.listen(0, '0.0.0.0', listening));
    return server;
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    tool = await serve((path) => (path === '/platform-storage.js' ? asset('platform-storage.js') : toolPage()));
    signOn = await serve(() => answering(shown.frame?.answers ?? ''));
    // The frame beside the tool is there first, as in an LMS: what is posted to a frame that still loads, nobody hears.
    lms = await serve(
      () => `${answering(shown.window ?? '')}
        <script>
          const frame = (name, src) => {
            const made = Object.assign(document.createElement('iframe'), { name, src });
            document.body.append(made);
            return made;
          };
          const openTool = () => frame('tool', '${urlOf(tool, 'localhost')}');
          addEventListener('DOMContentLoaded', () => {
            ${shown.frame ? `frame('${shown.frame.name}', '${urlOf(signOn, 'sso.localhost')}').onload = openTool` : 'openTool()'};
          });
        </script><body></body>`,
    );
  });
  afterAll(async () => {
    await browser.close();
    for (const server of [tool, lms, signOn]) server.close();
  });

  const asset = (name: string) => readFile(join(import.meta.dirname, '../../lti-tool/src/assets', name), 'utf8');

  function toolPage(): string {
    const origin = shown.frame ? urlOf(signOn, 'sso.localhost') : urlOf(lms, '127.0.0.1');
    const place = shown.anyOrigin
      ? { target: shown.target, postTo: '*' }
      : { target: shown.target, postTo: origin, answersFrom: origin };
    return `<script type="module">
      import { openPlatformStorage } from './platform-storage.js';
      const platform = await openPlatformStorage(${JSON.stringify(place)});
      const isKept = await platform.put('key', 'a secret');
      document.body.append(isKept + ' ' + (await platform.get('key')));
    </script><body></body>`;
  }

  async function told(page: PlatformPage): Promise<string> {
    shown = page;
    const tab = await browser.newPage();
    try {
      await tab.goto(urlOf(lms, '127.0.0.1'));
      const body = tab.frameLocator('iframe[name=tool]').locator('body');
      await body.getByText(/true|false/u).waitFor({ timeout: 15_000 });
      return await body.innerText();
    } finally {
      await tab.close();
    }
  }

  const kept = 'true a secret';
  const nothing = 'false undefined';

  it.each<[string, PlatformPage, string]>([
    ['in the window around us', { target: '_parent', window: able(undefined) + keeps() }, kept],
    [
      'in a frame of a third origin',
      { target: 'keeper', window: able('keeper'), frame: { name: 'keeper', answers: keeps() } },
      kept,
    ],
    [
      'in the frame that its capabilities name, whatever the login named',
      { target: '_parent', window: able('keeper'), frame: { name: 'keeper', answers: keeps() } },
      kept,
    ],
    [
      'as Blackboard: the frame named, the window silent',
      { target: 'lti_storage_frame', frame: { name: 'lti_storage_frame', answers: keeps() } },
      kept,
    ],
    [
      'by the older names',
      { target: '_parent', window: able(undefined, 'org.imsglobal.lti.') + keeps('org.imsglobal.lti.') },
      kept,
    ],
    [
      'as Canvas: any origin, from the frame that was asked',
      { target: '_parent', anyOrigin: true, window: able('keeper'), frame: { name: 'keeper', answers: keeps() } },
      kept,
    ],
  ])('is found %s', async (_name, page, found) => {
    expect(await told(page)).toBe(found);
  });

  it.each<[string, PlatformPage]>([
    ['answers nothing, as a phone app', { target: '_parent' }],
    [
      'answers from another origin than the registered one',
      { target: '_parent', window: able(undefined) + keeps(), frame: { name: 'unasked', answers: '' } },
    ],
    [
      'answers with another message’s id',
      { target: '_parent', window: able(undefined) + keeps().replaceAll('data.message_id', "'other'") },
    ],
    [
      'answers with another subject',
      { target: '_parent', window: able(undefined) + keeps().replaceAll(".response'", ".other'") },
    ],
    [
      'answers with an error',
      {
        target: '_parent',
        window:
          able(undefined) + keeps().replaceAll('key: data.key', "error: { code: 'storage_exhaustion' }, key: data.key"),
      },
    ],
    [
      'lets another frame answer',
      { target: '_parent', anyOrigin: true, window: able('keeper') + keeps(), frame: { name: 'keeper', answers: '' } },
    ],
  ])('is nothing when it %s', async (_name, page) => {
    expect(await told(page)).toBe(nothing);
  });
});
