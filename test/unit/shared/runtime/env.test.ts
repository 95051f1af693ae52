import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '@buitenboord/shared/runtime/env.js';

const given = { APP_SECRET: 'x'.repeat(32) };

describe('the address of the tool', () => {
  it.each([
    ['https://tool.school.example/', {}],
    ['http://localhost:3000', {}],
    ['http://127.0.0.1:3000', {}],
    ['http://[::1]:3000', {}],
    ['http://tool.practice.example', { ALLOW_PRIVATE_PLATFORMS: '1' }],
  ])('may be %s (%j)', (address, more) => {
    expect(readEnvironment({ ...given, ...more, BASE_URL: address }).BASE_URL).toBe(address.replace(/\/$/u, ''));
  });

  it.each(['http://tool.school.example', 'http://localhost.school.example', 'http://10.0.0.1'])(
    'is not %s',
    (address) => {
      expect(() => readEnvironment({ ...given, BASE_URL: address })).toThrow(/BASE_URL: must begin with https/u);
    },
  );
});
