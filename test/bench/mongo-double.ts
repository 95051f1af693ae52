import { openMongoDouble } from '../support/mongo-double/open-mongo-double.js';

/** The double of MongoDB as a process of its own, so that what it costs isn't counted as ours. */
const { url } = await openMongoDouble();
process.send?.({ url });
process.on('disconnect', () => process.exit(0));
