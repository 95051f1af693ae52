// A visit in a frame without cookies. The token lives in this document's memory and nowhere else, so the document has to stay: links and forms are
// fetched with it, and their pages take the place of the one before. Address, history, focus and title follow, as if the browser had done it.

import { leavePage, pageShown, travelBy } from './page.js';

/** Begins with the visit's first page, or with the page that was reloaded. */
export async function beginFrameVisit({ token, visit, page, words, storageTarget }) {
  const root = `/v/${visit}`;
  const isOurs = (url) =>
    url.origin === location.origin && (url.pathname === root || url.pathname.startsWith(`${root}/`));
  const ask = (url, request = {}) =>
    fetch(url, {
      ...request,
      mode: 'same-origin',
      credentials: 'omit',
      headers: { ...request.headers, Authorization: `Bearer ${token}` },
    });
  const addressOf = async (file) => {
    const response = await ask(`${root}/evidence/${file}/address`, { headers: { Accept: 'application/json' } });
    return response.ok ? response.json() : undefined;
  };
  const travel = traveller({ ask, words, storageTarget });
  travelBy({ ask, go: (url) => void travel(new URL(url, location.href)) });
  listenToLinks({ isOurs, root, travel, addressOf });
  listenToForms({ isOurs, travel });
  renewFiles({ root, addressOf });
  await travel(new URL(page ?? location.href, location.href), {
    how: 'replace',
    scroll: page ? 0 : history.state?.scroll,
  });
}

/** Answers a function that brings the document to another page. `how`: what happens to the history; `scroll`: where the page was left. */
function traveller({ ask, words, storageTarget }) {
  let newest = 0;
  let shown;
  history.scrollRestoration = 'manual';

  async function travel(url, { request, how = 'push', scroll } = {}) {
    const mine = (newest += 1);
    document.documentElement.setAttribute('aria-busy', 'true');
    const arrived = await arrive(url, request);
    // Somebody pressed something else meanwhile: that one tells what becomes of the page.
    if (mine !== newest) return;
    document.documentElement.removeAttribute('aria-busy');
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
    if (!arrived) return notify(words.noConnection);
    const { answer, next } = arrived;
    if (!next) return saveFile(arrived);
    if (shown && isVisitOver(next)) return notify(`${sentenceOn(next)} ${words.keepText}`);
    if (request && isBareRefusal(next)) return notify(sentenceOn(next));
    show(next, { at: addressAfter(url, request, answer), how, scroll });
  }

  /** The page that was asked for, or the file; nothing when the connection dropped before all of it was there. */
  async function arrive(url, request) {
    try {
      const answer = await ask(url, { ...request, headers: { Accept: 'text/html' } });
      const isPage = answer.headers.get('content-type')?.startsWith('text/html');
      if (!isPage) return { answer, file: await answer.blob() };
      return { answer, next: new DOMParser().parseFromString(await answer.text(), 'text/html') };
    } catch {
      return undefined;
    }
  }

  function show(next, { at, how, scroll }) {
    // A newer version of the product has other scripts: they begin anew, and ask the platform for the proof.
    if (styleOf(next) !== styleOf(document)) return location.replace(at);
    const isSame = at.pathname + at.search === location.pathname + location.search;
    if (how !== 'stay') {
      rememberScroll();
      const change = how === 'replace' || isSame ? 'replaceState' : 'pushState';
      history[change]({ storageTarget, scroll }, '', at);
    }
    shown = at.pathname + at.search;
    replaceDocument(next);
    placeReader(at.hash, scroll);
  }

  const rememberScroll = () => history.replaceState({ ...history.state, scroll: window.scrollY }, '');
  window.addEventListener('pagehide', rememberScroll);
  window.addEventListener('popstate', () => {
    // A step to another place on the same page is the browser's own.
    if (location.pathname + location.search === shown) return;
    void travel(new URL(location.href), { how: 'stay', scroll: history.state?.scroll ?? 0 });
  });
  return travel;
}

// As a browser does it: a form that was answered with a page of its own keeps the address it was sent from.
function addressAfter(url, request, answer) {
  if (request && !answer.redirected) return new URL(location.href);
  const at = new URL(answer.url);
  at.hash ||= url.hash;
  return at;
}

function listenToLinks({ isOurs, root, travel, addressOf }) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || (link.target && link.target !== '_self')) return;
    const url = new URL(link.href);
    if (!isOurs(url)) return;
    const isOnThisPage = url.hash && url.pathname + url.search === location.pathname + location.search;
    if (isOnThisPage) return;
    event.preventDefault();
    const file = fileAt(url, root);
    if (!file) return void travel(url);
    // An attachment: the browser saves it and the page stays.
    void addressOf(file.id).then((found) => found && location.assign(found.original));
  });
}

function listenToForms({ isOurs, travel }) {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    // Sent already, says app.js; or on its way to the LMS, or to a window of its own.
    if (event.defaultPrevented) return;
    const said = (name) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '';
    const url = new URL(said('action') || location.href, location.href);
    if (said('target') === '_blank' || !isOurs(url)) return;
    event.preventDefault();
    const fields = new FormData(form, submitter);
    if (said('method').toLowerCase() !== 'post') {
      url.search = new URLSearchParams(fields);
      return void travel(url);
    }
    const body = said('enctype') === 'multipart/form-data' ? fields : new URLSearchParams(fields);
    void travel(url, { request: { method: 'POST', body } });
  });
}

/** The addresses of pictures and videos are good for five minutes. Who scrolls or plays later gets new ones. */
function renewFiles({ root, addressOf }) {
  const renewed = new WeakMap();
  const renew = async (event) => {
    const element = event.target;
    if (!(element instanceof HTMLImageElement || element instanceof HTMLVideoElement)) return;
    const file = fileAt(new URL(element.src, location.href), root);
    // A file that isn't there isn't there: one new address a minute.
    if (!file || Date.now() - (renewed.get(element) ?? 0) < 60_000) return;
    renewed.set(element, Date.now());
    const found = await addressOf(file.id);
    if (!found) return;
    const { currentTime, paused } = element;
    element.src = file.isSmall ? found.thumbnail : found.original;
    if (currentTime) element.currentTime = currentTime;
    if (paused === false) void element.play();
  };
  document.addEventListener('error', renew, true);
}

function fileAt(url, root) {
  const [, id, small] = /^\/evidence\/([\w-]+)(\/thumbnail)?$/.exec(url.pathname.slice(root.length)) ?? [];
  return id && { id, isSmall: small !== undefined };
}

function replaceDocument(next) {
  leavePage();
  const page = document.documentElement;
  page.lang = next.documentElement.lang;
  const problem = next.documentElement.dataset.problem;
  if (problem === undefined) delete page.dataset.problem;
  else page.dataset.problem = problem;
  document.title = next.title;
  const scripts = [...next.querySelectorAll('script[src]')].map((script) => script.getAttribute('src'));
  document.body.replaceWith(document.adoptNode(next.body));
  pageShown();
  // One that ran before has told page.js what to do on every page, and is not run again.
  for (const script of scripts) void import(script);
}

/** Where a reader is on a new page: what asks for attention, the place in the address, or the top. */
function placeReader(hash, scroll) {
  const named = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  const place = document.querySelector('[autofocus]') ?? (named || document.querySelector('main'));
  // What takes no focus by itself takes it from us.
  if (place?.tabIndex === -1) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
  if (named) return named.scrollIntoView();
  window.scrollTo(0, scroll ?? 0);
  // The LMS's page around us scrolls, not we: its reader shall see the top.
  if (!scroll) place?.scrollIntoView({ block: 'nearest' });
}

/** Over, and still this person's: what was typed may stay in sight. Not so when somebody else has signed in. */
function isVisitOver(next) {
  const { problem } = next.documentElement.dataset;
  return problem?.startsWith('visit/') && problem !== 'visit/someone-else';
}

/** A refusal that isn't the form again: taking the page away would take what was typed along. */
function isBareRefusal(next) {
  const { problem } = next.documentElement.dataset;
  return problem !== undefined && problem !== 'visit/someone-else' && !next.querySelector('form');
}

function sentenceOn(next) {
  return next.querySelector('[role=alert]')?.textContent ?? '';
}

function styleOf(page) {
  return page.querySelector('link[rel=stylesheet]')?.getAttribute('href');
}

/** Says something on the page as it stands; what was typed stays. */
function notify(sentence) {
  document.querySelector('[data-notice]')?.remove();
  const notice = document.createElement('p');
  notice.className = 'note stop';
  notice.dataset.notice = '';
  notice.setAttribute('role', 'alert');
  notice.tabIndex = -1;
  notice.textContent = sentence;
  document.querySelector('main')?.prepend(notice);
  notice.focus();
}

function saveFile({ answer, file }) {
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
