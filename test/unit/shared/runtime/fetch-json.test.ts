import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Resolver } from '@buitenboord/shared/runtime/address-guard.js';
import { createOutbound, parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundOptions } from '@buitenboord/shared/runtime/fetch-json.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallServer } from '../../../support/small-server.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function server(...given: Parameters<typeof openSmallServer>): Promise<SmallServer> {
  const one = await openSmallServer(...given);
  opened.push(one);
  return one;
}

function outbound(options: Partial<OutboundOptions> = {}): Outbound {
  const one = createOutbound({ allowPrivate: true, userAgent: 'Buitenboord/test', ...options });
  opened.push(one);
  return one;
}

/** A resolver that gives these addresses, one answer after the other. */
function resolverOf(...answers: string[][]): Resolver {
  let asked = 0;
  return (_hostname, _options, answer) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

describe('asking another server', () => {
  it('answers with status, reason, headers and text', async () => {
    const { origin, requests } = await server(() => ({
      status: 400,
      statusText: 'Incorrect score received',
      headers: { 'X-Thing': 'one' },
      body: '[]',
    }));
    const answer = await outbound().request({
      url: `${origin}/scores`,
      method: 'POST',
      body: '{}',
      headers: { accept: 'a/b' },
    });
    expect(answer).toMatchObject({ status: 400, statusText: 'Incorrect score received', text: '[]' });
    expect(answer.headers['x-thing']).toBe('one');
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/scores', body: '{}' });
    expect(requests[0]?.headers).toMatchObject({ accept: 'a/b', 'user-agent': 'Buitenboord/test' });
  });

  it('does not follow a redirect', async () => {
    const { origin, requests } = await server(() => ({ status: 302, headers: { location: '/secret' } }));
    expect((await outbound().request({ url: origin })).status).toBe(302);
    expect(requests).toHaveLength(1);
  });

  it('takes no proxy from the environment', async () => {
    const { origin, requests } = await server(() => ({ body: 'direct' }));
    process.env.HTTP_PROXY = process.env.http_proxy = 'http://127.0.0.1:9';
    try {
      expect((await outbound().request({ url: origin })).text).toBe('direct');
    } finally {
      delete process.env.HTTP_PROXY;
      delete process.env.http_proxy;
    }
    expect(requests).toHaveLength(1);
  });

  it('stops reading an answer that is too large', async () => {
    const { origin } = await server(() => ({ body: 'x'.repeat(70_000) }));
    await expect(outbound().request({ url: origin })).rejects.toMatchObject({ code: 'platform/answer-too-large' });
    expect((await outbound().request({ url: origin, maxBytes: 70_000 })).text).toHaveLength(70_000);
  });

  it('stops waiting for a server that says nothing', async () => {
    const { origin } = await server(() => undefined);
    const asked = outbound().request({ url: origin, timeoutMs: 100 });
    await expect(asked).rejects.toMatchObject({
      code: 'platform/unreachable',
      facts: { reason: 'timeout', sent: true },
    });
  });

  it('tells when a request certainly never left', async () => {
    const gone = await openSmallServer(() => ({}));
    await gone.close();
    const asked = outbound().request({ url: gone.origin });
    await expect(asked).rejects.toMatchObject({
      code: 'platform/unreachable',
      facts: { reason: 'ECONNREFUSED', sent: false },
    });
  });
});

describe('where a name leads', () => {
  it.each([['127.0.0.1'], ['::1'], ['10.0.0.1'], ['169.254.169.254'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1']])(
    'refuses a name that resolves to %s, and never connects',
    async (address) => {
      const { origin, requests } = await server(() => ({}));
      const url = origin.replace('http://127.0.0.1', 'https://lms.example');
      const asked = outbound({ allowPrivate: false, resolver: resolverOf([address]) }).request({ url });
      await expect(asked).rejects.toMatchObject({ code: 'platform/address-refused' });
      expect(requests).toHaveLength(0);
    },
  );

  it('refuses a name with one private address among public ones', async () => {
    const resolver = resolverOf(['8.8.8.8', '127.0.0.1']);
    const asked = outbound({ allowPrivate: false, resolver }).request({ url: 'https://lms.example' });
    await expect(asked).rejects.toMatchObject({ code: 'platform/address-refused' });
  });

  it('connects to the address it checked, whatever the name says a moment later', async () => {
    const { origin, requests } = await server(() => ({ body: 'checked' }));
    const resolver = resolverOf(['127.0.0.1'], ['169.254.169.254']);
    const answer = await outbound({ resolver }).request({ url: origin.replace('127.0.0.1', 'lms.example') });
    expect(answer.text).toBe('checked');
    expect(requests).toHaveLength(1);
  });

  it('says that a name is unknown, not that it is forbidden', async () => {
    const resolver: Resolver = (_hostname, _options, answer) =>
      answer(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    const asked = outbound({ resolver }).request({ url: 'https://lms.example' });
    await expect(asked).rejects.toMatchObject({
      code: 'platform/unreachable',
      facts: { reason: 'ENOTFOUND', sent: false },
    });
  });

  it('refuses http and loopback when private is not allowed', async () => {
    const { origin, requests } = await server(() => ({}));
    await expect(outbound({ allowPrivate: false }).request({ url: origin })).rejects.toMatchObject({
      code: 'platform/address-refused',
    });
    expect(requests).toHaveLength(0);
  });
});

describe('reading an answer as JSON', () => {
  const Shape = z.object({ name: z.string() });

  it('gives what fits', () => {
    expect(parseJson('{"name":"a","more":1}', Shape)).toEqual({ name: 'a' });
  });

  it.each(['', '<html>', '{"name":1}', '[]'])('refuses %j without quoting it', (text) => {
    expect(() => parseJson(text, Shape)).toThrow('platform/answer-unusable');
  });

  it('does not repeat what the answer said', () => {
    try {
      parseJson('{"Sanne de Wit": ', Shape);
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('Sanne');
    }
    expect.assertions(1);
  });
});
