import { isProblem } from '../problem.js';

/** Decides, and once more when somebody else wrote meanwhile. `decide` must read anew each time, and do nothing outside the store. */
export async function decideAgain<T>(decide: () => Promise<T>): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (!isProblem(error, 'store/conflict')) throw error;
    return decide();
  }
}
