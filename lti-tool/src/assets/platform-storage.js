// LTI Client Side postMessages + Storage v0.1: a platform that offers it keeps small things for us where the browser gives a frame no cookies.

/** A platform's phone app never answers; an old laptop is slow. */
const answerWithinMs = 2000;
/** Before the standard was final the subjects had a prefix, and some platforms still know no others. */
const prefixes = ['lti.', 'org.imsglobal.lti.'];

/**
 * Opens what the platform keeps for us. `target`: the frame it named. `postTo`: the origin our question goes to. `answersFrom`: the only
 * origin whose answer counts; without it, whatever origin the frame that was asked has.
 */
export async function openPlatformStorage({ target, postTo, answersFrom }) {
  const around = window.parent !== window ? window.parent : window.opener;
  const able = around ? await capabilitiesOf(around) : undefined;
  // What the platform says of itself wins over what it said at the login.
  const frame = around && frameNamed(around, able?.frame ?? target);
  const prefix = able?.prefix ?? prefixes[0];
  const question = async (subject, rest) => {
    if (!frame) return undefined;
    const isAnswer = ({ source, origin }) => (answersFrom === undefined ? source === frame : origin === answersFrom);
    const answer = await ask(frame, postTo, { subject: prefix + subject, ...rest }, isAnswer);
    return answer?.error ? undefined : answer;
  };
  return {
    /** Keeps a text, or forgets it (`null`). Answers whether that worked. */
    put: async (key, value) => (await question('put_data', { key, value })) !== undefined,
    /** The text that is kept, if any. */
    async get(key) {
      const value = (await question('get_data', { key }))?.value;
      return typeof value === 'string' ? value : undefined;
    },
  };
}

// Whoever is around us may answer this one: it names a frame, and the secret goes to the registered origin only.
async function capabilitiesOf(around) {
  const asked = prefixes.map(async (prefix) => {
    const answer = await ask(around, '*', { subject: `${prefix}capabilities` }, ({ source }) => source === around);
    const messages = Array.isArray(answer?.supported_messages) ? answer.supported_messages : [];
    const found = messages.find((message) => message?.subject === `${prefix}get_data`);
    if (!found) throw new Error('not by this name');
    return { prefix, frame: typeof found.frame === 'string' ? found.frame : undefined };
  });
  return Promise.any(asked).catch(() => undefined);
}

function frameNamed(around, name) {
  if (!name || name === '_parent') return around;
  try {
    return around.frames[name] ?? around;
  } catch {
    // No frame of that name, and a window of another site doesn't say so in any other way.
    return around;
  }
}

/** One question, one answer: with our message's id, from whom `isAnswer` believes, or none. */
function ask(frame, targetOrigin, question, isAnswer) {
  const messageId = crypto.randomUUID();
  return new Promise((resolve) => {
    const give = (answer) => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
      resolve(answer);
    };
    const listen = (event) => {
      const { data } = event;
      if (typeof data !== 'object' || data === null || !isAnswer(event)) return;
      if (data.message_id === messageId && data.subject === `${question.subject}.response`) give(data);
    };
    const timer = setTimeout(give, answerWithinMs, undefined);
    window.addEventListener('message', listen);
    frame.postMessage({ ...question, message_id: messageId }, targetOrigin);
  });
}
