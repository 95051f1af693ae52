import { ImapFlow } from 'imapflow';
import { parseBounce, type ParsedBounce } from './parse-bounce.js';

export interface BounceReaderOptions {
  /** `imaps://user:password@host:993/INBOX`; the mailbox is INBOX unless the path names another. */
  imapUrl: string;
  /** Says whether the mail was one of ours. */
  markBounced: (bounce: ParsedBounce) => Promise<boolean>;
  intervalMs: number;
  /** For the log: a mailbox that can't be read, or a mail that can't. Reading goes on. */
  report?: (error: unknown) => void;
}

export interface BounceReader {
  /** Looks now; answers how many of our mails came back. */
  read(): Promise<number>;
  stop(): Promise<void>;
}

/** A notice with the mail it is about fits; what is longer is cut, and read as far as it goes. */
const longestSource = 512 * 1024;

/**
 * Reads what comes back to the mailbox of undeliverable mail, at each interval. A notice about a mail of ours is marked seen after it was
 * recorded; everything else is left as it was found.
 */
export function startBounceReader(options: BounceReaderOptions): BounceReader {
  const left = new Set<string>();
  let reading: Promise<number> | undefined;
  const read = () => (reading ??= readMailbox(options, left).finally(() => (reading = undefined)));
  const readAndReport = () => void read().catch((error: unknown) => options.report?.(error));
  const timer = setInterval(readAndReport, options.intervalMs);
  readAndReport();
  return {
    read,
    async stop() {
      clearInterval(timer);
      await reading?.catch(() => undefined);
    },
  };
}

/** `left` remembers what was looked at and left alone, so that a strange mail is fetched once and not each time. */
async function readMailbox(options: BounceReaderOptions, left: Set<string>): Promise<number> {
  const client = clientOf(new URL(options.imapUrl));
  // Without a listener a connection that breaks later would end the process.
  client.on('error', (error: unknown) => options.report?.(error));
  await client.connect();
  try {
    const mailbox = await client.mailboxOpen(mailboxOf(options.imapUrl));
    const found = await client.search({ seen: false }, { uid: true });
    let bounced = 0;
    for (const uid of found || []) {
      const name = `${mailbox.uidValidity.toString()}.${uid}`;
      if (left.has(name)) continue;
      if (await readOne(client, uid, options)) bounced += 1;
      else left.add(name);
    }
    return bounced;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function readOne(client: ImapFlow, uid: number, { markBounced, report }: BounceReaderOptions): Promise<boolean> {
  const message = await client.fetchOne(String(uid), { source: { maxLength: longestSource } }, { uid: true });
  if (!message || !message.source) return false;
  const bounce = await parseBounce(message.source).catch((error: unknown) => {
    report?.(error);
    return undefined;
  });
  if (!bounce || !(await markBounced(bounce))) return false;
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  return true;
}

function clientOf(url: URL): ImapFlow {
  const secure = url.protocol === 'imaps:';
  const onThisMachine = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    // A password never crosses a network in the clear.
    ...(!secure && !onThisMachine && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
}

function mailboxOf(imapUrl: string): string {
  return decodeURIComponent(new URL(imapUrl).pathname.slice(1)) || 'INBOX';
}
