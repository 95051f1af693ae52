import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { ActivityKindId } from '@buitenboord/shared/domain/activity/activity-kind.js';
import type { AcceptedWarning } from '@buitenboord/shared/domain/placement/placement-plan.js';
import type { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';
import type { Finding } from '@buitenboord/shared/domain/safety/finding.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { Birth } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import type { JudgedPlan } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import type { PlanErrors, TypedPlan } from './plan-form.js';

/** Everything the planner shows of one student. */
export interface PlanPageView {
  text: Text;
  formToken: string;
  /** `/v/<visit>/students/<student>` */
  url: string;
  backUrl: string;
  agreementUrl: string;
  name: string;
  activity: Activity;
  company: string | undefined;
  today: string;
  birth: Birth;
  birthError: boolean;
  kinds: readonly ActivityKindId[];
  typed: TypedPlan;
  errors: PlanErrors;
  /** Of the plan that is kept, when there is one and nothing was refused. */
  kept:
    { version: number; judged: JudgedPlan; open: readonly Finding[]; accepted: readonly AcceptedWarning[] } | undefined;
  /** Nothing was kept: why, and what would be allowed. */
  refused: { findings: readonly Finding[]; proposal: readonly PlannedDay[] } | undefined;
  mayAccept: boolean;
  /** Else the reader only looks, and accepts. */
  mayPlan: boolean;
  reasonError: boolean;
  saved: boolean;
}
