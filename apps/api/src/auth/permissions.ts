import type { Role } from '@seek-justice/contracts/parts.ts';
import { type Account, isPolice } from './account.ts';

/** Who may use a route at all. Whose object it is about is asked by the operation itself (`inScope`, own person). */
export interface Permission {
  who: 'anyone' | 'signed-in' | readonly Role[];
  /** Whether an answer may hold names of learners: then no account with the role police, whatever else it is. */
  names: boolean;
  /** Whether a device's token stands for its account here. */
  byDevice?: true;
}

const PUBLIC: Permission = { who: 'anyone', names: false };
const SIGNED_IN: Permission = { who: 'signed-in', names: false };
const COORDINATORS: Permission = { who: ['coordinator'], names: true };

/** Who has to do with the curriculum. No learner is named there. */
const EDITORS: Permission = { who: ['author', 'reviewer', 'coordinator'], names: false };
const AUTHORS: Permission = { who: ['author'], names: false };
const REVIEWERS: Permission = { who: ['reviewer'], names: false };

/** The permission table: a route without a row does not start, and the build fails. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  'auth.sign-in': PUBLIC,
  'auth.set-pin': PUBLIC,
  'auth.sign-out': PUBLIC,
  'auth.accept-invitation': PUBLIC,
  'auth.me': SIGNED_IN,
  'curriculum.read': PUBLIC,
  'curriculum.snapshot': PUBLIC,
  'directory.contacts': PUBLIC,
  // Who rang a number is told with it; that is no police account's to see.
  'contacts.office': COORDINATORS,
  'contacts.add': COORDINATORS,
  'contacts.change': COORDINATORS,
  'contacts.confirm': COORDINATORS,
  'contacts.retire': COORDINATORS,
  'search.find': PUBLIC,
  'media.file': PUBLIC,
  'media.upload': AUTHORS,
  'media.upload-look': AUTHORS,
  'media.upload-go-on': AUTHORS,
  'media.upload-drop': AUTHORS,
  'media.add': AUTHORS,
  'records.append': { ...SIGNED_IN, byDevice: true },
  'records.feed': SIGNED_IN,
  'devices.bind': SIGNED_IN,
  'progress.read': SIGNED_IN,
  'people.add': COORDINATORS,
  'people.read': COORDINATORS,
  'people.list': COORDINATORS,
  'people.new-code': COORDINATORS,
  'people.same': COORDINATORS,
  'people.competences': COORDINATORS,
  'people.join': PUBLIC,
  'cohorts.add': COORDINATORS,
  'cohorts.list': COORDINATORS,
  'cohorts.close': COORDINATORS,
  'drafts.list': EDITORS,
  'drafts.read': EDITORS,
  // Asking what is new is open to all of them; the service wants an author for a change.
  'drafts.edit': EDITORS,
  'drafts.begin': AUTHORS,
  'drafts.versions': EDITORS,
  'drafts.version': EDITORS,
  'drafts.restore': AUTHORS,
  'drafts.sign-off': REVIEWERS,
  'drafts.comment': EDITORS,
  'drafts.settle': EDITORS,
  'drafts.narration': EDITORS,
  'drafts.record': AUTHORS,
  'drafts.unrecord': AUTHORS,
  'drafts.put-clip-back': AUTHORS,
  'drafts.check': EDITORS,
  'sources.list': EDITORS,
  'sources.write': AUTHORS,
  'sources.versions': EDITORS,
  'sources.restore': AUTHORS,
  'drafts.publish': { who: ['author', 'reviewer'], names: false },
  'exchange.xliff-out': EDITORS,
  'exchange.xliff-in': AUTHORS,
  'exchange.gift-out': EDITORS,
  'exchange.gift-in': AUTHORS,
  'exchange.package-out': EDITORS,
  // Signatures of another office count where a coordinator brings them: they say who may answer for what.
  'exchange.package-in': { who: ['author', 'coordinator'], names: false },
  'items.find': EDITORS,
  'drafts.origins': EDITORS,
  'drafts.put-aside': AUTHORS,
  'drafts.take-back': AUTHORS,
  'glossary.read': EDITORS,
  'glossary.write': EDITORS,
  'glossary.remove': EDITORS,
  'pages.page': PUBLIC,
  'pages.asset': PUBLIC,
  'system.openapi': PUBLIC,
  'system.live': PUBLIC,
  'system.ready': PUBLIC,
  'system.metrics': PUBLIC,
};

/** Whether an account (null: a visitor) may use a route: `yes`, or which refusal it gets. */
export function mayUse(permission: Permission, account: Account | null): 'yes' | 'sign_in_first' | 'not_allowed' {
  if (permission.who === 'anyone') return 'yes';
  if (!account) return 'sign_in_first';
  if (permission.names && isPolice(account)) return 'not_allowed';
  if (permission.who === 'signed-in') return 'yes';
  return permission.who.some((role) => account.roles.includes(role)) ? 'yes' : 'not_allowed';
}
