const LOOK_MS = 20;
const LOOKS = 500;

/** Waits for what is made in the background, and fails as the last look did. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let left = LOOKS; ; left -= 1) {
    try {
      return await check();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
