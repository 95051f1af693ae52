import { registrationAddress } from './registration.js';
import { findToolByClient, must, type Site, type Tool } from './site.js';

/** Registers a tool as the administrator's browser does: opens the link, presses the tool's button, then activates it. */
export async function registerTool(site: Site, registrationLink: string): Promise<Tool> {
  const address = registrationAddress(site, registrationLink);
  const query = new URL(address).searchParams;
  const clientId = clientIdIn(query.get('registration_token') ?? '');
  const page = await visit(address, {});
  if (!findToolByClient(site, clientId)) await pressButton(address, page);
  const tool = must(
    findToolByClient(site, clientId),
    `registration of ${registrationLink}; the tool showed: ${page.html}`,
  );
  tool.state = 'active';
  site.save();
  return tool;
}

function clientIdIn(token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string };
  return claims.sub;
}

interface Page {
  readonly html: string;
  readonly cookie: string;
}

async function visit(address: string | URL, init: RequestInit): Promise<Page> {
  const response = await fetch(address, init);
  const html = await response.text();
  if (!response.ok) throw new Error(`The tool answered ${response.status} to its registration: ${html}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return { html, cookie };
}

/** Sends the page's form, or to the same path when the form names none, with everything hidden in it. */
async function pressButton(address: string, { html, cookie }: Page): Promise<void> {
  const query = new URL(address).searchParams;
  const body = new URLSearchParams({
    openid_configuration: query.get('openid_configuration') ?? '',
    registration_token: query.get('registration_token') ?? '',
    ...hiddenFields(html),
  });
  const action = attribute(/<form\b[^>]*>/i.exec(html)?.[0] ?? '', 'action');
  const target = new URL(action || new URL(address).pathname, address);
  await visit(target, { method: 'POST', body, headers: cookie ? { cookie } : {} });
}

function hiddenFields(html: string): Record<string, string> {
  const inputs = html.match(/<input\b[^>]*>/gi) ?? [];
  const hidden = inputs.filter((input) => attribute(input, 'type') === 'hidden');
  return Object.fromEntries(hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return decode(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}

const entities: Readonly<Record<string, string>> = { quot: '"', '#39': "'", '#x27': "'", lt: '<', gt: '>', amp: '&' };

const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
