import { z } from 'zod';
import { provinceId, uuid } from '../parts.ts';

/** A group of people who join with one code, as a coordinator sees it. */
export const cohort = z
  .object({
    id: uuid,
    /** Eight ASCII digits; the last is a check digit. */
    code: z.string().regex(/^\d{8}$/),
    name: z.string(),
    province: provinceId,
    /** How many people joined with the code. */
    joined: z.int(),
    /** Day of its making in the site's time zone. */
    madeOn: z.string(),
    /** Nobody new can join while it is closed. */
    closed: z.boolean(),
  })
  .meta({ id: 'Cohort' });
