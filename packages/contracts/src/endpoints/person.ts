import { z } from 'zod';
import { ageBand, gender, provinceId, role, uuid } from '../parts.ts';
import { competence } from './draft.ts';

/** Whether there is a printed code and it has been used: `new` until a PIN is set; `no-card` for who joined and has none yet. */
export const accountState = z.enum(['none', 'no-card', 'new', 'active']);
/** How a person came here: a coordinator made a card, or the person joined with a cohort's code. */
export const origin = z.enum(['card', 'joined']);

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
    account: accountState,
    origin,
    /** What somebody in the office may sign off. */
    competences: z.array(competence),
  })
  .meta({ id: 'Person' });
