import { describe, expect, it } from '@jest/globals';
import { Problem } from '@buitenboord/shared/problem.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';

/** Fails with these in turn, then answers how often it was asked. */
function failing(...errors: Error[]) {
  let asked = 0;
  return () => {
    const error = errors[asked];
    asked += 1;
    return error === undefined ? Promise.resolve(asked) : Promise.reject(error);
  };
}

describe('deciding again', () => {
  it('decides once when nobody wrote meanwhile', async () => {
    expect(await decideAgain(failing())).toBe(1);
  });

  it('decides once more after a conflict', async () => {
    expect(await decideAgain(failing(new Problem('store/conflict')))).toBe(2);
  });

  it('lets a second conflict through', async () => {
    const decide = failing(new Problem('store/conflict'), new Problem('store/conflict', { second: true }));
    await expect(decideAgain(decide)).rejects.toMatchObject({ code: 'store/conflict', facts: { second: true } });
  });

  it('lets anything else through at once', async () => {
    await expect(decideAgain(failing(new Problem('store/unavailable')))).rejects.toMatchObject({
      code: 'store/unavailable',
    });
  });
});
