/** ltijs as its documentation sets it up, on a store in memory: at its best, for with MongoDB each launch makes eleven round trips. */
import { createServer } from 'node:http';
import ltijs from 'ltijs';
import { memoryDatabase } from './ltijs-memory.mjs';

const { issuer, clientId, authUrl, tokenUrl, jwksUrl } = JSON.parse(process.env.PLATFORM ?? '{}');
const page = '<!doctype html>'.padEnd(6000, '.');
const { Provider } = ltijs;
Provider.setup(
  'a secret of the benchmark and of nothing else',
  { plugin: memoryDatabase() },
  {
    appUrl: '/lti/launch',
    loginUrl: '/lti/login',
    cookies: { secure: true, sameSite: 'None' },
  },
);
Provider.onConnect((token, req, res) => res.type('html').send(page));
await Provider.deploy({ serverless: true, silent: true });
await Provider.registerPlatform({
  url: issuer,
  name: 'Bench',
  clientId,
  authenticationEndpoint: authUrl,
  accesstokenEndpoint: tokenUrl,
  authConfig: { method: 'JWK_SET', key: jwksUrl },
});
const server = createServer(Provider.app).listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })),
);
process.on('SIGTERM', () => process.exit(0));
