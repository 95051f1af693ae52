/** Where a course or a link was copied from, by the LMS's own ids, nearest first. */
export interface LaunchHistory {
  contexts: readonly string[];
  links: readonly string[];
}

/** The custom parameters that a registration of ours asks for; Blackboard and Brightspace send the variable's own name too. */
const contextParameters = ['context_history', 'Context.id.history'] as const;
const linkParameters = ['link_history', 'ResourceLink.id.history'] as const;
/** Ten years of copies. */
const longest = 10;

/** What a launch tells of copies (LTI Core 1.3 appendix E: `Context.id.history`, `ResourceLink.id.history`). Moodle knows the first only. */
export function historyOf(custom: Readonly<Record<string, string>>): LaunchHistory {
  return { contexts: firstOf(custom, contextParameters), links: firstOf(custom, linkParameters) };
}

function firstOf(custom: Readonly<Record<string, string>>, names: readonly string[]): string[] {
  const told = names.map((name) => custom[name]).find((value) => value !== undefined) ?? '';
  return told.split(',').map(decoded).filter(Boolean).slice(0, longest);
}

/** Ids come URL-encoded, because they may hold a comma; one that isn't stays as it is. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}
