import type { DrawMethod } from '../../domain/quality-sample/quality-sample.js';
import type { EvidenceKind } from '../../domain/activity/assignment.js';
import type { GradeValue } from '../../domain/grade/grade-value.js';
import type { Level } from '../../domain/grade/suggested-grade.js';
import type { Leerweg } from '../../domain/pta/pta.js';

/** A file that was shown as evidence, with the SHA-256 of its bytes: who has the file can check that it is this one. */
export interface FiledEvidence {
  id: string;
  kind: EvidenceKind;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedAt: string;
}

/** A version that was handed in. Its words are hashed as well: SHA-256 of the text in UTF-8. */
export interface FiledHandIn {
  number: number;
  handedInAt: string;
  takenBackAt?: string;
  textSha256: string;
  evidence: readonly string[];
}

/** What the company said in the end. */
export interface FiledJudgement {
  company?: string;
  doneAt?: string;
  levels: readonly { criterion: string; level: Level | null }[];
  remark: string;
}

/** One revision of the grade. */
export interface FiledRevision {
  revision: number;
  value: GradeValue;
  reason: string;
  settledAt: string;
  settledBy?: string;
  /** The version of the PTA that held at that moment. */
  ptaVersion?: number;
}

/** That a grade was in a quality sample, and what came of it. */
export interface FiledSample {
  sample: string;
  drawnAt: string;
  method: DrawMethod['kind'];
  schoolWorkOn?: string;
  second?: GradeValue;
  secondAt?: string;
  /** Second minus first in tenths, where both are numbers. */
  differenceTenths?: number;
  decision?: 'agreed' | 'adjusted';
  reason?: string;
}

/** One attempt at a component. */
export interface FiledAttempt {
  attempt: number;
  activities: readonly string[];
  handIns: readonly FiledHandIn[];
  evidence: readonly FiledEvidence[];
  company: readonly FiledJudgement[];
  revisions: readonly FiledRevision[];
  samples: readonly FiledSample[];
}

export interface FiledComponent {
  code: string;
  title: string;
  subject: { code: string; title: string };
  /** The version that holds now; absent when the component was amended away. */
  pta: { line: string; schoolYear: string; cohort: string; leerweg: Leerweg; version?: number };
  attempts: readonly FiledAttempt[];
}

/** The exam file (examendossier) of one student: what stands behind each grade that counts. */
export interface ExamFile {
  format: 'buitenboord-exam-file';
  formatVersion: 1;
  madeAt: string;
  school: string;
  student: { name?: string; studentNumber?: string };
  components: readonly FiledComponent[];
}
