import { describe, expect, it } from '@jest/globals';
import { checkedUrl, isAllowedAddress } from '@buitenboord/shared/runtime/address-guard.js';

const forbidden = [
  '0.0.0.0',
  '127.0.0.1',
  '127.1.2.3',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'ff02::1',
  '4000::1',
  'not an address',
  '',
];

describe('the addresses that may be spoken to', () => {
  it.each(forbidden)('leaves out %s', (address) => {
    expect(isAllowedAddress(address, false)).toBe(false);
  });

  it.each(['8.8.8.8', '145.0.2.10', '2606:4700::1111', '2a00:1450:400e::1', '::ffff:8.8.8.8'])(
    'allows %s',
    (address) => {
      expect(isAllowedAddress(address, false)).toBe(true);
    },
  );

  it.each(['127.0.0.1', '192.168.1.1', '::1', 'fd12:3456::1'])('allows %s where private is allowed', (address) => {
    expect(isAllowedAddress(address, true)).toBe(true);
  });

  it.each(['169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1', '::7f00:1'])(
    'leaves out %s even where private is allowed',
    (address) => {
      expect(isAllowedAddress(address, true)).toBe(false);
    },
  );
});

describe('a URL to fetch', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'http://lms.example/',
    'ftp://lms.example/',
    'file:///etc/passwd',
    'https://user:secret@lms.example/',
    '//lms.example/',
    'nonsense',
  ])('is refused when it is %s', (url) => {
    expect(() => checkedUrl(url, false)).toThrow('platform/address-refused');
  });

  it('may be https on a public host', () => {
    expect(checkedUrl('https://lms.example:8443/path?a=1', false).host).toBe('lms.example:8443');
  });

  it('may be http where private is allowed', () => {
    expect(checkedUrl('http://127.0.0.1:8080/', true).port).toBe('8080');
  });
});
