/** What the browser remembers for us, if it does: in a frame or a private window it may refuse, and then the server alone remembers. */
export function store(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
