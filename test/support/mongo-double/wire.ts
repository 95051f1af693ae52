import { calculateObjectSize, deserialize, serialize, type Document } from 'bson';

/*
 * The wire protocol of MongoDB, as far as the driver speaks it to a server of today (manual, "Wire Protocol"): OP_MSG for everything, and
 * OP_QUERY for the very first hello.
 */

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const headerBytes = 16;

/** `OP_MSG` flag moreToCome: the sender doesn't wait for an answer, and gets none. */
const moreToCome = 1 << 1;

export interface WireRequest {
  requestId: number;
  /** How it was asked, and so how it is answered. */
  legacy: boolean;
  /** Who asked wants no answer. */
  silent: boolean;
  /** With its document sequences put in their places. */
  command: Document;
}

/** Cuts whole messages from what has come in; answers them, and what is left. */
export function readRequests(bytes: Buffer): { requests: WireRequest[]; rest: Buffer } {
  const requests: WireRequest[] = [];
  let rest = bytes;
  while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    requests.push(readRequest(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { requests, rest };
}

function readRequest(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4);
  const code = message.readInt32LE(12);
  if (code === opQuery) return { requestId, legacy: true, silent: false, command: legacyQuery(message) };
  if (code !== opMsg) throw new Error(`No rule for opcode ${code}.`);
  const flags = message.readUInt32LE(headerBytes);
  const silent = (flags & moreToCome) !== 0;
  return { requestId, legacy: false, silent, command: sections(message.subarray(headerBytes + 4)) };
}

function legacyQuery(message: Buffer): Document {
  const name = message.indexOf(0, headerBytes + 4);
  return read(message.subarray(name + 1 + 8));
}

/** Kind 0 is the body, kind 1 a sequence of documents that belongs in one of its fields. */
function sections(bytes: Buffer): Document {
  let command: Document = {};
  const sequences: Document = {};
  for (let at = 0; at < bytes.length;) {
    const kind = bytes[at];
    at += 1;
    const size = bytes.readInt32LE(at);
    const part = bytes.subarray(at, at + size);
    if (kind === 0) command = read(part);
    else if (kind === 1) {
      const name = part.indexOf(0, 4);
      sequences[part.toString('utf8', 4, name)] = sequence(part.subarray(name + 1));
    } else throw new Error(`No rule for a section of kind ${kind}.`);
    at += size;
  }
  return { ...command, ...sequences };
}

function sequence(bytes: Buffer): Document[] {
  const documents: Document[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    documents.push(read(bytes.subarray(at, at + bytes.readInt32LE(at))));
  return documents;
}

function read(bytes: Buffer): Document {
  return deserialize(bytes.subarray(0, bytes.readInt32LE(0)), { promoteBuffers: false });
}

/** The answer to a request, in the form in which it was asked. */
export function writeAnswer({ requestId, legacy }: WireRequest, answer: Document): Buffer {
  const body = serialize(answer, { ignoreUndefined: true });
  const head = legacy ? Buffer.alloc(20) : Buffer.alloc(5);
  // OP_REPLY: flags 4, cursor 8, starting from 4, number returned 4.
  if (legacy) head.writeInt32LE(1, 16);
  const message = Buffer.concat([Buffer.alloc(headerBytes), head, body]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(requestId, 8);
  message.writeInt32LE(legacy ? opReply : opMsg, 12);
  return message;
}

/** The size of a document as the server counts it. */
export function sizeOf(document: Document): number {
  return calculateObjectSize(document);
}
