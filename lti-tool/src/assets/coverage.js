// Comfort for the grid of coverage, which works without: only the fields that the chosen answer needs, and ticks that follow a whole row or column.

import { onPage } from './page.js';

function showFields(form) {
  const chosen = form.elements.namedItem('mark').value;
  for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(chosen);
}

/** A tick in a heading ticks its cells, so that everybody sees what it means. */
function tickTogether({ target }) {
  if (target.name !== 'column' && target.name !== 'row') return;
  const matches = (value) =>
    target.name === 'column' ? value.endsWith(`.${target.value}`) : value.startsWith(`${target.value}.`);
  for (const cell of document.querySelectorAll('input[name=cell][form]'))
    if (matches(cell.value)) cell.checked = target.checked;
}

/** A cell that is taken out of a ticked row or column means: not all of it. */
function untickWhole({ target }) {
  if (target.name !== 'cell' || target.checked) return;
  const [student, subtask] = target.value.split('.');
  for (const whole of document.querySelectorAll('input[name=column], input[name=row]'))
    if (whole.value === student || whole.value === subtask) whole.checked = false;
}

/** What a ticked row or column says already isn't sent cell by cell: a large class would make a form larger than the server takes. */
function sendOnce({ formData }) {
  const said = new Set([...formData.getAll('column'), ...formData.getAll('row')]);
  const cells = formData.getAll('cell').filter((cell) => !cell.split('.').some((part) => said.has(part)));
  formData.delete('cell');
  for (const cell of cells) formData.append('cell', cell);
}

onPage(({ signal }) => {
  const form = document.querySelector('[data-mark-form]');
  if (!form) return;
  form.addEventListener('formdata', sendOnce);
  form.elements.namedItem('mark').addEventListener('change', () => showFields(form));
  document.addEventListener('change', tickTogether, { signal });
  document.addEventListener('change', untickWhole, { signal });
  showFields(form);
});
