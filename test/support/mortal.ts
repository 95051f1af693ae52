import type { Gradebook } from '@buitenboord/shared/ports/gradebook.js';
import type { Store } from '@buitenboord/shared/store/port.js';

/** What a killed process would leave: nothing after it. */
class Killed extends Error {}

/** A life of a numbered number of steps: each call to the store or to the LMS is two of them, before it and after it. */
export interface Life {
  steps: number;
  mortal<T extends object>(part: T, methods: readonly (keyof T & string)[]): T;
}

/** Dies at step `lastStep`, for ever: what a killed worker still wanted to do, it doesn't. Without a number it only counts. */
export function aLife(lastStep = Number.POSITIVE_INFINITY): Life {
  const life: Life = {
    steps: 0,
    mortal: (part, methods) =>
      new Proxy(part, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function' || !methods.some((method) => method === name)) return value;
          return async (...args: unknown[]): Promise<unknown> => {
            step();
            const answer: unknown = await Reflect.apply(value, target, args);
            step();
            return answer;
          };
        },
      }),
  };
  const step = () => {
    life.steps += 1;
    if (life.steps >= lastStep) throw new Killed();
  };
  return life;
}

export function mortalStore(life: Life, store: Store): Store {
  return life.mortal(store, ['get', 'find', 'commit']);
}

export function mortalGradebook(life: Life, gradebook: Gradebook): Gradebook {
  return life.mortal(gradebook, ['put', 'read']);
}
