import { z } from 'zod';
import type { Platform, RegistrationLink } from '@buitenboord/shared/domain/school/school.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { platforms, registrationLinks, schools } from '@buitenboord/shared/store/collections.js';
import { audit, change, put, type Store, type Stored } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { placeForRegistration } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { framersOf } from '../lti/registration-hosts.js';
import { registrationRequest } from '../lti/registration-request.js';
import {
  readPlatformConfiguration,
  registerTool,
  type RegisteredPlatform,
  type ToolToRegister,
} from '../lti/registration.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { RegisteredPage, RegistrationPage } from './registration-pages.js';
import { registrationWords } from './registration-words.js';

export interface RegistrationDeps {
  store: Store;
  outbound: Outbound;
  baseUrl: string;
  now: Clock;
}

/** What the LMS appends to the link (LTI Dynamic Registration 1.0 §3.3). */
const Asked = z.object({
  openid_configuration: z.url({ protocol: /^https?$/u }).max(2048),
  registration_token: z.string().min(1).max(8192).optional(),
});

/** Dynamic registration, behind a one-time link that the school made. Looking does nothing; the button connects. */
export function registrationRoutes(deps: RegistrationDeps): OpenRoute[] {
  return [
    { method: 'get', path: '/lti/register/:secret', may: 'anyone', handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/lti/register/:secret', may: 'anyone', handle: (exchange) => connect(deps, exchange) },
  ];
}

async function show(deps: RegistrationDeps, { req, page }: OpenExchange): Promise<void> {
  const { link, school } = await usableLink(deps, String(req.params.secret));
  const asked = Asked.parse(req.query);
  const platform = new URL(asked.openid_configuration);
  const text = textIn(school.locale);
  page(RegistrationPage({ text, school: school.name, host: platform.host, asked, autoConfirm: link.autoConfirm }), {
    // The page of the LMS that shows us named itself in the link; it is the only one that may.
    framedBy: framersOf(asked.openid_configuration),
  });
}

async function connect(deps: RegistrationDeps, { req, page }: OpenExchange): Promise<void> {
  const { link, school } = await usableLink(deps, String(req.params.secret));
  const asked = Asked.parse(req.body);
  const configuration = await readPlatformConfiguration(
    deps.outbound,
    asked.openid_configuration,
    asked.registration_token,
  );
  // Used before the LMS is asked: a second press finds the link used, and not a second registration.
  await deps.store.commit([change(registrationLinks, link, { usedAt: deps.now().toISOString() })]);
  const text = textIn(school.locale);
  const tool = { baseUrl: deps.baseUrl, school: link.school, words: registrationWords(text) };
  const { product, signingAlgorithm } = configuration;
  const request = registrationRequest({ ...tool, product, signingAlgorithm });
  const registered = await givenBackOnFailure(deps, link.id, {
    platform: configuration,
    ...(asked.registration_token && { registrationToken: asked.registration_token }),
    request,
  });
  await remember(deps, link, registered);
  page(RegisteredPage({ text, active: link.autoConfirm }), { framedBy: framersOf(asked.openid_configuration) });
}

/** Registers. A platform that doesn't answer or says no leaves the link as good as it was: the administrator can press again. */
async function givenBackOnFailure(
  deps: RegistrationDeps,
  link: string,
  tool: ToolToRegister,
): Promise<RegisteredPlatform> {
  try {
    return await registerTool(deps.outbound, tool);
  } catch (error) {
    const used = await deps.store.get(registrationLinks, { id: link });
    if (used) await deps.store.commit([change(registrationLinks, used, { usedAt: undefined })]);
    throw error;
  }
}

async function usableLink(
  deps: RegistrationDeps,
  secret: string,
): Promise<{ link: Stored<RegistrationLink, 'installation'>; school: { name: string; locale: 'nl' | 'en' } }> {
  const link = await deps.store.get(registrationLinks, { id: hashOf(secret) });
  if (!link) throw new Problem('registration/link-unknown');
  const school = await deps.store.get(schools, { id: link.school });
  if (!school) throw new Problem('registration/link-unknown');
  if (link.usedAt || Date.parse(link.expiresAt) <= deps.now().getTime())
    throw new Problem('registration/link-expired', { school: link.school });
  return { link, school };
}

/** Active only after a person of the school has confirmed it, unless the link was made for practice. */
async function remember(deps: RegistrationDeps, link: RegistrationLink, registered: RegisteredPlatform): Promise<void> {
  const { id, known } = await placeForRegistration(deps.store, link.school, registered);
  const at = deps.now().toISOString();
  const platform: Platform = {
    ...registered,
    deployments: [...new Set([...(known?.deployments ?? []), ...registered.deployments])],
    school: link.school,
    state: link.autoConfirm || known?.state === 'active' ? 'active' : 'pending',
    ...(known?.anonymousLaunches && { anonymousLaunches: known.anonymousLaunches }),
    createdAt: known?.createdAt ?? at,
  };
  await deps.store.commit([
    put(platforms, { id }, platform, known?.version ?? 0),
    audit(link.school, { at, actor: 'registration-link', action: 'platform/registered', object: `platforms/${id}` }),
  ]);
}
