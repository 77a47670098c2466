// @ts-check
// Rows that a list lacks, asked for one by one: each once, and what the server does not have never again.

/**
 * @param {(id: string) => Promise<any>} ask
 * @param {(id: string, row: any | null) => void} found null: there is none
 * @returns {(ids: readonly string[]) => void} asks for those that were not asked for yet
 */
export function lookup(ask, found) {
  /** @type {Set<string>} */
  const asked = new Set();
  return (ids) => {
    for (const id of ids) {
      if (asked.has(id)) continue;
      asked.add(id);
      void Promise.resolve().then(() => ask(id)).then((row) => found(id, row), (failure) => {
        // Only what is not there stays away; whatever else went wrong may go better next time.
        if (failure?.status === 404) found(id, null);
        else asked.delete(id);
      });
    }
  };
}
