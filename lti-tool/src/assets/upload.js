// Comfort for the student's page: files in pieces with a visible percentage, going on after a lost connection, and a draft that saves itself.
import { keepDraft } from './draft.js';
import { go, onPage } from './page.js';
import { store } from './storage.js';
import { GaveUp, Refused, sendFile } from './piecewise.js';

onPage(({ signal }) => {
  const form = document.querySelector('form#work');
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const token = form.elements.namedItem('token').value;
  const saved = document.querySelector('[data-saved]');
  const field = document.querySelector('[data-draft]');
  const say = (sentence) => (saved.textContent = sentence);
  const draft = field ? keepDraft({ form, field, words, token, say, signal }) : undefined;
  const work = { form, words, token, draft, signal, memory: memoryOf(form.dataset.work) };
  for (const place of document.querySelectorAll('[data-file]')) makeComfortable(work, place);
});

function memoryOf(work) {
  const key = (name) => `upload:${work}:${name}`;
  return {
    get: (name) => store((storage) => storage.getItem(key(name))) ?? undefined,
    set: (name, id) => store((storage) => storage.setItem(key(name), id)),
    drop: (name) => store((storage) => storage.removeItem(key(name))),
  };
}

function makeComfortable(work, place) {
  const input = place.querySelector('input[type=file]');
  for (const plain of place.querySelectorAll('[data-plain]')) plain.hidden = true;
  place.querySelector('[data-comfort]').hidden = false;
  // Its files go by their own way; the form takes the text only.
  input.removeAttribute('form');
  place.querySelector('label').classList.add('file');
  input.addEventListener('change', () => {
    const files = [...input.files].slice(0, Number(place.dataset.left));
    if (files.length > 0) void sendAll(work, { place, input, files });
  });
}

async function sendAll(work, { place, input, files }) {
  const { form, words, token, memory, draft, signal } = work;
  const show = display(place, words);
  input.disabled = true;
  try {
    for (const [index, file] of files.entries()) {
      const onProgress = (fraction) => show.progress((index + fraction) / files.length);
      await sendFile({
        uploads: form.dataset.uploads,
        token,
        kind: place.dataset.file,
        file,
        memory,
        onProgress,
        onWaiting: show.waiting,
      });
    }
    await draft?.save();
    // Who went to another page meanwhile finds the file when coming back.
    if (!signal.aborted) go(form.dataset.page);
  } catch (error) {
    input.disabled = false;
    input.value = '';
    if (error instanceof Refused) return show.stopped(error.message || words.stopped);
    // The phone still has the file: one press goes on where it stopped.
    show.stopped(words.stopped, () => sendAll(work, { place, input, files }));
    if (!(error instanceof GaveUp)) throw error;
  }
}

function display(place, words) {
  const box = place.querySelector('[data-sending]');
  const bar = box.querySelector('progress');
  const line = box.querySelector('p');
  const again = box.querySelector('button');
  const label = place.querySelector('label');
  box.hidden = false;
  label.hidden = true;
  again.hidden = true;
  line.classList.remove('error');
  let percent = 0;
  const tell = () => (line.textContent = percent >= 100 ? words.check : `${words.sending}: ${percent} %`);
  return {
    progress(fraction) {
      percent = Math.floor(fraction * 100);
      bar.value = percent;
      tell();
    },
    waiting: (isWaiting) => (isWaiting ? (line.textContent = words.waiting) : tell()),
    stopped(sentence, retry) {
      line.textContent = `! ${sentence}`;
      line.classList.add('error');
      label.hidden = false;
      again.hidden = !retry;
      again.onclick = retry ?? null;
    },
  };
}
