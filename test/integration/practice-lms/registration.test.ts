import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPracticeLms, type PracticeLms } from '../../practice-lms/practice-lms.js';
import { registerAt } from './fake-tool.js';
import { atSite, describeWithRecordings, exchangesOf, recordedSite, replay } from './recordings.js';

async function registrationToken(lms: PracticeLms, path: string): Promise<string> {
  const cookie = lms.login('2');
  const page = await (
    await fetch(`${lms.url}/admin/tools?register=https://tool.example`, { headers: { cookie } })
  ).text();
  const sesskey = /name="sesskey" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const start = new URLSearchParams({ url: `https://tool.example${path}`, sesskey });
  const response = await fetch(`${lms.url}/mod/lti/startltiadvregistration.php?${start.toString()}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '').searchParams.get('registration_token') ?? '';
}

const clientIdIn = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;

describeWithRecordings('dynamic registration, as recorded from Moodle', () => {
  let lms: PracticeLms;

  beforeEach(async () => {
    lms = await startPracticeLms({ port: 0 });
  });
  afterEach(() => lms.stop());

  for (const file of ['registration-calls', 'registration-calls-minimal']) {
    it(`refuses and accepts the posts of ${file} in the same words`, async () => {
      const token = await registrationToken(lms, '/register?name=x');
      for (const exchange of exchangesOf(file).slice(1)) {
        const { label, request, response } = exchange;
        const sent = request.headers.authorization?.includes('not-a-jwt') ? 'not-a-jwt' : token;
        const headers: Record<string, string> = request.headers.authorization
          ? { authorization: `Bearer ${sent}` }
          : {};
        const seen = await replay(lms, exchange, headers);
        expect({ label, status: seen.status, contentType: seen.contentType }).toEqual({
          label,
          status: response.status,
          contentType: response.headers['content-type'],
        });
        if (response.bodyElided) continue;
        const mine = (body: string) =>
          body
            .replace(/"client_id":"[^"]+"/, `"client_id":"${clientIdIn(token)}"`)
            .replace(/"deployment_id":"\d+"/, '"deployment_id":"1"');
        expect(mine(seen.body)).toBe(mine(response.body ?? ''));
      }
    });
  }

  it('describes itself as the recorded site does, but for the variables it cannot fill in', async () => {
    const [exchange] = exchangesOf('registration-calls');
    const seen = await replay(lms, exchange!, {});
    const parse = (body: string) => JSON.parse(body) as Record<string, Record<string, unknown>>;
    const platform = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
    const [mine, theirs] = [parse(atSite(seen.body, lms.url, recordedSite)), parse(exchange!.response.body ?? '')];
    expect({ ...mine, [platform]: { ...mine[platform], variables: [] } }).toEqual({
      ...theirs,
      [platform]: { ...theirs[platform], variables: [] },
    });
    expect(theirs[platform]?.variables).toEqual(expect.arrayContaining(mine[platform]?.variables as string[]));
  });
});

describe('registering a tool as the administrator’s browser does', () => {
  let lms: PracticeLms;
  let tool: Server;
  let toolUrl: string;

  beforeAll(async () => {
    lms = await startPracticeLms({ port: 0 });
    tool = createServer((req, res) => {
      if (req.method === 'GET') return res.setHeader('set-cookie', 'visit=1; Path=/').end(page);
      if (!req.headers.cookie?.includes('visit=1')) return res.writeHead(403).end('who are you?');
      req.setEncoding('utf8').once('data', (body: string) => {
        const form = new URLSearchParams(body);
        if (form.get('csrf') !== 'a"b') return res.end(`wrong csrf ${body}`);
        void registerAt(form, toolUrl).then((status) => res.end(`registered ${status}`));
      });
    });
    await new Promise<void>((resolve) => tool.listen(0, '127.0.0.1', resolve));
    toolUrl = `http://127.0.0.1:${(tool.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    tool.close();
    await lms.stop();
  });

  const page = '<form method="post"><input type="hidden" name="csrf" value="a&quot;b"><button>Go</button></form>';

  it('opens the link, presses the button with cookies and hidden fields, and activates the tool', async () => {
    const { clientId, deploymentId } = await lms.registerTool(`${toolUrl}/register?code=1`);
    expect(lms.tools()).toEqual([
      expect.objectContaining({ clientId, id: deploymentId, state: 'active', name: 'Tool' }),
    ]);
  });

  it('shows what the tool said when it failed', async () => {
    lms.failNext({ match: /openid-registration/, mode: 'status', status: 500 });
    await expect(lms.registerTool(`${toolUrl}/register`)).rejects.toThrow('The practice LMS has no registration');
  });
});
