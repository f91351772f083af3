/** Handed from globalSetup to globalTeardown, which Jest loads apart from each other. */
export const shared = globalThis as typeof globalThis & { stopPostgres?: () => Promise<void> };
