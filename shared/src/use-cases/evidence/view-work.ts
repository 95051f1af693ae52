import type { CompanyJudgement, Placement } from '../../domain/company/company.js';
import type { HandIn } from '../../domain/evidence/work.js';
import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import type { Clock } from '../../ports/clock.js';
import { handIns, placements } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { filesOfWork, type FilesOfWork } from './files-of-work.js';
import { openWork, type OpenedWork, type WorkPlace } from './open-work.js';
import { verdictOn } from './work-standing.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Everything the student's page shows. */
export interface WorkView extends OpenedWork {
  files: FilesOfWork['present'];
  everyFile: FilesOfWork['ever'];
  /** Newest first. */
  versions: readonly Stored<HandIn, 'school'>[];
  placement: Placement | undefined;
  /** The company's, once it has pressed its last button. */
  judgement: CompanyJudgement | undefined;
  /** The newest revision. */
  grade: SettledGrade | undefined;
}

/** The student's work as it stands, with what others said of it. */
export async function viewWork(deps: Deps, place: WorkPlace): Promise<WorkView> {
  const { store } = deps;
  const { school, activity, student } = place;
  const opened = await openWork(deps, place);
  const [files, versions, placed, verdict] = await Promise.all([
    filesOfWork(store, opened.work),
    store.find(handIns, { where: { school, work: opened.work.id }, limit: 500 }),
    store.find(placements, { where: { school, activity, student }, limit: 1 }),
    verdictOn(store, opened.work),
  ]);
  return {
    ...opened,
    files: files.present,
    everyFile: files.ever,
    versions: [...versions.items].sort((one, other) => other.number - one.number),
    placement: placed.items[0],
    ...verdict,
  };
}
