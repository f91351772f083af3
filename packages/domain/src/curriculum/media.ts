/** Another size or format of the same picture. */
export interface MediaSource {
  /** SHA-256 of the file. */
  hash: string;
  /** As it is served, `image/webp`. */
  type: string;
  bytes: number;
  width: number;
  height: number;
}

/** A file that a block shows or plays, named by its SHA-256: it never changes, and neither does what is known of it. */
export interface MediaFile {
  hash: string;
  type: string;
  bytes: number;
  /** Of pictures and videos, in pixels: their place on the page is kept before they come. */
  width?: number;
  height?: number;
  /** How long it lasts. */
  ms?: number;
  /** Smaller or newer ones that a browser may take instead. */
  sources?: MediaSource[];
}

/** The files that blocks name, the smaller ones of a picture too: what must lie on the server before they are published. */
export function mediaIn(blocks: readonly object[]): { hash: string; type: string; bytes: number }[] {
  return blocks.flatMap((block) => {
    const { media } = block as { media?: MediaFile };
    return media ? [media, ...(media.sources ?? [])].map(({ hash, type, bytes }) => ({ hash, type, bytes })) : [];
  });
}
