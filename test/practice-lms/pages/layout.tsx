import type { ComponentChildren } from 'preact';
import type { Person } from '../seed.js';
import type { Texts } from '../texts.js';

/** What every page knows about its surroundings. */
export interface Frame {
  readonly t: Texts;
  readonly locale: string;
  readonly siteName: string;
  /** Whether our script keeps data for tools that get no cookies. */
  readonly platformStorage: boolean;
  /** Nobody on the front page. */
  readonly visitor?: { person: Person; sesskey: string };
}

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly crumb?: { href: string; label: string };
  readonly children: ComponentChildren;
}

export function Layout({ frame, title, crumb, children }: LayoutProps) {
  return (
    <Document locale={frame.locale} title={`${title} | ${frame.siteName}`} platformStorage={frame.platformStorage}>
      <Header frame={frame} />
      <main>
        {crumb && (
          <p class="crumb">
            <a href={crumb.href}>‹ {crumb.label}</a>
          </p>
        )}
        <h1>{title}</h1>
        {children}
      </main>
      <footer>{frame.t.practice}</footer>
    </Document>
  );
}

interface DocumentProps {
  readonly locale: string;
  readonly title: string;
  readonly platformStorage?: boolean;
  readonly children: ComponentChildren;
}

export function Document({ locale, title, platformStorage = false, children }: DocumentProps) {
  return (
    <html lang={locale} data-platform-storage={String(platformStorage)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/lms.css" />
        <link rel="icon" href="data:," />
        <script src="/assets/lms.js" defer />
      </head>
      <body>{children}</body>
    </html>
  );
}

function Header({ frame: { t, siteName, visitor } }: { frame: Frame }) {
  return (
    <header>
      <a class="school" href="/">
        {siteName}
      </a>
      {visitor && (
        <form method="post" action="/login/logout.php" class="who">
          <Sesskey value={visitor.sesskey} />
          <span>{fullName(visitor.person)}</span>
          <button class="quiet">{t.switchPerson}</button>
        </form>
      )}
    </header>
  );
}

export const Sesskey = ({ value }: { value: string }) => <input type="hidden" name="sesskey" value={value} />;

export const fullName = ({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>) =>
  `${givenName} ${familyName}`;

/** A Dutch grade is 7,5. */
export const number = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 5, useGrouping: false }).format(value);
