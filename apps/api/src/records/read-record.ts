import { JsonSyntaxError } from '@seek-justice/domain/kernel/ijson.ts';
import { type Arrived, parseRecord } from '@seek-justice/domain/records/parse.ts';

/** One record by itself; null when the text is no JSON at all. */
export function readRecord(text: string): Arrived | null {
  try {
    return parseRecord(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return null;
    throw error;
  }
}
