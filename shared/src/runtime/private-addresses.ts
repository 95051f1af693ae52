import ipaddr from 'ipaddr.js';

/** A network as it is written: `10.1.2.0/24`. */
type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The LMSs inside the school's own network that the tool may speak to: by name, or by the network their address is in. */
export interface PrivateList {
  hosts: readonly string[];
  networks: readonly Network[];
}

/** Whether addresses inside a network may be spoken to: none, all (for practice, and over http too), or the ones in a list. */
export type PrivateAllowed = boolean | PrivateList;

/** A name as DNS has it, and not something that a URL parser would read as a number. */
const hostName = /^(?!\d+$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u;

/** Reads `lms.school.example,10.1.2.0/24`: names, addresses and networks. Undefined when something in it is none of these. */
export function parsePrivateList(text: string): PrivateList | undefined {
  const [hosts, networks]: [string[], Network[]] = [[], []];
  const entries = text.split(',').map((entry) => entry.trim().toLowerCase());
  for (const entry of entries) {
    const network = toNetwork(entry);
    if (network) networks.push(network);
    else if (hostName.test(entry) && !/^[\d.]+$/u.test(entry)) hosts.push(entry);
    else return undefined;
  }
  return { hosts, networks };
}

function toNetwork(entry: string): Network | undefined {
  // Written out in full only: ipaddr.js reads 10.1 as 10.0.0.1, which nobody means who types a network.
  if (ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry)) {
    const address = ipaddr.parse(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  const written = ipaddr.IPv4.isValidCIDRFourPartDecimal(entry) || ipaddr.IPv6.isValidCIDR(entry);
  return written ? ipaddr.parseCIDR(entry) : undefined;
}

/** Whether this private address may be spoken to: the host was named, or the address is in a network that was. */
export function isPrivateAllowed(allowed: PrivateAllowed, address: ipaddr.IPv4 | ipaddr.IPv6, host: string): boolean {
  if (typeof allowed === 'boolean') return allowed;
  if (allowed.hosts.includes(host.toLowerCase())) return true;
  return allowed.networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}
