import type { CourseRole } from '../people/person.js';

export interface Visitor {
  person: string;
  roles: readonly CourseRole[];
  course?: string | undefined;
}

export interface EvidenceInPlace {
  student: string;
  /** The course of its activity. */
  course: string;
  removed: boolean;
  /** Part of a version that was handed in. */
  handedIn: boolean;
}

/**
 * Who may see a file inside the school: the student whose it is, and teachers of the course. A file that was taken out before it was ever
 * handed in is seen by nobody: it may have been the wrong photo.
 */
export function maySeeEvidence(visitor: Visitor, evidence: EvidenceInPlace): boolean {
  if (evidence.removed && !evidence.handedIn) return false;
  if (visitor.person === evidence.student) return true;
  return visitor.roles.includes('teacher') && visitor.course === evidence.course;
}
