import { z } from 'zod';
import { recordId } from '../../schema-parts.ts';

/** Body of `people.merged`, version 1. */
export const peopleMergedV1 = z.looseObject({ other: recordId });
