import { isProblem } from '@buitenboord/shared/problem.js';
import { checkedUrl } from '@buitenboord/shared/runtime/address-guard.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { PrivateAllowed } from '@buitenboord/shared/runtime/private-addresses.js';
import { discoverPlatform } from './discover-platform.js';
import { presetOf, type PlatformAddresses } from './platform-presets.js';

/** What somebody typed of a platform; an empty address is for us to find. */
export interface TypedPlatform extends Partial<PlatformAddresses> {
  product: string;
  clientId: string;
}

export const addressNames = ['issuer', 'authUrl', 'tokenUrl', 'jwksUrl'] as const;
export type AddressName = (typeof addressNames)[number];

export type CompletedPlatform =
  | { kind: 'complete'; addresses: PlatformAddresses }
  /** Nobody typed these, the product doesn't say, and the platform didn't tell. */
  | { kind: 'missing'; fields: readonly AddressName[] }
  /** These may not be asked. */
  | { kind: 'refused'; fields: readonly AddressName[] };

/** Fills in what wasn't typed: from what is known of the product, else from what the platform tells of itself. What was typed goes before both. */
export async function completePlatform(
  deps: { outbound: Outbound; allowPrivate: PrivateAllowed },
  typed: TypedPlatform,
): Promise<CompletedPlatform> {
  const known = knownOf(typed);
  const isWhole = missingIn(known).length === 0;
  const filled = isWhole || !known.issuer ? known : { ...(await told(deps, known.issuer)), ...known };
  const fields = missingIn(filled);
  if (fields.length > 0) return { kind: 'missing', fields };
  const addresses = filled as PlatformAddresses;
  const refused = addressNames.filter((name) => isCertainlyRefused(addresses[name], deps.allowPrivate));
  return refused.length > 0 ? { kind: 'refused', fields: refused } : { kind: 'complete', addresses };
}

/** What was typed, with what is known of the product: unless it was typed to be another one, like a Canvas of the school's own. */
function knownOf({ product, clientId, ...own }: TypedPlatform): Partial<PlatformAddresses> {
  const typed = defined(own);
  const site = typed.issuer?.replace(/\/+$/u, '') ?? '';
  const preset = presetOf(product).addressesOf(site, clientId);
  // An issuer is compared letter by letter, and these have no slash at the end.
  if (site !== '' && preset.issuer === site) return { ...preset, ...typed, issuer: site };
  return typed.issuer === undefined || typed.issuer === preset.issuer ? { ...preset, ...typed } : typed;
}

/** What the platform tells, or nothing: then the addresses are asked of the person. */
async function told(
  { outbound, allowPrivate }: { outbound: Outbound; allowPrivate: PrivateAllowed },
  issuer: string,
): Promise<Partial<PlatformAddresses>> {
  if (isCertainlyRefused(issuer, allowPrivate)) return {};
  try {
    return await discoverPlatform(outbound, issuer);
  } catch (error) {
    if (isProblem(error)) return {};
    throw error;
  }
}

/** An empty field says nothing. */
function defined(typed: Partial<PlatformAddresses>): Partial<PlatformAddresses> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

function missingIn(addresses: Partial<PlatformAddresses>): AddressName[] {
  return addressNames.filter((name) => !addresses[name]);
}

/** Names are resolved, and refused, each time we connect (runtime/address-guard.ts); what is certainly not allowed is refused here already. */
export function isCertainlyRefused(address: string, allowPrivate: PrivateAllowed): boolean {
  try {
    const { hostname } = checkedUrl(address, allowPrivate);
    const isLocal = /(?:^|\.)(?:localhost|local|internal)\.?$/iu.test(hostname);
    return isLocal && !(allowPrivate === true || (allowPrivate !== false && allowPrivate.hosts.includes(hostname)));
  } catch (error) {
    if (!isProblem(error, 'platform/address-refused')) throw error;
    return true;
  }
}
