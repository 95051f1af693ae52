import jwt from 'jsonwebtoken';
import { describe, expect, it } from '@jest/globals';
import { signDeepLinkingResponse } from '@buitenboord/lti-tool/lti/deep-linking.js';
import type { DeepLinkingAnswer } from '@buitenboord/lti-tool/lti/deep-linking.js';
import { anLmsKey } from '../../../support/lms-key.js';

const key = anLmsKey('tool-1');
const now = new Date('2026-06-02T09:00:00.000Z');

function signed(fields: Partial<DeepLinkingAnswer> = {}): { header: jwt.JwtHeader; claims: jwt.JwtPayload } {
  const answer = {
    platform: { issuer: 'https://lms.example', clientId: 'client-1' },
    deployment: '1',
    items: [],
    ...fields,
  };
  const token = signDeepLinkingResponse({ kid: key.kid, key: key.privateKey }, answer, now);
  const { header, payload } = jwt.verify(token, key.publicKey, {
    algorithms: ['RS256'],
    complete: true,
    clockTimestamp: now.getTime() / 1000,
  });
  return { header, claims: payload as jwt.JwtPayload };
}

describe('the answer to a Deep Linking request', () => {
  it('comes from our client, for the platform, for five minutes', () => {
    const { header, claims } = signed();
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'tool-1' });
    expect(claims).toMatchObject({
      iss: 'client-1',
      aud: 'https://lms.example',
      iat: 1780390800,
      exp: 1780391100,
      nonce: expect.stringMatching(/^[\w-]{43}$/u),
      'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
      'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
      'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '1',
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [],
    });
  });

  it.each(['', 'opaque é'])('gives the request’s data back: %j', (data) => {
    expect(signed({ data }).claims).toMatchObject({ 'https://purl.imsglobal.org/spec/lti-dl/claim/data': data });
  });

  it('has no data when the request had none', () => {
    expect(Object.keys(signed().claims).filter((name) => name.includes('lti-dl'))).toEqual([
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
    ]);
  });

  it('holds the activities, with a column where there is one', () => {
    const lineItem = { scoreMaximum: 10, label: 'Lasframe', resourceId: 'a1', tag: 'SE1' };
    const items = [
      {
        title: 'Lasframe',
        text: 'Maak een frame.',
        url: 'https://tool.example/lti/launch',
        custom: { assignment: 'a1' },
        lineItem,
      },
      { title: 'Bakkerij', url: 'https://tool.example/lti/launch', custom: { assignment: 'a2' } },
    ];
    const { claims } = signed({ items, message: 'Klaar' });
    expect(claims['https://purl.imsglobal.org/spec/lti-dl/claim/content_items']).toEqual(
      items.map((item) => ({ type: 'ltiResourceLink', ...item })),
    );
    expect(claims['https://purl.imsglobal.org/spec/lti-dl/claim/msg']).toBe('Klaar');
  });
});
