/** The type of an audio file by its own bytes: Opus in Ogg or in WebM; null for anything else, whatever its name says. */
export function audioType(bytes: Buffer): 'audio/ogg' | 'audio/webm' | null {
  const head = bytes.subarray(0, 4096);
  if (head.subarray(0, 4).toString('latin1') === 'OggS' && head.includes('OpusHead')) return 'audio/ogg';
  const webm = head.subarray(0, 4).toString('hex') === '1a45dfa3';
  return webm && head.includes('webm') && head.includes('A_OPUS') && !head.includes('V_VP') ? 'audio/webm' : null;
}
