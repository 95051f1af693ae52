/** The floor: Express 5 answering the three requests of a launch without doing any of the work. */
import express from 'express';
import { randomBytes } from 'node:crypto';

const platform = JSON.parse(process.env.PLATFORM ?? '{}');
const page = '<!doctype html>'.padEnd(6000, '.');
const app = express();
app.all('/lti/login', express.urlencoded({ extended: false }), (req, res) => {
  const query = new URLSearchParams({ nonce: randomBytes(16).toString('hex'), state: randomBytes(16).toString('hex') });
  res.append('Set-Cookie', '__Host-login-x=1').redirect(302, `${platform.authUrl}?${query}`);
});
app.post('/lti/launch', express.urlencoded({ extended: false }), (req, res) =>
  res.append('Set-Cookie', '__Host-v-x=1').redirect(303, '/v/x/work'),
);
app.get('/v/x/work', (req, res) => res.type('html').send(page));
const server = app.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })),
);
process.on('SIGTERM', () => process.exit(0));
