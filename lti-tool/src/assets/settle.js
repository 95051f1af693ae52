// The settle screen: the button says which grade it settles; leaving the field for the own judgement works the suggestion out at once.

import { onPage } from './page.js';

onPage(() => {
  const grade = document.querySelector('[data-grade]');
  const button = document.querySelector('[data-settle]');
  if (!grade || !button) return;
  const plainWords = button.textContent;
  const nameTheGrade = () => {
    const number = document.querySelector('input[name="choice"][value="number"]');
    const typed = grade.value.trim();
    button.textContent = typed && number?.checked ? button.dataset.settle.replace('{grade}', typed) : plainWords;
  };
  nameTheGrade();
  grade.form.addEventListener('input', nameTheGrade);
});

onPage(() => {
  const suggest = document.querySelector('[data-suggest]');
  const own = document.getElementById('evidence');
  if (!suggest || !own) return;
  own.addEventListener('change', () => {
    if (own.value.trim() !== '') own.form.requestSubmit(suggest);
  });
});
