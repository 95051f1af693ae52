import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PostForm } from './launch.js';
import type { Lms } from './lms.js';
import type { Frame } from './pages/layout.js';
import { FormPage } from './pages/small-pages.js';
import { findPerson } from './site.js';
import { texts } from './texts.js';

/** The page's language is the visitor's own. */
export function frameFor({ site, sessions, locale }: Lms, req: Request): Frame {
  const session = sessions.find(req);
  const person = session && findPerson(site, session.personId);
  const spoken = person?.locale ?? locale;
  return {
    t: texts[spoken],
    locale: spoken,
    siteName: site.state.siteName,
    platformStorage: site.platformStorage,
    ...(session && person ? { visitor: { person, sesskey: session.sesskey } } : {}),
  };
}

/** The tool sits in our frames; nobody else may put us in one of his. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'frame-src http: https:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

export function sendPage(res: Response, page: VNode): void {
  res.set({ 'Content-Security-Policy': pagePolicy, 'X-Frame-Options': 'sameorigin' });
  send(res, page);
}

/** A step of a launch. May be framed by anybody, because a tool may take this step in a frame of its own. */
export function sendForm(res: Response, form: PostForm, submit: string): void {
  res.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'",
  });
  send(res, <FormPage form={form} submit={submit} />);
}

function send(res: Response, page: VNode): void {
  res.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-store, no-cache, must-revalidate',
  });
  res.type('text/html; charset=utf-8').send(`<!doctype html>${renderToString(page)}`);
}
