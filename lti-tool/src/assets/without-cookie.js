// A frame without cookies: the platform shows whose browser this is, or a person allows our cookies here. A new window is the button on the page.

import { beginFrameVisit } from './frame-visit.js';
import { openPlatformStorage } from './platform-storage.js';

const place = document.querySelector('[data-frame-visit]');
if (place) await askPlatform(JSON.parse(place.dataset.frameVisit));

/** The server is the judge: we only carry what the platform kept. */
async function askPlatform({ exchange, about, storageKey, storage, words }) {
  // The frame that was named at the launch; a reloaded page knows it from its own history.
  const target = history.state?.storageTarget ?? storage.target;
  const platform = await openPlatformStorage({ ...storage, target });
  const stored = await platform.get(storageKey);
  if (stored === undefined) return showOtherWays();
  for (const field of document.querySelectorAll('[data-stored]')) field.value = stored;
  const response = await fetch(exchange, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ ...about, stored }),
  }).catch(() => undefined);
  if (!response?.ok) return showOtherWays();
  const { token, comeBack, visit, page } = await response.json();
  const isKept = await platform.put(comeBack.key, comeBack.value);
  // The login's secret has done its work.
  if (isKept && page) void platform.put(storageKey, null);
  await beginFrameVisit({ token, visit, page, words, storageTarget: target });
}

function showOtherWays() {
  for (const part of document.querySelectorAll('.late')) part.classList.remove('late');
}

const form = document.querySelector('[data-allow-cookies]');
if (form && 'requestStorageAccess' in document && window.parent !== window) {
  form.hidden = false;
  // The browser listens only when a person has just pressed something.
  form.querySelector('button').addEventListener('click', async () => {
    try {
      await document.requestStorageAccess();
      form.submit();
    } catch {
      form.querySelector('[data-offer]').hidden = true;
      form.querySelector('[data-refused]').hidden = false;
    }
  });
}
