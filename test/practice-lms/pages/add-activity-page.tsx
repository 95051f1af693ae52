import type { ContentItem } from '../content-item.js';
import type { Course } from '../seed.js';
import type { Tool } from '../site.js';
import type { Texts } from '../texts.js';
import { Layout, number, Sesskey, type Frame } from './layout.js';

interface Props {
  readonly frame: Frame;
  readonly course: Course;
}

const crumb = ({ frame, course }: Props) => ({
  href: `/course/view.php?id=${course.id}`,
  label: course.fullname || frame.t.back,
});

const editUrl = (course: Course, more = '') => `/course/modedit.php?add=lti&course=${course.id}${more}`;

/** Which tool? With a tool's content open in a dialog once it has been chosen. */
export function AddActivityPage(props: Props & { tools: readonly Tool[]; choosing: Tool | undefined }) {
  const { frame, course, tools, choosing } = props;
  const { t } = frame;
  return (
    <Layout frame={frame} title={t.addActivity} crumb={crumb(props)}>
      {tools.length === 0 ? <p class="empty">{t.noTools}</p> : <p class="soft">{t.chooseTool}</p>}
      {tools.map((tool) => (
        <section class="card">
          <h2>{tool.name}</h2>
          {tool.description && <p>{tool.description}</p>}
          {tool.deepLinkUri !== undefined && (
            <p>
              <a class="button" href={editUrl(course, `&typeid=${tool.id}`)}>
                {t.chooseContent}
              </a>
            </p>
          )}
          <PlainActivity frame={frame} course={course} tool={tool} />
        </section>
      ))}
      {choosing && (
        <FrameDialog
          t={t}
          title={choosing.name}
          closeUrl={editUrl(course)}
          src={`/mod/lti/contentitem.php?id=${choosing.id}&course=${course.id}`}
        />
      )}
    </Layout>
  );
}

function PlainActivity({ frame: { t, visitor }, course, tool }: Props & { tool: Tool }) {
  return (
    <details>
      <summary>{t.plainActivity}</summary>
      <form method="post" action={editUrl(course, `&typeid=${tool.id}`)} class="fields">
        <Sesskey value={visitor?.sesskey ?? ''} />
        <label>
          {t.plainName}
          <input name="name" required maxLength={255} />
        </label>
        <button>{t.add}</button>
      </form>
    </details>
  );
}

/** What the tool gave back; nothing is kept until the teacher saves. */
export function ChosenPage(props: Props & { tool: Tool; selection: string; items: readonly ContentItem[] }) {
  const { frame, course, tool, selection, items } = props;
  const { t } = frame;
  return (
    <Layout frame={frame} title={t.chosen} crumb={crumb(props)}>
      <ul class="rows">
        {items.map(({ title, text, lineItem }) => (
          <li>
            <span class="grow">
              <strong>{title || tool.name}</strong>
              {text && <small>{text}</small>}
              <small class="soft">{lineItem ? t.points(number(lineItem.scoreMaximum, frame.locale)) : t.noGrade}</small>
            </span>
          </li>
        ))}
      </ul>
      <form method="post" action={editUrl(course, `&typeid=${tool.id}`)} class="actions">
        <Sesskey value={frame.visitor?.sesskey ?? ''} />
        <button name="selection" value={selection}>
          {t.saveAndReturn}
        </button>
        <a href={editUrl(course)}>{t.cancel}</a>
      </form>
    </Layout>
  );
}

/** A page of the tool on top of ours. */
export function FrameDialog({ t, title, closeUrl, src }: { t: Texts; title: string; closeUrl: string; src: string }) {
  return (
    <dialog open aria-label={title}>
      <div class="dialog-top">
        <strong>{title}</strong>
        <a class="button quiet" href={closeUrl}>
          {t.cancel}
        </a>
      </div>
      <iframe id="contentframe" src={src} title={title} data-close-url={closeUrl} />
    </dialog>
  );
}
