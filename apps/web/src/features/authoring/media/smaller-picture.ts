/** Wider than any screen that shows a lesson. */
const MOST_PX = 2_000;
/** Smaller files are not worth the work. */
const WORTH_BYTES = 700 * 1024;
const QUALITY = 0.9;

/**
 * A photograph as it is sent: no larger than a lesson can show, so that a bad line carries it, and without what the
 * camera wrote into it, above all the place. What is small, drawn or not understood goes as it is; the server makes the
 * sizes and takes out what is left.
 */
export async function smallerPicture(file: Blob): Promise<Blob> {
  if (file.size < WORTH_BYTES || !/^image\/(?:jpeg|webp)$/.test(file.type) || typeof createImageBitmap !== 'function') return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, MOST_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}
