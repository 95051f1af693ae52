/** When an activity can be assessed on its rubric. Only the end counts; what comes before is to learn from. */
export const moments = ['start', 'middle', 'end'] as const;
export type Moment = (typeof moments)[number];

/** The moment of a record; one from before there were several is of the end. */
export function momentOf(record: { attempt: number; moment?: Moment | undefined }): Moment {
  return record.moment ?? 'end';
}

/** The moments of an activity in order. Without a choice, and whatever was chosen, the end is one of them. */
export function momentsOf(activity: { title: string; moments?: readonly Moment[] | undefined }): Moment[] {
  return moments.filter((moment) => moment === 'end' || activity.moments?.includes(moment));
}

/** Whether a record is of the moment that a grade may rest on. */
export function isOfEnd(record: { attempt: number; moment?: Moment | undefined }): boolean {
  return momentOf(record) === 'end';
}
