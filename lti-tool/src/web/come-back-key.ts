/** Under which name a platform keeps the proof of a visit in a frame without cookies. */
export function comeBackKey(visit: string): string {
  return `buitenboord.${visit}`;
}
