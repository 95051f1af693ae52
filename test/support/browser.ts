import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-background-networking'];

/** Where Chromium is missing, browser tests are counted as skipped. */
export const describeWithBrowser = existsSync(executablePath) ? describe : describe.skip;

/** Each context is a private window, and those block third-party cookies by default; test/e2e/third-party-cookies.test.ts proves it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

export interface Profile extends BrowserContextOptions {
  /** Chromium's own preferences, as its settings page writes them. */
  preferences: object;
}

/** A browser with settings of its own, that a private window doesn't take. `close` leaves nothing behind. */
export async function launchProfile({ preferences, ...options }: Profile): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-profile-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, ...options });
  context.on('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return context;
}

/** A person set this site to have no cookies within that one: not even partitioned ones. */
export function noCookiesWithin(site: string, around: string): object {
  const exceptions = { cookies: { [`${site},${around}`]: { setting: 2 } } };
  return { profile: { content_settings: { exceptions } } };
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
export const desktop = { viewport: { width: 1280, height: 800 } };

/** What no page may ever cause: an error in a script, or a complaint about the content security policy. */
export function watchForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (/content security policy|refused to/iu.test(message.text())) complaints.push(message.text());
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return complaints;
}
