import type { VNode } from 'preact';
import type { CoveredSubtask } from '@buitenboord/shared/domain/coverage/elective-coverage.js';
import type { SubtaskStanding } from '@buitenboord/shared/domain/coverage/standing.js';
import { formatDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StudentElectiveCoverage } from '@buitenboord/shared/use-cases/coverage/student-coverage.js';
import { Layout } from '../web/layout.js';
import { CoveragePicture } from './coverage-picture.js';
import { ended, stateLook } from './state-words.js';

export interface MyElectivesPageProps {
  text: Text;
  url: (path: string) => string;
  electives: readonly StudentElectiveCoverage[];
  /** A target in the words of students; undefined where nobody wrote them. */
  plainText: (target: string) => string | undefined;
  /** The visit came in through an assignment, so there is a page to go back to. */
  hasWork: boolean;
}

/** The student's own page: each elective as a picture and as a list in plain words. */
export function MyElectivesPage({ text, url, electives, plainText, hasWork }: MyElectivesPageProps): VNode {
  return (
    <Layout
      title={text('coverage.mine.title')}
      text={text}
      {...(hasWork && { back: { href: url('/work'), words: text('coverage.mine.back') } })}
    >
      <div class="row between">
        <h1>{text('coverage.mine.title')}</h1>
        <span class="row no-print">
          <button type="button" class="button quiet slim" data-read-aloud hidden>
            {text('app.readAloud')}
          </button>
          <button class="button quiet slim" data-print hidden type="button">
            {text('app.print')}
          </button>
        </span>
      </div>
      {electives.length === 0 && <p class="lead">{text('coverage.mine.none')}</p>}
      {electives.map((elective) => (
        <Elective key={elective.programme.sloId} {...{ text, elective, plainText }} />
      ))}
    </Layout>
  );
}

type Parts = Pick<MyElectivesPageProps, 'text' | 'plainText'>;

function Elective({ text, elective, plainText }: Parts & { elective: StudentElectiveCoverage }): VNode {
  const { programme, coverage } = elective;
  const { rows, done } = coverage;
  return (
    <section>
      <h2>{programme.title}</h2>
      {rows.length === 0 ? (
        <p>{text('coverage.mine.noSubtasks')}</p>
      ) : (
        <>
          <p>{sentenceFor(text, elective)}</p>
          <CoveragePicture text={text} title={programme.title} coverage={coverage} />
          <p class="hidden-visually">{text('coverage.mine.done', { done, all: rows.length })}</p>
          <ol class="plain parts">
            {rows.map((row) => (
              <Part key={row.subtask.sloId} {...{ text, plainText, row }} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function sentenceFor(text: Text, { choice, coverage }: StudentElectiveCoverage): string {
  if (choice?.state === 'completed') return text('coverage.mine.completed');
  const { done, rows, open } = coverage;
  const said = text('coverage.mine.done', { done, all: rows.length });
  return open.length === 0 ? `${said} ${text('coverage.mine.allDone')}` : said;
}

function Part({ text, plainText, row: { subtask, standing } }: Parts & { row: CoveredSubtask }): VNode {
  const { shape, tone } = stateLook[standing.kind];
  const meanings = subtask.targets.flatMap(({ sloId }) => plainText(sloId) ?? []);
  return (
    <li>
      <span class={`mark ${tone}`} aria-hidden="true">
        {shape}
      </span>
      <div>
        <strong>{subtask.title}</strong>
        <p>{stateSentence(text, standing)}</p>
        {meanings.length > 0 && (
          <details>
            <summary>{text('coverage.mine.means')}</summary>
            <ul>
              {meanings.map((meaning) => (
                <li key={meaning}>{meaning}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

function stateSentence(text: Text, standing: SubtaskStanding): string {
  switch (standing.kind) {
    case 'doneAtCompany':
    case 'doneAtSchool': {
      const { place, on, shownBy, works } = standing.done;
      const day = formatDay(text.locale, on);
      const where =
        standing.kind === 'doneAtCompany'
          ? text('coverage.mine.doneAt', { place, day })
          : text('coverage.mine.doneAtSchool', { day });
      const what = [works.length > 0 && text('coverage.mine.yourWork'), shownBy].filter(Boolean).join(', ');
      return `${where} ${text('coverage.mine.shows', { what })}`;
    }
    case 'plannedAtCompany':
    case 'plannedAtSchool':
    case 'notYet':
      return text(`coverage.mine.${standing.kind}`);
    case 'notPossibleHere':
      return text('coverage.mine.notPossibleHere', {
        reason: ended(standing.reason),
        elsewhere: ended(standing.elsewhere),
      });
  }
}
