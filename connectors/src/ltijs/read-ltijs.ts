import { createDecipheriv, createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { z } from 'zod';

/*
 * What ltijs 5 keeps in MongoDB, as its package says (ltijs 5.9.9, dist/Utils/Database.js and dist/Utils/Platform.js): platforms in the open,
 * with the address of the platform's keys in `authConfig`; a private key for each, sealed with AES-256-CBC under SHA-256 of the tool's
 * encryption key; which of them are switched off. It keeps no deployments.
 */

const PlatformDocument = z.object({
  platformName: z.string().optional(),
  platformUrl: z.string().max(2048),
  clientId: z.string().max(255),
  authEndpoint: z.string().max(2048),
  accesstokenEndpoint: z.string().max(2048),
  kid: z.string().max(255),
  authConfig: z.object({ method: z.string(), key: z.string() }),
});
const StatusDocument = z.object({ id: z.string(), active: z.boolean() });
const KeyDocument = z.object({ kid: z.string(), iv: z.string().regex(/^[0-9a-f]{32}$/u), data: z.string() });
const OpenedKey = z.object({ key: z.string(), kid: z.string() });

/** A registration of ltijs. */
export interface LtijsPlatform {
  name: string;
  issuer: string;
  clientId: string;
  authUrl: string;
  tokenUrl: string;
  /** Absent where ltijs holds the platform's key itself instead of the address of its keys. */
  jwksUrl?: string;
  isActive: boolean;
  /** What the tool signed with for this platform. */
  key?: { kid: string; pem: string };
}

/** Reads the registrations of a database of ltijs 5. Changes nothing there. Throws an Error that says so when the secret opens none of its keys. */
export async function readLtijs(url: string, secret: string): Promise<LtijsPlatform[]> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 10_000, appName: 'buitenboord-import' });
  try {
    await client.connect();
    const db = client.db();
    // mongoose makes the names plural.
    const all = (name: string) => db.collection(name).find({}).toArray();
    const platforms = z.array(PlatformDocument).parse(await all('platforms'));
    const statuses = z.array(StatusDocument).parse(await all('platformstatuses'));
    const keys = z.array(KeyDocument).parse(await all('privatekeys'));
    const off = new Set(statuses.filter(({ active }) => !active).map(({ id }) => id));
    return platforms.map((platform) => {
      const sealed = keys.find(({ kid }) => kid === platform.kid);
      return toPlatform(platform, !off.has(platform.kid), sealed && openKey(sealed, secret));
    });
  } finally {
    await client.close();
  }
}

function toPlatform(
  platform: z.infer<typeof PlatformDocument>,
  isActive: boolean,
  key: LtijsPlatform['key'],
): LtijsPlatform {
  const { platformName, platformUrl, clientId, authEndpoint, accesstokenEndpoint, authConfig } = platform;
  return {
    name: platformName ?? platformUrl,
    issuer: platformUrl,
    clientId,
    authUrl: authEndpoint,
    tokenUrl: accesstokenEndpoint,
    ...(authConfig.method === 'JWK_SET' && { jwksUrl: authConfig.key }),
    isActive,
    ...(key && { key }),
  };
}

function openKey({ iv, data }: z.infer<typeof KeyDocument>, secret: string): LtijsPlatform['key'] {
  try {
    const key = createHash('sha256').update(secret).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, Buffer.from(iv, 'hex'));
    const text = Buffer.concat([decipher.update(Buffer.from(data, 'hex')), decipher.final()]).toString();
    const opened = OpenedKey.parse(JSON.parse(text));
    return { kid: opened.kid, pem: opened.key };
  } catch (error) {
    throw new Error('The secret doesn’t open the keys: it must be the encryption key that ltijs was set up with.', {
      cause: error,
    });
  }
}
