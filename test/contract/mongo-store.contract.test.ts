import { collections } from '@buitenboord/shared/store/collections.js';
import { connectMongo } from '@buitenboord/shared/store/mongo/connect.js';
import { documentId } from '@buitenboord/shared/store/mongo/documents.js';
import { openMongoStore } from '@buitenboord/shared/store/mongo/open-mongo-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { aMongoPlace, mongoServer, type MongoPlace } from '../support/mongo-place.js';
import { storeContract } from './store-contract.js';
import type { OpenHarness } from './store-harness.js';

/** A harness on a database of this URL; `end` takes away what it stood on. */
const harnessOn =
  (place: () => Promise<MongoPlace>): OpenHarness =>
  async (more) => {
    const { url, end } = await place();
    const opened: Store[] = [];
    const open = async () => {
      const store = await openMongoStore({ url, collections: [...Object.values(collections), ...more] });
      opened.push(store);
      return store;
    };
    return {
      store: await open(),
      storeUrl: url,
      openAnother: open,
      async tamper(collection, key, content) {
        const { client, db } = await connectMongo(url);
        const documents = db.collection<{ _id: string }>(collection.name);
        const _id = documentId(collection, key);
        if (content === undefined) await documents.deleteOne({ _id });
        else await documents.updateOne({ _id }, { $set: { body: JSON.stringify(content) } });
        await client.close();
      },
      async dispose() {
        for (const store of opened) await store.close();
        await end();
      },
    };
  };

storeContract(mongoServer, harnessOn(aMongoPlace));
