/** "Name <address>" or an address alone, as MAIL_FROM gives it. */
export function senderOf(from: string): { name: string; address: string } {
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/u.exec(from);
  return match ? { name: match[1] ?? '', address: match[2] ?? '' } : { name: 'Buitenboord', address: from.trim() };
}
