/** The parts that make a link of an LMS unique: its own id is so only together with platform and course. */
export function resourceLinkKey(platform: string, context: string, link: string): string {
  return JSON.stringify([platform, context, link]);
}
