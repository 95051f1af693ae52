// The form for a new assignment: what a student will see, live; only the subtasks of the chosen elective; nothing typed is lost.

import { onPage } from './page.js';
import { store } from './storage.js';

// Ticks, not values.
const boxes = ['subtask', 'aim'];
const draftKey = 'buitenboord.draft.assignment';

function showPreview(form, preview) {
  preview.hidden = false;
  preview.querySelector('[data-preview-title]').textContent = form.elements.title.value;
  preview.querySelector('[data-preview-task]').textContent = form.elements.task.value;
  const steps = preview.querySelector('[data-preview-steps]');
  const asked = [...form.querySelectorAll('[name^="evidence."]')].filter((field) => Number(field.value) > 0);
  steps.replaceChildren(
    ...asked.map((field) => {
      const step = document.createElement('li');
      const mark = document.createElement('span');
      mark.className = 'mark';
      const count = document.createElement('small');
      count.textContent = field.value;
      step.append(mark, field.labels[0].textContent, count);
      return step;
    }),
  );
}

function showSubtasks(form) {
  for (const group of form.querySelectorAll('[data-subtasks]')) {
    const wanted = group.dataset.subtasks === form.elements.elective.value;
    group.hidden = !wanted;
    group.open = wanted;
  }
}

function keepDraft(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== 'token');
  store((storage) => storage.setItem(draftKey, JSON.stringify(fields)));
}

/** After a lost visit or a closed tab: what was typed, unless the server sent the form back filled in. */
function restoreDraft(form) {
  if (form.elements.title.value !== '' || form.elements.task.value !== '') return;
  const fields = store((storage) => JSON.parse(storage.getItem(draftKey) ?? '[]')) ?? [];
  if (fields.length === 0) return;
  const ticked = new Set(fields.filter(([name]) => boxes.includes(name)).map(([, value]) => value));
  for (const name of boxes) {
    for (const box of form.querySelectorAll(`[name="${name}"]`)) box.checked = ticked.has(box.value);
  }
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (field && !boxes.includes(name)) field.value = value;
  }
}

onPage(() => {
  const form = document.querySelector('[data-assignment]');
  const preview = document.querySelector('[data-preview]');
  if (!form || !preview) return;
  restoreDraft(form);
  showPreview(form, preview);
  showSubtasks(form);
  form.addEventListener('input', () => {
    showPreview(form, preview);
    keepDraft(form);
  });
  form.elements.elective.addEventListener('change', () => showSubtasks(form));
});

// It is in the bank now.
onPage(() => {
  if (document.querySelector('[data-assignment-made]')) store((storage) => storage.removeItem(draftKey));
});
