// The page that is shown, for the other scripts. Mostly it is the document; frame-visit.js shows one after the other in the same document.

const runs = [];
let leaving = new AbortController();
let way = { ask: (url, request) => fetch(url, request), go: (url) => location.assign(url) };

/** Runs for this page, and for each that comes after it in this document. `signal` is aborted when the page makes room for the next. */
export function onPage(run) {
  runs.push(run);
  run({ signal: leaving.signal });
}

/** `fetch`, as this visit asks. */
export const ask = (url, request) => way.ask(url, request);

/** Goes to another page of this visit. */
export const go = (url) => way.go(url);

/** From now on asking and going happen otherwise: in a frame without cookies. */
export function travelBy(other) {
  way = other;
}

/** The page in the document is about to make room. */
export function leavePage() {
  leaving.abort();
  leaving = new AbortController();
}

/** Another page stands in the document. */
export function pageShown() {
  for (const run of runs) run({ signal: leaving.signal });
}
