import { describe, expect, it } from '@jest/globals';
import { hashOf, naturalId, newId, newSecret } from '@buitenboord/shared/ids.js';

describe('random ids and secrets', () => {
  it('are never the same, across many draws from the system', () => {
    const drawn = Array.from({ length: 5000 }, () => [newId(), newSecret()]).flat();
    expect(new Set(drawn).size).toBe(drawn.length);
    // Nor do two overlap: no byte is given out twice.
    expect(new Set(drawn.map((text) => text.slice(-12))).size).toBe(drawn.length);
  });

  it('made at one moment begin the same, so that they stand together in an index', () => {
    const [one, other] = [newId(), newId()];
    expect(one.slice(0, 4)).toBe(other.slice(0, 4));
    expect(one.slice(8)).not.toBe(other.slice(8));
  });

  it('have 128 and 256 bits, safe in an address', () => {
    expect(newId()).toMatch(/^[\w-]{22}$/u);
    expect(newSecret()).toMatch(/^[\w-]{43}$/u);
  });
});

describe('hashes', () => {
  it('are SHA-256, as base64url', () => {
    expect(hashOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('name a record by its parts, and not by how they join', () => {
    expect(naturalId('a', 'b')).toBe(naturalId('a', 'b'));
    expect(naturalId('a', 'b')).not.toBe(naturalId('ab'));
    expect(naturalId('a', 'b')).toHaveLength(32);
  });
});
