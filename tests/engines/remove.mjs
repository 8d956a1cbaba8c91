import { rmSync } from 'node:fs';

/** Removes a temporary folder. A browser that is still ending may put something into it; that is left then. */
export function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'ENOTEMPTY') throw error;
  }
}
