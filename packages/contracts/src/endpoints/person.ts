import { z } from 'zod';
import { ageBand, gender, provinceId, role, uuid } from '../parts.ts';

/** A person as a coordinator sees them. */
export const person = z
  .object({
    id: uuid,
    name: z.string(),
    roles: z.array(role),
    province: provinceId.nullable(),
    commune: z.string().nullable(),
    church: z.string().nullable(),
    phone: z.string().nullable(),
    gender,
    ageBand,
    /** Whether the printed code has been used: `new` until a PIN is set. */
    account: z.enum(['none', 'new', 'active']),
  })
  .meta({ id: 'Person' });
