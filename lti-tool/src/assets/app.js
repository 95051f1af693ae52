// Comfort for pages that already work without it: height of the frame, reading aloud, no double click, live sums. No dependencies.

import { onPage } from './page.js';

const inFrame = window.parent !== window;

/** The LMS shows us in a frame: tell it how high we are, so that there is one scroll bar and not two. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  window.parent.postMessage(JSON.stringify({ subject: 'lti.frameResize', height }), '*');
  window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
}
if (inFrame) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  window.addEventListener('load', tellHeight);
}

/**
 * A form is sent once: a second press while it is on its way does nothing. Back from the cache gives the buttons back.
 * Who only asks for something, a file too, may ask again: after a download the page is still there.
 */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.target === '_blank' || form.method === 'get') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

/** Reads the page's main text with a voice on the device itself; without one the button stays away. */
function offerReadingAloud() {
  const button = document.querySelector('[data-read-aloud]');
  if (!button || !('speechSynthesis' in window)) return;
  const language = document.documentElement.lang;
  const voice = speechSynthesis.getVoices().find((each) => each.localService && each.lang.startsWith(language));
  if (!voice) return;
  button.hidden = false;
  button.onclick = () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const text = [...document.querySelectorAll('main h1, main h2, main p, main li, main summary')]
      .filter((part) => part.offsetParent !== null && !part.closest('[data-read-aloud]'))
      .map((part) => part.innerText)
      .join('. ');
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice;
    speech.lang = language;
    speech.rate = 0.9;
    speechSynthesis.speak(speech);
  };
}
if ('speechSynthesis' in window) {
  onPage(offerReadingAloud);
  speechSynthesis.addEventListener?.('voiceschanged', offerReadingAloud);
}

onPage(() => {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  // A form that sends itself: the picker's answer to the LMS. The page has a button for those without script.
  for (const form of document.querySelectorAll('form[data-send-now]')) form.submit();
});

/** Dynamic registration is over: Moodle closes its frame on this message. */
if (document.querySelector('[data-lti-close]')) {
  (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
}
