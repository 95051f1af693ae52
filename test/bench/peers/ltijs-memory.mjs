/** A database plug-in of ltijs (setup, Close, Get, Insert, Replace, Modify, Delete) in memory, each answer by one look-up. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** MongoDB forgets a nonce after ten seconds. */
const nonceLivesMs = 10_000;

export function memoryDatabase() {
  const collections = new Map();
  const rows = (name) => collections.get(name) ?? collections.set(name, new Map()).get(name);
  // The few with secrets are searched; the many of launches are found by what they are asked by.
  const keyOf = (query) => JSON.stringify(Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1)));
  const matches = (row, query) => Object.entries(query).every(([name, value]) => row[name] === value);
  const found = (name, query) => {
    const known = rows(name).get(keyOf(query));
    if (known || name === 'idtoken' || name === 'contexttoken' || name === 'state' || name === 'nonce')
      return known ? [known] : [];
    return [...rows(name).values()].filter((row) => matches(row, query));
  };
  const sealed = (secret, item, index) => (secret ? { ...index, ...encrypt(JSON.stringify(item), secret) } : item);
  return {
    setup: () => Promise.resolve(true),
    Close: () => Promise.resolve(true),
    Get(secret, name, query = {}) {
      const items = found(name, query).map((row) => (secret ? JSON.parse(decrypt(row, secret)) : row));
      return Promise.resolve(items.length > 0 && items);
    },
    Insert(secret, name, item, index) {
      const row = sealed(secret, item, index);
      const by = name === 'nonce' ? { nonce: row.nonce } : name === 'state' ? { state: row.state } : row;
      rows(name).set(keyOf(by), row);
      if (name === 'nonce') setTimeout(() => rows(name).delete(keyOf(by)), nonceLivesMs).unref();
      return Promise.resolve(true);
    },
    Replace(secret, name, query, item, index) {
      rows(name).set(keyOf(query), sealed(secret, item, index));
      return Promise.resolve(true);
    },
    Modify(secret, name, query, change) {
      for (const row of found(name, query))
        Object.assign(
          row,
          secret ? encrypt(JSON.stringify({ ...JSON.parse(decrypt(row, secret)), ...change }), secret) : change,
        );
      return Promise.resolve(true);
    },
    Delete(name, query) {
      if (!rows(name).delete(keyOf(query)))
        for (const [key, row] of rows(name)) if (matches(row, query)) rows(name).delete(key);
      return Promise.resolve(true);
    },
  };
}

const keyFrom = (secret) => createHash('sha256').update(secret).digest();

function encrypt(text, secret) {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', keyFrom(secret), iv);
  return { iv: iv.toString('hex'), data: Buffer.concat([cipher.update(text), cipher.final()]).toString('hex') };
}

function decrypt({ iv, data }, secret) {
  const decipher = createDecipheriv('aes-256-cbc', keyFrom(secret), Buffer.from(iv, 'hex'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'hex')), decipher.final()]).toString();
}
