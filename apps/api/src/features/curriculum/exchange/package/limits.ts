import type { PackageLimits } from './unpack.ts';

const MB = 1024 * 1024;

/** What a site takes: ten minutes of speech have 1.2 MB, so this holds fifty lessons that are read aloud in two languages. */
export const PACKAGE_LIMITS: PackageLimits = { packed: 192 * MB, unpacked: 192 * MB, file: 64 * MB, files: 20_000 };
