import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signAsTool } from './recordings.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dl = (name: string) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`;
const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;

type Claims = Record<string, unknown>;

export interface FakeTool {
  readonly url: string;
  /** Deep Linking answers with these. */
  items: readonly object[];
  stop(): void;
}

/** A tool without any manners of its own: enough to see what the practice LMS does with one. */
export async function startFakeTool(platform: () => { url: string }): Promise<FakeTool> {
  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Another site than the platform's, as in a real school.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const tool: FakeTool = { url, items: [], stop: () => server.close() };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(req));
    const path = new URL(req.url ?? '/', url).pathname;
    res.setHeader('content-type', path === '/jwks' ? 'application/json' : 'text/html');
    if (path === '/jwks')
      return void res.end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'fake' }] }));
    if (path === '/register') return void res.end(await register(new URL(req.url ?? '/', url).searchParams));
    if (path === '/login') return void res.writeHead(302, { location: authorization(form) }).end();
    const claims = JSON.parse(
      Buffer.from((form.get('id_token') ?? '').split('.')[1] ?? '', 'base64url').toString(),
    ) as Claims;
    res.end(claims[lti('message_type')] === 'LtiDeepLinkingRequest' ? picker(claims) : page);
  }

  const register = async (query: URLSearchParams) => {
    const status = await registerAt(query, url);
    return `registered ${status}<script>parent.postMessage({ subject: 'org.imsglobal.lti.close' }, '*')</script>`;
  };

  const authorization = (form: URLSearchParams) => {
    const query = new URLSearchParams({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      client_id: form.get('client_id') ?? '',
      redirect_uri: `${url}/launch`,
      login_hint: form.get('login_hint') ?? '',
      lti_message_hint: form.get('lti_message_hint') ?? '',
      state: form.get('lti_storage_target') ?? 's',
      nonce: 'n',
    });
    return `${platform().url}/mod/lti/auth.php?${query.toString()}`;
  };

  const picker = (claims: Claims) => {
    const settings = claims[dl('deep_linking_settings')] as { deep_link_return_url: string };
    const jwt = signAsTool(
      {
        iss: claims.aud,
        aud: claims.iss,
        [lti('message_type')]: 'LtiDeepLinkingResponse',
        [lti('version')]: '1.3.0',
        [dl('content_items')]: tool.items,
      },
      { kid: 'fake' },
      privateKey,
    );
    const action = settings.deep_link_return_url.replaceAll('&', '&amp;');
    return `<form method="post" action="${action}"><input type="hidden" name="JWT" value="${jwt}"><button>Choose these</button></form>`;
  };
  return tool;
}

/** Asks to be taller, and keeps and reads a value with the platform. */
const page = `<p id="result">waiting</p><script>
const send = (message) => parent.postMessage(message, '*');
addEventListener('message', ({ data }) => {
  if (data.subject === 'lti.capabilities.response') send({ subject: 'lti.put_data', message_id: '2', key: 'k', value: 'kept' });
  if (data.subject === 'lti.put_data.response') send({ subject: 'lti.get_data', message_id: '3', key: 'k' });
  if (data.subject === 'lti.get_data.response') document.getElementById('result').textContent = data.message_id + data.value;
});
send({ subject: 'lti.frameResize', height: 900 });
send({ subject: 'lti.capabilities', message_id: '1' });
</script>`;

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req.setEncoding('utf8')) body += String(chunk);
  return body;
}

/** Does what a tool does when its registration button is pressed. */
export async function registerAt(form: URLSearchParams, toolUrl: string): Promise<number> {
  const configuration = (await (await fetch(form.get('openid_configuration') ?? '')).json()) as {
    registration_endpoint: string;
  };
  const response = await fetch(configuration.registration_endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${form.get('registration_token') ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      response_types: ['id_token'],
      initiate_login_uri: `${toolUrl}/login`,
      redirect_uris: [`${toolUrl}/launch`],
      client_name: 'Tool',
      jwks_uri: `${toolUrl}/jwks`,
      token_endpoint_auth_method: 'private_key_jwt',
      'https://purl.imsglobal.org/spec/lti-tool-configuration': {
        domain: new URL(toolUrl).host,
        target_link_uri: `${toolUrl}/launch`,
      },
    }),
  });
  return response.status;
}
