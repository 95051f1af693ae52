/** What a page of the practice LMS does with script: forward forms, fit frames, and answer the tool's messages. */

for (const form of document.querySelectorAll('form[data-submit]')) form.submit();

for (const link of document.querySelectorAll('[data-leave-frame]')) window.parent.location.assign(link.href);

const frame = document.getElementById('contentframe');

/** LTI postMessage storage: per origin of the tool, for as long as this page is open. */
const storage = new Map();
const storageLimit = 64;

function putData({ key, value }, origin) {
  if (typeof key !== 'string' || key === '') return { error: { code: 'bad_request', message: 'key is missing' } };
  const kept = storage.get(origin) ?? new Map();
  storage.set(origin, kept);
  if (value === undefined || value === null) kept.delete(key);
  else if (kept.size < storageLimit) kept.set(key, value);
  else return { key, error: { code: 'storage_exhaustion', message: 'too many keys' } };
  return { key, value };
}

function getData({ key }, origin) {
  if (typeof key !== 'string' || key === '') return { error: { code: 'bad_request', message: 'key is missing' } };
  return { key, value: storage.get(origin)?.get(key) };
}

const storageSubjects = {
  'lti.capabilities': () => ({
    supported_messages: Object.keys(storageSubjects).map((subject) => ({ subject, frame: '_parent' })),
  }),
  'lti.put_data': putData,
  'lti.get_data': getData,
};

function answer(event, answers) {
  const { subject, message_id } = event.data;
  event.source?.postMessage({ subject: `${subject}.response`, message_id, ...answers }, event.origin);
}

function resize({ height }) {
  if (Number.isFinite(Number(height))) frame.height = `${Math.min(Math.max(Number(height), 100), 20_000)}px`;
}

const keepsData = document.documentElement.dataset.platformStorage === 'true';

window.addEventListener('message', (event) => {
  const subject = event.data?.subject;
  if (typeof subject !== 'string') return;
  if (keepsData && Object.hasOwn(storageSubjects, subject)) {
    answer(event, storageSubjects[subject](event.data, event.origin));
  }
  if (!frame || event.source !== frame.contentWindow) return;
  if (subject === 'lti.frameResize') resize(event.data);
  if (subject === 'org.imsglobal.lti.close') location.assign(frame.dataset.closeUrl ?? location.href);
});
