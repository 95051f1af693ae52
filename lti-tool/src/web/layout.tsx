import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Text } from '@buitenboord/shared/text/text.js';
import { assetUrl } from './assets.js';

export interface LayoutProps {
  title: string;
  text: Text;
  /** Narrow for students and companies, wide for grids. */
  width?: 'narrow' | 'wide';
  /** Outside the LMS: a quiet header with the school's name, so that people trust the link. */
  school?: string;
  /** Where the link above the page leads: the LMS's frame has no way back of its own. */
  back?: { href: string; words?: string } | undefined;
  /** Extra scripts of this page, by file name. */
  scripts?: readonly string[];
  /** A refusal's code, for tests and support. */
  problem?: string;
  children: ComponentChildren;
}

/** The whole document around a page. Inside the LMS it has no header of its own: the LMS has one. */
export function Layout({
  title,
  text,
  width = 'narrow',
  school,
  back,
  scripts = [],
  problem,
  children,
}: LayoutProps): VNode {
  return (
    <html lang={text.locale} data-problem={problem}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={assetUrl('app.css')} />
        <link rel="icon" href="data:," />
        {['app.js', ...scripts].map((name) => (
          <script key={name} type="module" src={assetUrl(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {text('app.skip')}
        </a>
        {school !== undefined && (
          <header class="outside">
            <div>{school}</div>
          </header>
        )}
        <main id="main" class={width}>
          {back && (
            <p class="back">
              <a href={back.href}>‹ {back.words ?? text('app.back')}</a>
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}

/** The page above one: its address without the last step. */
export function above(url: string): { href: string } {
  return { href: url.replace(/\/[^/]*$/u, '') };
}

/** The page as it goes over the wire. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
