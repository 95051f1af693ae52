import { toCourseRoles } from '@buitenboord/shared/domain/people/context-roles.js';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { isWebAddress } from './checks.js';
import type { Launch } from './launch.js';
import { messageOf } from './messages.js';
import { isLmsAdministrator } from './roles.js';
import { DeepLinkingSettingsClaim, names, ResourceLink } from './wire.js';
import type { IdToken } from './wire.js';

/** Turns a token that passed every check into our words. Wire names end here. */
export function toLaunch(claims: IdToken, platform: Readonly<Platform> & { readonly id: string }): Launch {
  const anonymous = typeof claims.sub !== 'string';
  const roles = anonymous ? [] : (claims[names.roles] as readonly string[]);
  const context = claims[names.context];
  const presentation = claims[names.presentation];
  const address = (told: string | undefined) =>
    told !== undefined && isWebAddress(told, platform.authUrl) ? told : undefined;
  const message = messageOf(claims[names.messageType]) ?? 'resourceLink';
  return {
    school: platform.school,
    platform: platform.id,
    issuer: platform.issuer,
    deployment: claims[names.deployment] as string,
    product: known(claims[names.platform]?.product_family_code, 100) ?? platform.product,
    message,
    // One for all, who may look and do nothing: nobody comes back to find work of somebody else.
    subject: anonymous ? `anonymous at ${platform.id}` : (claims.sub as string),
    ...(!anonymous && toldOfPerson(claims)),
    roles: toCourseRoles(roles),
    lmsAdministrator: isLmsAdministrator(roles),
    context: context && { id: context.id, title: known(context.title, 255), label: known(context.label, 255) },
    forSubject: claims[names.forUser]?.user_id,
    resourceLink: message === 'resourceLink' || message === 'submissionReview' ? toResourceLink(claims) : undefined,
    custom: toCustom(claims),
    targetLinkUri: claims[names.targetLinkUri] as string | undefined,
    gradebook: toGradebook(claims, address),
    membershipsUrl: address(claims[names.nrps]?.context_memberships_url),
    notices: toNotices(claims, address),
    migration: toMigration(claims, platform.clientId),
    deepLinking: message === 'deepLinking' ? toDeepLinking(claims) : undefined,
    locale: toLocale(presentation?.locale),
    returnUrl: address(presentation?.return_url),
    documentTarget: presentation?.document_target,
  };
}

function toldOfPerson(claims: IdToken): Partial<Launch> {
  return {
    givenName: known(claims.given_name, 255),
    familyName: known(claims.family_name, 255),
    fullName: known(claims.name, 255),
    email: known(claims.email, 320),
    studentNumber: known(claims[names.lis]?.person_sourcedid, 64),
  };
}

/** A text that says something. A platform that doesn't know a variable sends its name back, so a dollar sign means absent. */
function known(value: string | undefined, maxLength: number): string | undefined {
  const text = value?.trim() ?? '';
  return text === '' || text.startsWith('$') || text.length > maxLength ? undefined : text;
}

function toResourceLink(claims: IdToken): Launch['resourceLink'] {
  const link = ResourceLink.safeParse(claims[names.resourceLink]);
  return link.success ? { id: link.data.id, title: known(link.data.title, 255) } : undefined;
}

/** Texts only: some platforms send numbers, and null for what they don't know (Core §5.4.6 asks for texts). */
function toCustom(claims: IdToken): Record<string, string> {
  const custom = Object.entries(claims[names.custom] ?? {}).flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'string' || typeof value === 'number' ? known(String(value), 4096) : undefined;
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(custom);
}

function toGradebook(claims: IdToken, address: (told: string | undefined) => string | undefined): Launch['gradebook'] {
  const service = claims[names.ags];
  return (
    service && {
      lineItem: address(service.lineitem),
      lineItems: address(service.lineitems),
      scopes: service.scope ?? [],
    }
  );
}

function toNotices(claims: IdToken, address: (told: string | undefined) => string | undefined): Launch['notices'] {
  const service = claims[names.notificationService];
  const url = address(service?.platform_notification_service_url);
  return url === undefined ? undefined : { url, types: service?.notice_types_supported ?? [] };
}

/** The migration guide, "oauth_consumer_key_sign": these six, joined by ampersands, in this order. */
function toMigration(claims: IdToken, clientId: string): Launch['migration'] {
  const told = claims[names.migration];
  const { oauth_consumer_key: consumerKey, oauth_consumer_key_sign: signature } = told ?? {};
  if (!consumerKey || !signature || consumerKey.length > 255 || signature.length > 255) return undefined;
  const { exp, nonce, iss } = claims;
  const signed = [consumerKey, claims[names.deployment], iss, clientId, exp, nonce].map(String).join('&');
  return {
    consumerKey,
    signature,
    signed,
    subject: known(told?.user_id, 255),
    link: known(told?.resource_link_id, 255),
  };
}

/** Deep Linking 2.0 §4.4.1. Moodle takes line items without saying so; several items only where it is said. */
function toDeepLinking(claims: IdToken): Launch['deepLinking'] {
  const settings = DeepLinkingSettingsClaim.parse(claims[names.deepLinkingSettings]);
  return {
    returnUrl: settings.deep_link_return_url,
    deployment: claims[names.deployment] as string,
    data: settings.data,
    acceptMultiple: settings.accept_multiple ?? false,
    acceptLineItem: settings.accept_lineitem ?? true,
  };
}

/** A Dutch school's LMS that says nothing is Dutch; Frisian speakers read Dutch sooner than English. */
function toLocale(locale: string | undefined): 'nl' | 'en' {
  return locale === undefined || /^(nl|fy)/iu.test(locale) ? 'nl' : 'en';
}
