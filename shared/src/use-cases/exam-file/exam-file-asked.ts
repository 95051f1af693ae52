/** Whose exam file, how much of it, and for whom. */
export interface ExamFileAsked {
  school: string;
  student: string;
  /** Only what belongs to this course: for a teacher. Absent = everything. */
  course?: string;
  /** Who looks; recorded before anything is answered. */
  by: string;
}
