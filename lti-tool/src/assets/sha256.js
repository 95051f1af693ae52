// SHA-256 (FIPS 180-4) piece by piece. The browser's own wants a file whole in memory: 250 MB of video on a phone is too much.

const primes = (count) => {
  const found = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
// §4.2.2 and §5.3.3: the first bits of the fractions of cube and square roots of the first primes.
const roundConstants = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const startState = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const blockBytes = 64;

/** A digest that grows: `update(bytes)` in order, then `hex()` once. */
export function createSha256() {
  const state = startState.slice();
  const schedule = new Int32Array(64);
  const block = new Uint8Array(blockBytes);
  let held = 0;
  let total = 0;

  function update(bytes) {
    total += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(blockBytes - held, bytes.length);
      block.set(bytes.subarray(0, at), held);
      held += at;
      if (held < blockBytes) return;
      compress(state, schedule, block, 0);
      held = 0;
    }
    for (; at + blockBytes <= bytes.length; at += blockBytes) compress(state, schedule, bytes, at);
    block.set(bytes.subarray(at), 0);
    held = bytes.length - at;
  }

  function hex() {
    const bits = total * 8;
    const padding = new Uint8Array(blockBytes - ((total + 8) % blockBytes) + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits % 2 ** 32);
    update(padding);
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  return { update, hex };
}

// §6.2.2
function compress(state, schedule, bytes, at) {
  for (let t = 0; t < 16; t += 1) {
    const from = at + t * 4;
    schedule[t] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let t = 16; t < 64; t += 1) {
    const before = schedule[t - 15];
    const near = schedule[t - 2];
    const small0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const small1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
    schedule[t] = (schedule[t - 16] + small0 + schedule[t - 7] + small1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t += 1) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + roundConstants[t] + schedule[t]) | 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] + word) | 0;
  });
}

function turn(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}
