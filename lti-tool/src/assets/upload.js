// Comfort for the student's page: files in pieces with a visible percentage, going on after a lost connection, and a draft that saves itself.
import { keepDraft } from './draft.js';
import { store } from './storage.js';
import { GaveUp, Refused, sendFile } from './piecewise.js';

const form = document.querySelector('form#work');
const words = JSON.parse(form.dataset.words);
const token = form.elements.namedItem('token').value;
const saved = document.querySelector('[data-saved]');

const field = document.querySelector('[data-draft]');
const draft = field
  ? keepDraft({ form, field, words, token, say: (sentence) => (saved.textContent = sentence) })
  : undefined;

const memory = {
  key: (name) => `upload:${form.dataset.work}:${name}`,
  get: (name) => store((storage) => storage.getItem(memory.key(name))) ?? undefined,
  set: (name, id) => store((storage) => storage.setItem(memory.key(name), id)),
  drop: (name) => store((storage) => storage.removeItem(memory.key(name))),
};

for (const place of document.querySelectorAll('[data-file]')) makeComfortable(place);

function makeComfortable(place) {
  const input = place.querySelector('input[type=file]');
  for (const plain of place.querySelectorAll('[data-plain]')) plain.hidden = true;
  place.querySelector('[data-comfort]').hidden = false;
  // Its files go by their own way; the form takes the text only.
  input.removeAttribute('form');
  place.querySelector('label').classList.add('file');
  input.addEventListener('change', () => {
    const files = [...input.files].slice(0, Number(place.dataset.left));
    if (files.length > 0) void sendAll(place, input, files);
  });
}

async function sendAll(place, input, files) {
  const show = display(place);
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
    location.assign(form.dataset.page);
  } catch (error) {
    input.disabled = false;
    input.value = '';
    if (error instanceof Refused) return show.stopped(error.message || words.stopped);
    // The phone still has the file: one press goes on where it stopped.
    show.stopped(words.stopped, () => sendAll(place, input, files));
    if (!(error instanceof GaveUp)) throw error;
  }
}

function display(place) {
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
