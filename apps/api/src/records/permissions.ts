import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import type { Account } from '../auth/account.ts';

/**
 * Who may hand in which type of record about whom, without a signature: type × actor × subject. A record that its
 * sender may never speak for is refused; whether a stored one counts is the view's business.
 */
interface RecordPermission {
  /** The sender is actor and subject. */
  ownself: boolean;
  /** The sender is actor, and a coordinator whose provinces hold the subject. */
  coordinatorOfSubject: boolean;
  /** Another person whom the record is about: both must be learners of those provinces, and no officers. */
  other?: (body: Envelope['body']) => unknown;
}

const OWN_ALONE: RecordPermission = { ownself: true, coordinatorOfSubject: false };

const RECORD_PERMISSIONS: Readonly<Record<string, RecordPermission>> = {
  'lesson.finished': OWN_ALONE,
  'people.merged': { ownself: false, coordinatorOfSubject: true, other: (body) => body.other },
  'profile.opened': OWN_ALONE,
  'quiz.submitted': OWN_ALONE,
  'record.voided': { ownself: true, coordinatorOfSubject: true },
};

/** Whether `account` may hand the record in. `subjectInScope` is asked only where the answer depends on it. */
export async function mayAppend(
  account: Account,
  record: Pick<Envelope, 'type' | 'actor' | 'subject' | 'body'>,
  subjectInScope: (subject: string, learner: boolean) => Promise<boolean>,
): Promise<boolean> {
  const permission = Object.hasOwn(RECORD_PERMISSIONS, record.type) ? RECORD_PERMISSIONS[record.type] : OWN_ALONE;
  if (!permission || record.actor !== account.person) return false;
  if (record.subject === account.person) return permission.ownself;
  if (!permission.coordinatorOfSubject || !(await subjectInScope(record.subject, permission.other !== undefined))) return false;
  if (!permission.other) return true;
  const other = permission.other(record.body);
  return typeof other === 'string' && other !== record.subject && (await subjectInScope(other, true));
}
