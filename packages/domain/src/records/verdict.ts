/** Why a record was refused: only what no later record can cure. */
export type RefusalCode = 'malformed' | 'too_large' | 'id_taken' | 'not_permitted' | 'bad_signature' | 'unreadable' | 'not_yet';

/** The server's answer for one record, in request order. */
export interface Verdict {
  /** The id as it was sent; null where none could be read. */
  id: string | null;
  verdict: 'stored' | 'duplicate' | 'refused';
  code?: RefusalCode;
}
