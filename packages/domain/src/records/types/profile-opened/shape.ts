/** A reader's profile began on a phone: the first record of its device (deviceSeq 0), signed by the key that it names. */
export interface ProfileOpened {
  /** Public P-256 key of the profile: the coordinates as base64url, 32 bytes each. */
  key: { x: string; y: string };
}
