import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { SubjectStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import { Layout } from '../web/layout.js';
import { CombinationSection } from './combination-section.js';
import { PartsTable } from './parts-table.js';
import { RoundingMissing } from './rounding-missing.js';
import { RulesBehind } from './rules-behind.js';
import { alarmsOf } from './standing-words.js';
import { SumOf } from './sum-of.js';

export interface StudentExamPageProps {
  text: Text;
  back: string;
  /** Where the exam file is. */
  fileUrl: string;
  name: string;
  subjects: readonly SubjectStanding[];
  /** All subjects, and not only those of one course: what the combination grade needs. */
  seesAll: boolean;
  /** For who may choose how the school rounds. */
  roundingUrl?: string;
}

/** One student's school exam: per subject what stands, what is missing, the mean exactly, and what it becomes. */
export function StudentExamPage(props: StudentExamPageProps): VNode {
  const { text, back, fileUrl, subjects, seesAll, roundingUrl } = props;
  const title = text('se.ofStudent', { name: props.name });
  const isUnchosen = subjects.some(({ regime }) => regime === undefined);
  return (
    <Layout title={title} text={text} back={{ href: back, words: text('se.title') }} width="wide">
      <div class="row between">
        <h1>{title}</h1>
        <button class="button quiet slim" data-print hidden type="button">
          {text('app.print')}
        </button>
      </div>
      <p class="soft">{text('se.official')}</p>
      <p>
        <a href={fileUrl}>{text('examFile.title')}</a>
      </p>
      {isUnchosen && <RoundingMissing text={text} url={roundingUrl} />}
      {subjects.length === 0 && <p>{text('se.none')}</p>}
      {subjects.map((subject) => (
        <Subject key={subject.line} text={text} subject={subject} />
      ))}
      {seesAll && <CombinationSection text={text} subjects={subjects} />}
    </Layout>
  );
}

function Subject({ text, subject }: { text: Text; subject: SubjectStanding }): VNode {
  const { pta, standing, regime } = subject;
  const alarms = alarmsOf(text, standing);
  return (
    <section class="card">
      <h2>{pta.subject.title}</h2>
      <p class="soft">
        {pta.subject.code} · {pta.leerweg} · {pta.schoolYear}
      </p>
      {alarms.length > 0 && (
        <div class="note stop">
          {alarms.map((words) => (
            <p key={words}>! {words}</p>
          ))}
        </div>
      )}
      <PartsTable text={text} parts={standing.parts} />
      <SumOf text={text} standing={standing} regime={regime} />
      <RulesBehind text={text} standing={standing} />
    </section>
  );
}
