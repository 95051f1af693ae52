import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { CompanyJudgement, Placement } from '@buitenboord/shared/domain/company/company.js';
import type { Step } from '@buitenboord/shared/domain/evidence/progress.js';
import type { Evidence, HandIn, Work } from '@buitenboord/shared/domain/evidence/work.js';
import type { SettledGrade } from '@buitenboord/shared/domain/grade/settled-grade.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import type { CareerOfActivity } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import type { ShownPlan } from '../placement/shown-plan.js';
import type { AssessmentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** What the student's page and its parts show. */
export interface WorkPageProps {
  activity: Stored<Activity, 'school'>;
  work: Stored<Work, 'school'>;
  files: readonly Stored<Evidence, 'school'>[];
  /** Also those that were taken out, for the versions that hold them. */
  everyFile: readonly Stored<Evidence, 'school'>[];
  versions: readonly Stored<HandIn, 'school'>[];
  placement: Placement | undefined;
  steps: readonly Step[];
  /** The days at the company, once they are planned. */
  planned: ShownPlan | undefined;
  /** How far she is with looking back on it; undefined where nobody asks that. */
  career: CareerOfActivity | undefined;
  /** Nothing left: hand in. */
  next: Step | undefined;
  /** Can still be worked on. */
  isOpen: boolean;
  mayTakeBack: boolean;
  isJudged: boolean;
  verdict: { grade: SettledGrade; judgement: CompanyJudgement | undefined } | undefined;
  assessment: AssessmentView;
  /** Why the button pressed before did nothing. */
  refused: ProblemCode | undefined;
  textMark: string;
  text: Text;
  formToken: string;
  url: (path?: string) => string;
}
