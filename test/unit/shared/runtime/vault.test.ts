import { describe, expect, it } from '@jest/globals';
import { createVault } from '@buitenboord/shared/runtime/vault.js';

const secret = 'a secret of the installation, long enough';
const vault = createVault(secret);

describe('the vault', () => {
  it.each(['', 'geheim', '👩🏽‍🔧 a\0b', 'x'.repeat(10_000)])('opens what it sealed: %#', (plaintext) => {
    expect(vault.open(vault.seal(plaintext, 'here'), 'here').toString()).toBe(plaintext);
  });

  it('opens bytes as they were', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect([...vault.open(vault.seal(bytes, 'here'), 'here')]).toEqual([...bytes]);
  });

  it('opens after a restart with the same secret', () => {
    expect(createVault(secret).open(vault.seal('geheim', 'here'), 'here').toString()).toBe('geheim');
  });

  it('seals the same thing differently each time, and shows nothing of it', () => {
    const [one, other] = [vault.seal('geheim', 'here'), vault.seal('geheim', 'here')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^v1\.[\w-]+$/u);
    expect(Buffer.from(one.slice(3), 'base64url').includes('geheim')).toBe(false);
  });

  it('does not open in another place, or with another secret', () => {
    const sealed = vault.seal('geheim', 'schoolKeys/one/files');
    expect(() => vault.open(sealed, 'schoolKeys/two/files')).toThrow('APP_SECRET');
    expect(() => createVault(`${secret}!`).open(sealed, 'schoolKeys/one/files')).toThrow('APP_SECRET');
  });

  it('does not open when any byte was changed', () => {
    const bytes = Buffer.from(vault.seal('geheim', 'here').slice(3), 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(() => vault.open(`v1.${changed.toString('base64url')}`, 'here')).toThrow();
    }
  });

  it.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'geheim'])('does not open %j', (text) => {
    expect(() => vault.open(text, 'here')).toThrow('not a sealed secret');
  });
});

describe('the signer', () => {
  const signature = vault.sign('form', 'visit-1');

  it('recognises its own signature, also after a restart', () => {
    expect(vault.verify('form', 'visit-1', signature)).toBe(true);
    expect(createVault(secret).verify('form', 'visit-1', signature)).toBe(true);
    expect(signature).toMatch(/^[\w-]{43}$/u);
  });

  it.each([
    ['another value', 'form', 'visit-2', signature],
    ['another purpose', 'file', 'visit-1', signature],
    ['purpose and value cut elsewhere', 'formvisit', '-1', signature],
    ['a shorter signature', 'form', 'visit-1', signature.slice(1)],
    ['none', 'form', 'visit-1', ''],
    ['another text for the same bytes', 'form', 'visit-1', `${signature}=`],
    ['text that is not ASCII', 'form', 'visit-1', 'é'.repeat(43)],
  ])('refuses %s', (_what, purpose, value, given) => {
    expect(vault.verify(purpose, value, given)).toBe(false);
  });

  it('refuses the signature of another installation', () => {
    expect(vault.verify('form', 'visit-1', createVault(`${secret}!`).sign('form', 'visit-1'))).toBe(false);
  });
});
