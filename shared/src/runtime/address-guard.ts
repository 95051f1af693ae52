import { lookup as resolve } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { Problem } from '../problem.js';
import { isPrivateAllowed, type PrivateAllowed } from './private-addresses.js';

/** What a school's own network may use, when the administrator has allowed an LMS there. Link-local never: cloud metadata lives there. */
const privateRanges: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'];

/** ipaddr.js calls `::127.0.0.1` and everything outside the assigned space unicast; IANA has given out 2000::/3 only. */
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether we may speak to an address: public unicast, or private where that was allowed for it or for the `host` it belongs to. What can't be read
 * is not allowed.
 */
export function isAllowedAddress(address: string, allowPrivate: PrivateAllowed, host = ''): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` takes the IPv4 address out of ::ffff:…, which is how a loopback hides from a list of ranges.
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (privateRanges.includes(range)) return isPrivateAllowed(allowPrivate, parsed, host);
  return range === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalIpv6));
}

/** The name resolver of Node, as far as it is used here; a test hands in its own. */
export type Resolver = (
  hostname: string,
  options: LookupOptions & { all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type LookupAnswer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Makes a `lookup` for a socket that hands out allowed addresses only. The socket connects to what is handed out here, so a name
 * that resolves differently a moment later (rebinding) changes nothing. Not called for literal addresses: check those apart.
 */
export function guardedLookup(allowPrivate: PrivateAllowed, resolver: Resolver = resolve) {
  return (hostname: string, options: LookupOptions, answer: LookupAnswer): void => {
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      // One private address among public ones is an attack or a mistake: none is used.
      const refused = addresses.some(({ address }) => !isAllowedAddress(address, allowPrivate, hostname));
      const first = addresses[0];
      if (refused || !first) return answer(new Problem('platform/address-refused', { host: hostname }), []);
      if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

/**
 * Insists that a URL may be fetched: https, no credentials, and not a forbidden literal address. Http only where everything private is allowed, which
 * is for practice: an LMS on the list of a school speaks TLS as well (Security Framework §3).
 */
export function checkedUrl(text: string, allowPrivate: PrivateAllowed): URL {
  if (!URL.canParse(text)) throw new Problem('platform/address-refused', { reason: 'not-a-url' });
  const url = new URL(text);
  const facts = { host: url.host };
  const secure = url.protocol === 'https:' || (allowPrivate === true && url.protocol === 'http:');
  if (!secure) throw new Problem('platform/address-refused', { ...facts, reason: 'not-https' });
  if (url.username || url.password) throw new Problem('platform/address-refused', { ...facts, reason: 'credentials' });
  // The URL parser has already turned 2130706433, 0x7f000001 and 127.1 into 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(host) && !isAllowedAddress(host, allowPrivate)) {
    throw new Problem('platform/address-refused', { ...facts, reason: 'address' });
  }
  return url;
}
