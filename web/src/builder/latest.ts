// Work that is asked for more often than it can be done.

/** Runs again after it has ended when it was asked for meanwhile: the last request wins. */
export function latestOnly(work: (isLatest: () => boolean) => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work(() => !isWanted);
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
