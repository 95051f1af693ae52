import helmet from 'helmet';
import type { RequestHandler, Response } from 'express';

/** Headers of every answer. Framing is nobody's until a page says whose (frameableBy). */
export function safeHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    // Replaced by frame-ancestors: X-Frame-Options can't name an LMS.
    frameguard: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  });
}

export interface PagePolicy {
  /** Origins that may show the page in a frame: the school's own platforms. */
  framedBy?: readonly string[];
  /** Where a form of the page may go, besides ourselves: the LMS that waits for the picker's answer. */
  formsTo?: readonly string[];
}

/** The policy of a page: our own files only, nothing inline, framed by the school's platforms or by nobody. */
export function setPagePolicy(res: Response, { framedBy = [], formsTo = [] }: PagePolicy): void {
  const ancestors = framedBy.length > 0 ? framedBy.join(' ') : "'none'";
  res.set(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "manifest-src 'self'",
      `form-action ${["'self'", ...formsTo].join(' ')}`,
      "base-uri 'none'",
      `frame-ancestors ${ancestors}`,
    ].join('; '),
  );
  res.set('Cache-Control', 'no-store');
}
