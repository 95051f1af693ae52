import type { VNode } from 'preact';
import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import type { ActivityKindId } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { aimsOf, kindOf } from '@buitenboord/shared/domain/activity/kind-of.js';
import type { Assignment } from '@buitenboord/shared/domain/activity/assignment.js';
import { titleOfElective } from '@buitenboord/shared/domain/programme/electives.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { evidenceWords } from './evidence-words.js';

export interface PickerPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  bank: readonly (Assignment & { id: string })[];
  /** Kinds that the school doesn't do for this course this year. */
  off: readonly ActivityKindId[];
  search: string;
  /** The assignment that was made just now: chosen already. */
  made: string | undefined;
  /** The LMS takes several at once. */
  several: boolean;
  canCancel: boolean;
  /** To what else this visitor may go. */
  links: readonly { href: string; words: string }[];
}

/** The bank of the school, inside the LMS: tick what you want, or make a new one. */
export function PickerPage({
  text,
  url,
  formToken,
  bank,
  off,
  search,
  made,
  several,
  canCancel,
  links,
}: PickerPageProps): VNode {
  const wanted = search.trim().toLocaleLowerCase();
  const shown = bank.filter((assignment) => searchable(assignment).includes(wanted));
  return (
    <Layout title={text('picker.title')} text={text} width="wide" scripts={made ? ['assignment.js'] : []}>
      <div class="row between">
        <h1>{text(several ? 'picker.titleSeveral' : 'picker.title')}</h1>
        <a class="button quiet" href={url('/assignments/new')}>
          {text('picker.new')}
        </a>
      </div>
      <form method="get" class="search" role="search">
        <label for="search" class="hidden-visually">
          {text('picker.search')}
        </label>
        <input id="search" type="search" name="search" value={search} placeholder={text('picker.search')} />
        <button class="button quiet slim">{text('picker.searchButton')}</button>
      </form>
      {shown.length === 0 && <p class="lead">{text(bank.length === 0 ? 'picker.empty' : 'picker.nothingFound')}</p>}
      <form method="get" action={url('/picker/choice')} data-assignment-made={made ? '' : undefined}>
        <ul class="cards">
          {shown.map((assignment) => (
            <Card key={assignment.id} {...{ text, assignment, several, off, chosen: assignment.id === made }} />
          ))}
        </ul>
        {shown.length > 0 && (
          <div class="sticky row">
            <button class="button">{text('picker.goOn')}</button>
          </div>
        )}
      </form>
      {canCancel && (
        <form method="post" action={url('/picker/cancel')}>
          <Token value={formToken} />
          <button class="link">{text('picker.cancel')}</button>
        </form>
      )}
      <p class="links">
        {links.map(({ href, words }) => (
          <a key={href} href={href}>
            {words}
          </a>
        ))}
      </p>
    </Layout>
  );
}

function searchable({ title, task, elective }: Assignment): string {
  return [title, task, titleOfElective(elective) ?? ''].join(' ').toLocaleLowerCase();
}

interface CardProps {
  text: Text;
  assignment: Assignment & { id: string };
  several: boolean;
  off: readonly ActivityKindId[];
  chosen: boolean;
}

function Card({ text, assignment, several, off, chosen }: CardProps): VNode {
  const { id, title, task, hours, elective, evidence } = assignment;
  const kind = kindOf(assignment);
  const hindrance = off.includes(kind)
    ? text('kinds.off')
    : aimsOf(assignment).length === 0
      ? text('kinds.noAim')
      : undefined;
  return (
    <li>
      <label class="check" for={`choose-${id}`}>
        <input
          id={`choose-${id}`}
          type={several ? 'checkbox' : 'radio'}
          name="choose"
          value={id}
          checked={chosen && !hindrance}
          disabled={hindrance !== undefined}
          required={!several}
        />
        <b>{title}</b>
      </label>
      <span class="soft small">
        {[
          getKind(kind).name[text.locale],
          titleOfElective(elective),
          text('assignment.hours', { hours }),
          evidenceWords(text, evidence),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {hindrance && <span class="small">{hindrance}</span>}
      <details>
        <summary>{text('picker.look')}</summary>
        <p class="lines">{task}</p>
        <ul>
          {assignment.rubric.map((criterion) => (
            <li key={criterion.title}>{criterion.title}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
