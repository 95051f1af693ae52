/** `@lti-tool/core` with its sessions in memory and Express around it. It brings no HTTP layer that can be had; these three handlers do the least it asks. */
import { webcrypto } from 'node:crypto';
import { register } from 'node:module';
import { TextEncoder } from 'node:util';
import express from 'express';

register('./lti-tool-imports.mjs', import.meta.url);
const { LTITool } = await import('@lti-tool/core');

const { issuer, clientId, deployment, authUrl, tokenUrl, jwksUrl } = JSON.parse(process.env.PLATFORM ?? '{}');
const page = '<!doctype html>'.padEnd(6000, '.');
const config = { iss: issuer, clientId, deploymentId: deployment, authUrl, tokenUrl, jwksUrl };
const keyPair = await webcrypto.subtle.generateKey(
  { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  true,
  ['sign', 'verify'],
);
const [nonces, sessions] = [new Map(), new Map()];
const tool = new LTITool({
  stateSecret: new TextEncoder().encode('a secret of the benchmark and of nothing else'),
  keyPair,
  storage: {
    getLaunchConfig: async (iss, client) => (iss === issuer && client === clientId ? config : undefined),
    storeNonce: async (nonce, expiresAt) => void nonces.set(nonce, expiresAt),
    validateNonce: async (nonce) => nonces.delete(nonce),
    addSession: async (session) => (sessions.set(session.id, session), session.id),
    getSession: async (id) => sessions.get(id),
  },
});

const app = express();
app.all('/lti/login', express.urlencoded({ extended: false }), async (req, res) =>
  res.redirect(
    302,
    await tool.handleLogin({ ...req.query, ...req.body, launchUrl: `http://${req.headers.host}/lti/launch` }),
  ),
);
app.post('/lti/launch', express.urlencoded({ extended: false }), async (req, res) => {
  const session = await tool.createSession(await tool.verifyLaunch(req.body.id_token, req.body.state));
  res.redirect(303, `/page/${session.id}`);
});
app.get('/page/:session', async (req, res) => {
  if (!(await tool.getSession(req.params.session))) return res.sendStatus(401);
  res.type('html').send(page);
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })),
);
process.on('SIGTERM', () => process.exit(0));
