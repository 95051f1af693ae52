import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CaseView } from '@buitenboord/shared/use-cases/quality-sample/case-view.js';
import type { JudgeForm } from './case-forms.js';

export interface CasePageProps {
  text: Text;
  back: string;
  /** `/v/<visit>/sample-cases/<case>` */
  url: string;
  formToken: string;
  view: CaseView;
  /** By role: a teacher or an examiner judges, a teacher or the exam secretary decides. */
  mayJudge: boolean;
  mayDecide: boolean;
  /** `yyyy-mm-dd` */
  today: string;
  typed: Partial<JudgeForm>;
  error?: ProblemCode | undefined;
}
