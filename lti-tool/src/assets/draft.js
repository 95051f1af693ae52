// Keeps what a student types: on this device with every stroke, on the server at each pause. Nothing typed is ever lost.

import { store } from './storage.js';

const pauseMs = 900;

/** Watches the text of a page. `form` has the address, the words and the token; `say(sentence)` tells how it stands. */
export function keepDraft({ form, field, words, token, say }) {
  const key = `draft:${form.dataset.work}`;
  const mark = form.elements.namedItem('textWas');
  let timer;
  // Known here too: a frame whose browser blocks third-party cookies has no storage to ask.
  let isUnsaved = false;

  function keepHere() {
    isUnsaved = true;
    // Whether the server's text changed meanwhile on another device shows by its mark.
    store((storage) => storage.setItem(key, JSON.stringify({ text: field.value, mark: mark.value, at: Date.now() })));
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  }

  async function save() {
    clearTimeout(timer);
    const text = field.value;
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-Form-Token': token },
        body: new URLSearchParams({ text, textWas: mark.value }),
        keepalive: text.length < 20_000,
      });
      const answer = await response.json();
      if (!response.ok) return say(answer.sentence ?? words.notSaved);
      mark.value = answer.textMark;
      const isNewest = field.value === text;
      if (isNewest) {
        isUnsaved = false;
        store((storage) => storage.removeItem(key));
      }
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      say(words.saved.replace('{time}', time.format(answer.savedAt ? new Date(answer.savedAt) : new Date())));
    } catch {
      say(words.notSaved);
      // Once more at the next stroke, and when the line is back.
      window.addEventListener('online', save, { once: true });
    }
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
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isUnsaved) void save();
  });
  return { save: () => (isUnsaved ? save() : Promise.resolve()) };
}
