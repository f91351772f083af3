import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from '../../ui/router.tsx';
import type { Role } from '@seek-justice/contracts/parts.ts';
import { type Answer, call } from '../../local/api.ts';
import { bodyOf, type Draft, type DraftErrors, draftErrors, FIELDS, serverErrors } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { OfficeIcon } from './office-icon.tsx';
import { isLearnerRole, type Person } from './shapes.ts';
import { type StaffKey, useStaffWords } from './words.ts';

export interface Added {
  person: Person;
  code: string | null;
  invitation: string | null;
}

interface Props {
  start: Draft;
  scope: readonly string[] | null;
  mayInvite: boolean;
  onAdded: (added: Added, draft: Draft) => void;
}

type Trouble = { errors: DraftErrors; words: StaffKey | null; status: number };
const NONE: Trouble = { errors: {}, words: null, status: 200 };

function troubleOf(answer: Answer<Added> & { ok: false }): Trouble {
  const errors = serverErrors(answer.problem);
  const { status } = answer;
  if (Object.keys(errors).length > 0) return { errors, words: null, status };
  const words: StaffKey = status === 0 ? 'add.error.unsure' : status === 401 ? 'add.error.signIn' : status === 403 ? 'add.error.notAllowed' : 'add.error.failed';
  return { errors, words, status };
}

/** The form for one more person. Nothing typed is lost by a failure, and nothing is sent twice. */
export function AddForm({ start, scope, mayInvite, onAdded }: Props): ReactNode {
  const { t } = useStaffWords();
  const [draft, setDraft] = useState(start);
  const [trouble, setTrouble] = useState<Trouble>(NONE);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const count = Object.keys(trouble.errors).length;
  useEffect(() => {
    const first = FIELDS.find((field) => trouble.errors[field]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else if (trouble.words) form.current?.querySelector('.trouble')?.scrollIntoView?.({ block: 'center' });
  }, [trouble]);
  const change = (part: Partial<Draft>): void => {
    setDraft((old) => ({ ...old, ...part }));
    const mended = Object.keys(part);
    setTrouble((old) => (mended.some((field) => field in old.errors) ? { ...old, errors: Object.fromEntries(Object.entries(old.errors).filter(([field]) => !mended.includes(field))) } : old));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending.current) return;
    const errors = draftErrors(draft);
    if (Object.keys(errors).length > 0) return setTrouble({ errors, words: null, status: 200 });
    sending.current = true;
    setBusy(true);
    setTrouble(NONE);
    const answer = await call<Added>('POST', '/api/people', bodyOf({ ...draft, role: draft.role as Role }));
    sending.current = false;
    setBusy(false);
    if (answer.ok) onAdded(answer.body, draft);
    else setTrouble(troubleOf(answer));
  };
  const words = trouble.words ? t(trouble.words, { name: draft.name.trim() }) : count > 0 ? t('add.look', { count }) : '';
  return (
    <form className="draft-form" ref={form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <DraftFields draft={draft} errors={trouble.errors} onChange={change} scope={scope} mayInvite={mayInvite} />
      <div className="send">
        <div role="alert" className={words ? 'trouble' : undefined}>
          {words && (
            <>
              <OfficeIcon name="look" />
              <p>
                {words}{' '}
                {trouble.status === 0 && <Link to="/staff">{t('staff.toPeople')}</Link>}
                {trouble.status === 401 && (
                  <a href="/sign-in" target="_blank" rel="noopener">
                    {t('add.openSignIn')}
                  </a>
                )}
              </p>
            </>
          )}
        </div>
        <button type="submit" aria-disabled={busy}>
          {t(busy ? 'add.busy' : draft.role === '' || isLearnerRole(draft.role) ? 'add.save' : 'add.saveStaff')}
        </button>
      </div>
    </form>
  );
}
