import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { ExpertNeed, NamedExpert } from '@buitenboord/shared/domain/assessment/named-expert.js';
import type { HandIn } from '@buitenboord/shared/domain/evidence/work.js';
import type { Scale } from '@buitenboord/shared/domain/grade/grade-value.js';
import type { SettledGrade } from '@buitenboord/shared/domain/grade/settled-grade.js';
import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerOfActivity } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import type { SittingView } from '@buitenboord/shared/use-cases/assessment/keep-sitting.js';
import type { AssessmentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import type { StudentRow } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import type { SubjectStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import type { SettleForm } from './settle-form.js';

/** Everything the settle screen shows of one student. */
export interface SettleView {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
  row: StudentRow;
  scale: Scale;
  /** Of the adopted PTA; undefined when it counts for nothing, or was amended away. */
  component: PtaComponent | undefined;
  /** The newest version that wasn't taken back. */
  handIn: HandIn | undefined;
  /** Oldest first. */
  revisions: readonly SettledGrade[];
  lms: string;
  /** What stands for the subject that this counts for; undefined when it counts for nothing. */
  subject: SubjectStanding | undefined;
  /** The school hasn't chosen how it rounds: where to do that, for who may. */
  roundingUrl: string | undefined;
  /** How far the student is with looking back; undefined where nobody asks that. */
  career: CareerOfActivity | undefined;
  /** Student, company and teacher beside each other. */
  assessment: AssessmentView;
  /** The conditions, when this is an exam. */
  sitting: SittingView | undefined;
  experts: { need: ExpertNeed; named: readonly NamedExpert[] };
  /** What was typed: shown again when something isn't right. */
  typed: Partial<SettleForm>;
  error?: ProblemCode | undefined;
}
