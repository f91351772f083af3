import type { z } from 'zod';
import type { peopleRow } from '@seek-justice/contracts/endpoints/list-people.ts';
import { ACCOUNT_STATE } from './people.repository.ts';

export type PersonRow = z.output<typeof peopleRow>;

/** Where the columns of a line of people come from. */
export const ROW_FROM = 'people p LEFT JOIN accounts a ON a.person_id = p.id LEFT JOIN standing s ON s.subject = p.id';

/** What a list shows of one person. */
export const ROW_COLUMNS = `p.id, p.name, p.province, p.commune, p.church, p.origin, ${ACCOUNT_STATE} AS account,
  ARRAY(SELECT role FROM account_roles r WHERE r.account_id = a.id AND r.revoked_at IS NULL ORDER BY role) AS roles,
  coalesce(s.modules_done, '{}') AS "modulesDone", coalesce(s.lessons_done, 0) AS "lessonsDone", s.last_on::text AS "lastOn"`;
