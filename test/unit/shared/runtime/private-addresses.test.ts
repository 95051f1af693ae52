import { describe, expect, it } from '@jest/globals';
import { checkedUrl, isAllowedAddress } from '@buitenboord/shared/runtime/address-guard.js';
import { readEnvironment } from '@buitenboord/shared/runtime/env.js';
import { parsePrivateList } from '@buitenboord/shared/runtime/private-addresses.js';

const list = parsePrivateList('LMS.school.example, 10.1.2.0/24,fd12::/16,192.168.7.9')!;

describe('a list of LMSs inside the network', () => {
  it.each([
    ['10.1.2.77', ''],
    ['::ffff:10.1.2.77', ''],
    ['192.168.7.9', ''],
    ['fd12:9::1', ''],
    ['172.16.0.4', 'lms.school.example'],
    ['127.0.0.1', 'LMS.SCHOOL.EXAMPLE'],
    ['8.8.8.8', ''],
  ])('lets %s of host "%s" through', (address, host) => {
    expect(isAllowedAddress(address, list, host)).toBe(true);
  });

  it.each([
    ['10.1.3.1', ''],
    ['192.168.7.8', ''],
    ['127.0.0.1', ''],
    ['172.16.0.4', 'evil.example'],
    ['172.16.0.4', 'lms.school.example.evil.example'],
    // Not even for a host that was named: cloud metadata lives there.
    ['169.254.169.254', 'lms.school.example'],
    ['fe80::1', 'lms.school.example'],
    ['64:ff9b::a01:24d', ''],
  ])('keeps %s of host "%s" out', (address, host) => {
    expect(isAllowedAddress(address, list, host)).toBe(false);
  });

  it('still wants https', () => {
    expect(checkedUrl('https://10.1.2.77/', list).hostname).toBe('10.1.2.77');
    expect(() => checkedUrl('http://10.1.2.77/', list)).toThrow('platform/address-refused');
  });

  it.each(['10.1', '10.1.2.0/33', 'http://lms.school.example', 'lms.school.example:443', 'a,,b', '2', '999.1.1.1'])(
    'is not %s',
    (text) => {
      expect(parsePrivateList(text)).toBeUndefined();
    },
  );

  it('comes from the environment, with 0 and 1 as before', () => {
    const read = (value?: string) =>
      readEnvironment({
        BASE_URL: 'https://tool.example',
        APP_SECRET: 'x'.repeat(32),
        ALLOW_PRIVATE_PLATFORMS: value,
      }).ALLOW_PRIVATE_PLATFORMS;
    expect([read(), read('0'), read('1')]).toEqual([false, false, true]);
    expect(read('lms.school.example')).toEqual({ hosts: ['lms.school.example'], networks: [] });
    expect(() => read('yes please')).toThrow('ALLOW_PRIVATE_PLATFORMS');
  });

  it('doesn’t make http good enough for ourselves', () => {
    const env = { BASE_URL: 'http://tool.example', APP_SECRET: 'x'.repeat(32) };
    expect(() => readEnvironment({ ...env, ALLOW_PRIVATE_PLATFORMS: '10.0.0.0/8' })).toThrow('BASE_URL');
  });
});
