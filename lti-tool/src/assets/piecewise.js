// Sends one file piece by piece, and goes on where it stopped: after a lost connection, and after the page was closed and opened again.
import { ask as askServer } from './page.js';
import { createSha256 } from './sha256.js';

const pieceBytes = 256 * 1024;
const pieceTimeoutMs = 60_000;
/** After these waits a person has to press the button. */
const waitsMs = [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000];

/** The server said no, in a sentence for the reader: trying again as it is makes no sense. */
export class Refused extends Error {
  constructor(answer) {
    super(answer?.sentence ?? '');
    this.code = answer?.problem;
    this.facts = answer?.facts;
  }
}

/** The connection stayed away. What has arrived stays; sending the same file again goes on from there. */
export class GaveUp extends Error {}

/**
 * Sends a file and answers when it counts. `onProgress(fraction)` with every piece, `onWaiting(isWaiting)` while there is no connection.
 * `memory` remembers an upload under way: `get(key)`, `set(key, id)`, `drop(key)`.
 */
export async function sendFile({ uploads, token, kind, file, memory, onProgress, onWaiting }) {
  const key = [kind, file.name, file.size, file.lastModified].join(':');
  const ask = asker(token, onWaiting);
  const hash = hashOf(file);
  let { id, received } = await beginOrGoOn({ ask, uploads, kind, file, memory, key });
  while (received < file.size) {
    onProgress(received / file.size);
    const piece = new Uint8Array(await file.slice(received, received + pieceBytes).arrayBuffer());
    const answer = await ask(`${uploads}/${id}?offset=${received}`, { method: 'PUT', body: piece }, async () => {
      // Did it arrive and only its answer get lost? Ask before sending again.
      const found = await fetchOnce(token, `${uploads}/${id}`, {});
      return found.received > received ? found : undefined;
    });
    await hash.upTo(answer.received, { at: received, piece });
    received = answer.received;
  }
  onProgress(1);
  await hash.upTo(file.size);
  try {
    return await ask(`${uploads}/${id}/finish`, { method: 'POST', json: { sha256: hash.hex() } });
  } finally {
    memory.drop(key);
  }
}

async function beginOrGoOn({ ask, uploads, kind, file, memory, key }) {
  const known = memory.get(key);
  if (known) {
    try {
      return await ask(`${uploads}/${known}`, {});
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Swept, or finished: begin anew.
      memory.drop(key);
    }
  }
  const begun = await ask(uploads, { method: 'POST', json: { kind, bytes: file.size } });
  memory.set(key, begun.id);
  return begun;
}

// The digest follows what has arrived, and reads again only what it missed.
function hashOf(file) {
  const sha256 = createSha256();
  let hashed = 0;
  return {
    async upTo(end, sent) {
      if (sent && sent.at === hashed && sent.at + sent.piece.length === end) {
        sha256.update(sent.piece);
        hashed = end;
      }
      while (hashed < end) {
        const part = new Uint8Array(await file.slice(hashed, Math.min(end, hashed + pieceBytes)).arrayBuffer());
        sha256.update(part);
        hashed += part.length;
      }
    },
    hex: () => sha256.hex(),
  };
}

// Asks until there is an answer: a lost connection and a busy server are waited out, a refusal is not.
function asker(token, onWaiting) {
  return async (url, request, checkFirst) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = (attempt > 0 && checkFirst && (await checkFirst())) || (await fetchOnce(token, url, request));
        onWaiting(false);
        return answer;
      } catch (error) {
        const place = error instanceof Refused && error.code === 'evidence/wrong-offset' ? error.facts : undefined;
        if (place) return place;
        if (error instanceof Refused) throw error;
        onWaiting(true);
        if (attempt >= waitsMs.length) throw new GaveUp('', { cause: error });
        await wait(waitsMs[attempt]);
      }
    }
  };
}

async function fetchOnce(token, url, { method = 'GET', body, json }) {
  const response = await askServer(url, {
    method,
    headers: {
      Accept: 'application/json',
      'X-Form-Token': token,
      ...(json && { 'Content-Type': 'application/json' }),
      ...(body && { 'Content-Type': 'application/octet-stream' }),
    },
    body: json ? JSON.stringify(json) : body,
    signal: AbortSignal.timeout(pieceTimeoutMs),
  });
  if (response.ok) return response.json();
  const answer = await response.json().catch(() => undefined);
  const isPassing = response.status >= 500 || response.status === 429 || answer?.problem === 'store/conflict';
  const isCut = answer?.problem === 'evidence/incomplete' && method === 'PUT';
  if (isPassing || isCut) throw new Error(String(response.status));
  throw new Refused(answer);
}

// Back online ends the wait at once.
function wait(ms) {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
  });
}
