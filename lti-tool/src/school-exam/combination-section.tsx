import type { VNode } from 'preact';
import { combinationGrade } from '@buitenboord/shared/domain/grade/final-grade.js';
import { partsBelowFour } from '@buitenboord/shared/domain/grade/grade-warnings.js';
import { electives } from '@buitenboord/shared/domain/programme/electives.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { SubjectStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';

/** What the combination grade would be of the electives as they stand now; nothing while there is none. */
export function CombinationSection({
  text,
  subjects,
}: {
  text: Text;
  subjects: readonly SubjectStanding[];
}): VNode | null {
  const parts = subjects.filter(({ pta }) => isElective(pta.subject.code));
  const grades = parts.flatMap(({ standing }) => standing.becomes ?? []);
  const leerweg = parts[0]?.pta.leerweg;
  if (grades.length === 0 || leerweg === undefined || leerweg === 'tl') return null;
  const isLow = partsBelowFour({ leerweg, electives: grades }).electives.length > 0;
  return (
    <section class="card">
      <h2>{text('se.combination')}</h2>
      {leerweg === 'gl' ? (
        <p>{text('se.combination.gl')}</p>
      ) : (
        <p>
          {text('se.combination.sum', {
            grades: grades.join(' · '),
            grade: combinationGrade({ leerweg, electives: grades }),
          })}
        </p>
      )}
      {isLow && <p class="note stop">! {text('se.combination.low')}</p>}
    </section>
  );
}

function isElective(code: string): boolean {
  return electives.some(({ officialCode }) => officialCode === code);
}
