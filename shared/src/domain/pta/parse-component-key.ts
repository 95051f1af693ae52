/** The line and code in a grade's component, as `componentKey` made it; undefined for a formative one. */
export function parseComponentKey(key: string): { line: string; code: string } | undefined {
  const found = /^pta:(?<line>[^:]+):(?<code>[^:]+)$/u.exec(key)?.groups;
  return found?.line !== undefined && found.code !== undefined ? { line: found.line, code: found.code } : undefined;
}
