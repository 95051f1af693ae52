import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  type: string;
  body: Buffer;
  gzipped: Buffer;
}

const folder = join(import.meta.dirname, '..', 'assets');
const assets = new Map(readdirSync(folder).map((name) => [name, readAsset(name)]));
/** One for all of them: a script imports another by its name beside it, and must not meet an older one there. */
const version = createHash('sha256');
for (const { body } of assets.values()) version.update(body);
const hash = version.digest('hex').slice(0, 12);

function readAsset(name: string): Asset {
  const body = readFileSync(join(folder, name));
  return { type: mediaTypes[extname(name)] ?? 'application/octet-stream', body, gzipped: gzipSync(body) };
}

/** The address of one of our files. It holds a hash of all of them, so that browsers keep it for ever and a new version is a new address. */
export function assetUrl(name: string): string {
  if (!assets.has(name)) throw new Error(`no asset ${name}`);
  return `/assets/${hash}/${name}`;
}

/** Serves the few files of the pages from memory. */
export const serveAsset: RequestHandler = (req, res) => {
  const asset = assets.get(String(req.params.name));
  if (!asset) return void res.sendStatus(404);
  res.set({
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  if (!req.acceptsEncodings('gzip')) return void res.send(asset.body);
  res.set('Content-Encoding', 'gzip').send(asset.gzipped);
};
