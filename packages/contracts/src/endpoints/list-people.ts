import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { plain, provinceId, role, uuid } from '../parts.ts';
import { accountState, origin } from './person.ts';

export const COMPLETION_FILTERS = ['any', 'not-begun', 'begun', 'module-done', 'all-done'] as const;
export const PEOPLE_ORDERS = ['name', 'recent'] as const;

/** One line of the completion list. */
export const peopleRow = z
  .object({
    id: uuid,
    name: z.string(),
    roles: z.array(role),
    province: provinceId.nullable(),
    commune: z.string().nullable(),
    church: z.string().nullable(),
    account: accountState,
    origin,
    modulesDone: z.array(z.string()),
    lessonsDone: z.int(),
    /** Day of the last record in the site's time zone; null before the first. */
    lastOn: z.string().nullable(),
  })
  .meta({ id: 'PeopleRow' });

export const listPeople = endpoint({
  id: 'people.list',
  method: 'POST',
  path: '/api/people/search',
  summary: 'People of the coordinator’s provinces with what they completed, a page at a time. By POST: names are kept out of URLs.',
  body: z
    .object({
      /** Part of a name or church; empty for all. */
      text: plain.max(80).default(''),
      province: provinceId.nullable().default(null),
      role: role.nullable().default(null),
      completion: z.enum(COMPLETION_FILTERS).default('any'),
      /** With `module-done`: which module. */
      module: z.string().max(12).nullable().default(null),
      order: z.enum(PEOPLE_ORDERS).default('name'),
      cursor: z.string().max(400).nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    })
    .meta({ id: 'ListPeople' }),
  success: {
    status: 200,
    body: z
      .object({
        people: z.array(peopleRow),
        cursor: z.string().nullable(),
        /** How many people fit the filter; null when there are more than 10,000. */
        total: z.int().nullable(),
      })
      .meta({ id: 'PeoplePage' }),
  },
  problems: ['sign_in_first', 'not_allowed', 'bad_request', 'bad_origin'],
});
