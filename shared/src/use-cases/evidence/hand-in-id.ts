/** The id of a version of a work: numbered, so that a version can exist only once. */
export function handInId(work: string, number: number): string {
  return `${work}.v${number}`;
}
