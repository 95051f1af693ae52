import { createServer, type AddressInfo, type Socket } from 'node:net';

interface MailboxMail {
  uid: number;
  source: string;
  flags: Set<string>;
}

export interface TestImapServer {
  url: string;
  readonly mails: MailboxMail[];
  /** How often a mail's source was asked for. */
  fetched: number;
  add(source: string): MailboxMail;
  stop(): Promise<void>;
}

/** An IMAP server (RFC 3501) with one mailbox, as far as a reader of bounces needs one. What it doesn't know it refuses with BAD. */
export async function imapServer(password = 'secret'): Promise<TestImapServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, box, password);
  });
  const box: TestImapServer = {
    url: '',
    mails: [],
    fetched: 0,
    add(source) {
      const mail = { uid: box.mails.length + 1, source: source.replace(/\r?\n/gu, '\r\n'), flags: new Set<string>() };
      box.mails.push(mail);
      return mail;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  box.url = `imap://bounces:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`;
  return box;
}

function converse(socket: Socket, box: TestImapServer, password: string): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let heard = '';
  say('* OK [CAPABILITY IMAP4rev1] ready');
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const [tag = '*', ...words] = heard.slice(0, end).split(' ');
      heard = heard.slice(end + 2);
      const answer = answerTo(words.join(' '), box, password);
      answer.slice(0, -1).forEach(say);
      say(`${tag} ${answer.at(-1) ?? 'BAD'}`);
      if (/^LOGOUT/iu.test(words.join(' '))) socket.end();
    }
  });
}

/** The untagged lines, and at the end what follows the tag. */
function answerTo(command: string, box: TestImapServer, password: string): string[] {
  const [name = '', second = ''] = command.toUpperCase().split(' ');
  const key = name === 'UID' ? `UID ${second}` : name;
  switch (key) {
    case 'CAPABILITY':
      return ['* CAPABILITY IMAP4rev1', 'OK'];
    case 'NOOP':
      return ['OK'];
    case 'LOGIN':
      return command.includes(password) ? ['OK logged in'] : ['NO [AUTHENTICATIONFAILED] wrong'];
    case 'LIST':
    case 'LSUB':
      return [`* ${key} (\\HasNoChildren) "/" INBOX`, 'OK'];
    case 'SELECT':
      return [
        `* ${box.mails.length} EXISTS`,
        '* FLAGS (\\Seen)',
        '* OK [PERMANENTFLAGS (\\Seen)] kept',
        '* OK [UIDVALIDITY 7] valid',
        `* OK [UIDNEXT ${box.mails.length + 1}] next`,
        'OK [READ-WRITE] selected',
      ];
    case 'UID SEARCH': {
      const unseen = box.mails.filter(({ flags }) => !flags.has('\\Seen'));
      return [['* SEARCH', ...unseen.map(({ uid }) => uid)].join(' '), 'OK'];
    }
    case 'UID FETCH':
      return [...fetch(command, box), 'OK'];
    case 'UID STORE':
      return [...store(command, box), 'OK'];
    case 'LOGOUT':
      return ['* BYE', 'OK'];
    default:
      return ['BAD unknown'];
  }
}

function fetch(command: string, box: TestImapServer): string[] {
  const mail = mailOf(command, box);
  if (!mail) return [];
  const partial = /BODY\.PEEK\[\](?:<0\.(\d+)>)?/iu.exec(command);
  if (!partial) return [`* ${mail.uid} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')}))`];
  box.fetched += 1;
  const source = mail.source.slice(0, Number(partial[1] ?? mail.source.length));
  const origin = partial[1] === undefined ? '' : '<0>';
  return [`* ${mail.uid} FETCH (UID ${mail.uid} BODY[]${origin} {${Buffer.byteLength(source)}}\r\n${source})`];
}

function store(command: string, box: TestImapServer): string[] {
  const mail = mailOf(command, box);
  if (!mail) return [];
  for (const flag of /\(([^)]*)\)/u.exec(command)?.[1]?.split(' ') ?? []) mail.flags.add(flag);
  return [`* ${mail.uid} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')}))`];
}

function mailOf(command: string, box: TestImapServer): MailboxMail | undefined {
  const uid = Number(/^UID \w+ (\d+)/iu.exec(command)?.[1]);
  return box.mails.find((mail) => mail.uid === uid);
}
