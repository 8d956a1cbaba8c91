const PATIENCE = 20_000; // milliseconds
const PAUSE = 50;

/** Asks until the answer is neither false nor missing, and gives it. */
export async function until(question, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
