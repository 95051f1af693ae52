// The settle screen: the button says which grade it settles; leaving the field for the own judgement works the suggestion out at once.

const grade = document.querySelector('[data-grade]');
const button = document.querySelector('[data-settle]');
const plainWords = button?.textContent;

function nameTheGrade() {
  const number = document.querySelector('input[name="choice"][value="number"]');
  const typed = grade.value.trim();
  button.textContent = typed && number?.checked ? button.dataset.settle.replace('{grade}', typed) : plainWords;
}
if (grade && button) {
  nameTheGrade();
  grade.form.addEventListener('input', nameTheGrade);
}

const suggest = document.querySelector('[data-suggest]');
if (suggest) {
  const own = document.getElementById('evidence');
  own.addEventListener('change', () => {
    if (own.value.trim() !== '') own.form.requestSubmit(suggest);
  });
}
