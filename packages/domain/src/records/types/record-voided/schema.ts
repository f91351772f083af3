import { z } from 'zod';
import { recordId } from '../../schema-parts.ts';

/** Body of `record.voided`, version 1. */
export const recordVoidedV1 = z.looseObject({
  record: recordId,
  reason: z.enum(['mistake', 'other-person', 'test']),
});
