// Keeps what a student types: on this device with every stroke, on the server at each pause. Nothing typed is ever lost.

import { ask } from './page.js';
import { store } from './storage.js';

const pauseMs = 900;

/**
 * Watches the text of a page until `signal` says that the page makes room. `form` has the address, the words and the token; `say(sentence)`
 * tells how it stands.
 */
export function keepDraft({ form, field, words, token, say, signal }) {
  const key = `draft:${form.dataset.work}`;
  const mark = form.elements.namedItem('textWas');
  let timer;
  // Known here too: a frame whose browser blocks third-party cookies has no storage to ask.
  let isUnsaved = false;
  let isKeptHere = false;

  function keepHere() {
    isUnsaved = true;
    // Whether the server's text changed meanwhile on another device shows by its mark.
    const kept = JSON.stringify({ text: field.value, mark: mark.value, at: Date.now() });
    isKeptHere = store((storage) => storage.setItem(key, kept) ?? true) === true;
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  }

  async function save() {
    clearTimeout(timer);
    const text = field.value;
    try {
      const response = await ask(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-Form-Token': token },
        body: new URLSearchParams({ text, textWas: mark.value }),
        keepalive: text.length < 20_000,
      });
      const answer = await response.json();
      if (!response.ok) return sayNotSaved(answer);
      mark.value = answer.textMark;
      const isNewest = field.value === text;
      if (isNewest) {
        isUnsaved = false;
        store((storage) => storage.removeItem(key));
      }
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      say(words.saved.replace('{time}', time.format(answer.savedAt ? new Date(answer.savedAt) : new Date())));
    } catch {
      say(isKeptHere ? words.notSaved : words.notKept);
      // Once more at the next stroke, and when the line is back.
      window.addEventListener('online', save, { once: true, signal });
    }
  }

  /** A visit that is over takes no text any more: what only stands on the screen must be copied by hand. */
  function sayNotSaved({ problem, sentence }) {
    if (isKeptHere || problem !== 'visit/expired') return say(sentence ?? words.notSaved);
    say(`${sentence} ${words.copyFirst}`);
    offerCopy(field, words);
  }

  function restore() {
    const kept = store((storage) => JSON.parse(storage.getItem(key) ?? 'null'));
    if (!kept) return;
    if (kept.text === field.value) return store((storage) => storage.removeItem(key));
    const isNewer = kept.mark === mark.value || kept.at > Date.parse(form.dataset.savedAt);
    if (!isNewer) return;
    field.value = kept.text;
    isUnsaved = true;
    say(words.restored);
    void save();
  }

  restore();
  field.addEventListener('input', keepHere);
  // A phone that goes to sleep says so here, and nowhere later.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden' && isUnsaved) void save();
    },
    { signal },
  );
  signal.addEventListener('abort', () => isUnsaved && void save());
  return { save: () => (isUnsaved ? save() : Promise.resolve()) };
}

function offerCopy(field, words) {
  const button = document.querySelector('[data-copy-text]');
  button.hidden = false;
  button.onclick = () => {
    field.select();
    // The newer way needs a permission that an LMS's frame doesn't have.
    if (document.execCommand('copy')) button.textContent = words.copied;
  };
}
