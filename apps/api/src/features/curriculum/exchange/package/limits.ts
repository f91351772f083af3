/** What a site takes, in bytes and files. */
export interface PackageLimits {
  /** Of the package as it comes. */
  packed: number;
  /** Of all files together, unpacked. */
  unpacked: number;
  /** Of all documents together, unpacked: they are read into memory. */
  texts: number;
  files: number;
}

const MB = 1024 * 1024;

/**
 * What a site takes: ten minutes of speech have 1.2 MB, so this holds fifty lessons that are read aloud in two languages.
 * Files go from disk to disk; texts are in memory all at once, where fifty lessons have 3 MB of them.
 */
export const PACKAGE_LIMITS: PackageLimits = { packed: 192 * MB, unpacked: 192 * MB, texts: 16 * MB, files: 20_000 };
