import type { Course, Person } from '../seed.js';
import type { Texts } from '../texts.js';
import { fullName, Layout, Sesskey, type Frame } from './layout.js';

export interface HomePageProps {
  readonly frame: Frame;
  readonly people: readonly { person: Person; as: string }[];
  readonly mailboxUrl: string | undefined;
}

export function HomePage({ frame, people, mailboxUrl }: HomePageProps) {
  const { t } = frame;
  return (
    <Layout frame={frame} title={t.whoAreYou}>
      <p class="soft">{t.whoExplained}</p>
      <ul class="people">
        {people
          .filter(({ person }) => person.oneClick)
          .map(({ person, as }) => (
            <li>
              <LoginButton person={person} as={as} />
            </li>
          ))}
      </ul>
      <details>
        <summary>{t.morePeople}</summary>
        <ul class="people small">
          {people
            .filter(({ person }) => !person.oneClick)
            .map(({ person, as }) => (
              <li>
                <LoginButton person={person} as={as} />
              </li>
            ))}
        </ul>
      </details>
      {mailboxUrl !== undefined && <Mailbox t={t} url={mailboxUrl} />}
    </Layout>
  );
}

function LoginButton({ person, as }: { person: Person; as: string }) {
  return (
    <form method="post" action="/login/index.php">
      <button class="person" name="person" value={person.id}>
        <span class="initials" aria-hidden="true">
          {initials(person)}
        </span>
        <span>
          <strong>{as}</strong>
          <small>{fullName(person)}</small>
        </span>
      </button>
    </form>
  );
}

const initials = ({ givenName, familyName }: Person) => {
  const capital = /\p{Lu}/u.exec(familyName)?.[0] ?? familyName.charAt(0);
  return givenName.charAt(0) + capital;
};

const Mailbox = ({ t, url }: { t: Texts; url: string }) => (
  <p class="mailbox">
    <a href={url}>{t.mailbox}</a>
    <br />
    <small class="soft">{t.mailboxExplained}</small>
  </p>
);

export interface CoursesPageProps {
  readonly frame: Frame;
  readonly courses: readonly Course[];
}

/** For who is logged in already. */
export function CoursesPage({ frame, courses }: CoursesPageProps) {
  const { t, visitor } = frame;
  return (
    <Layout frame={frame} title={t.courses}>
      <ul class="rows">
        {courses.map((course) => (
          <li>
            <a href={`/course/view.php?id=${course.id}`}>{course.fullname}</a>
            <small class="soft">{course.shortname}</small>
          </li>
        ))}
      </ul>
      {visitor?.person.siteAdmin && (
        <p>
          <a class="button" href="/admin/tools">
            {t.tools}
          </a>
        </p>
      )}
      {visitor && (
        <form method="post" action="/login/logout.php">
          <Sesskey value={visitor.sesskey} />
          <button class="quiet">{t.switchPerson}</button>
        </form>
      )}
    </Layout>
  );
}
