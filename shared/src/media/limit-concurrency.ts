/** Makes a gate that lets so many pieces of work through at once; the others wait their turn. */
export function limitConcurrency(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (busy < atOnce) {
      busy += 1;
      return;
    }
    // Whoever leaves hands its place over, so `busy` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
