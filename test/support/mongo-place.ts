import { randomBytes } from 'node:crypto';
import { dropDatabase } from '@buitenboord/shared/store/mongo/connect.js';
import { openMongoDouble } from './mongo-double/open-mongo-double.js';

export interface MongoPlace {
  url: string;
  end: () => Promise<void>;
}

/** Where the tests of MongoDB run: on our double, or in throw-away databases of a real replica set that TEST_MONGODB_URL names. */
export const mongoServer = process.env.TEST_MONGODB_URL ? 'a real MongoDB' : 'MongoDB (wire double)';

/** An empty database. */
export async function aMongoPlace(): Promise<MongoPlace> {
  const real = process.env.TEST_MONGODB_URL;
  if (!real) {
    const double = await openMongoDouble();
    return { url: double.url, end: () => double.close() };
  }
  const url = throwAway(real);
  return { url, end: () => dropDatabase(url) };
}

/** The same server with a database of a name that nobody has. */
export function throwAway(url: string): string {
  const [, server = '', options = ''] = /^([^/]+\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/u.exec(url) ?? [];
  return `${server}/buitenboord_verify_${randomBytes(6).toString('hex')}${options}`;
}
