// LTI Client Side postMessages + Storage v0.1: a platform that offers it keeps a small secret for us where the browser gives a frame no cookies.

const answerWithinMs = 2000;

/** The frame to talk to: named by the platform, or its own page around us. */
function frameNamed(name) {
  const around = window.parent !== window ? window.parent : window.opener;
  if (!around) return null;
  return name === '_parent' || !name ? around : (around.frames[name] ?? around);
}

/** One question, one answer: from the platform's own origin and with our message id, or none within two seconds. */
function ask(frame, origin, question) {
  const messageId = crypto.randomUUID();
  return new Promise((resolve) => {
    const give = (answer) => {
      window.removeEventListener('message', listen);
      resolve(answer);
    };
    const listen = ({ origin: from, data }) => {
      if (from !== origin || typeof data !== 'object' || data === null) return;
      if (data.message_id !== messageId || data.subject !== `${question.subject}.response`) return;
      give(data.error ? null : data);
    };
    window.addEventListener('message', listen);
    setTimeout(give, answerWithinMs, null);
    frame.postMessage({ ...question, message_id: messageId }, origin);
  });
}

const keep = document.querySelector('[data-storage-put]');
if (keep) {
  const { storagePut: value, storageKey: key, storageTarget, storageOrigin } = keep.dataset;
  const frame = frameNamed(storageTarget);
  if (frame) await ask(frame, storageOrigin, { subject: 'lti.put_data', key, value });
  location.replace(document.querySelector('[data-storage-next]').href);
}

const recall = document.querySelector('[data-storage-get]');
if (recall) {
  const { storageGet: key, storageTarget, storageOrigin } = recall.dataset;
  const frame = frameNamed(storageTarget);
  const answer = frame && (await ask(frame, storageOrigin, { subject: 'lti.get_data', key }));
  if (typeof answer?.value === 'string') recall.value = answer.value;
}
