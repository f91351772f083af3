import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { draftVersions } from '@seek-justice/contracts/endpoints/draft-versions.ts';
import type { Document } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { call } from '../../../local/api.ts';

type Told = z.output<typeof draftVersions.success.body>;
export type Version = Told['versions'][number];

/** The versions of a document, newest first, page after page. */
export interface Versions {
  versions: readonly Version[];
  state: 'loading' | 'there' | 'failed';
  /** Tells the next older ones, or asks again where that failed; null where there are none. */
  older: (() => void) | null;
}

/** @param present the version that the server is known to have: with another one the newest are asked for again. */
export function useVersions(id: string, present: number): Versions {
  const [told, setTold] = useState<Told>({ versions: [], more: true });
  const [state, setState] = useState<Versions['state']>('loading');
  const load = useCallback(
    async (before: number | null): Promise<void> => {
      if (before !== null) setState('loading');
      const answer = await call<Told>('GET', `/api/drafts/${id}/versions${before === null ? '' : `?before=${before}`}`);
      if (!answer.ok) return setState('failed');
      setTold((known) => (before === null ? renewed(known, answer.body) : { versions: [...known.versions, ...answer.body.versions], more: answer.body.more }));
      setState('there');
    },
    [id],
  );
  useEffect(() => void load(null), [load, present]);
  const last = told.versions.at(-1)?.version ?? null;
  return { versions: told.versions, state, older: told.more && state !== 'loading' ? () => void load(last) : null };
}

/** The newest versions, and behind them the older ones that somebody has asked for already. */
function renewed(known: Told, newest: Told): Told {
  const last = newest.versions.at(-1)?.version ?? 0;
  const older = known.versions.filter(({ version }) => version < last);
  return { versions: [...newest.versions, ...older], more: older.length > 0 ? known.more : newest.more };
}

/** A document as it stood in a version; null until it is there, `failed` where it could not be had. */
export function useVersion(id: string, version: number | null): Document['body'] | 'failed' | null {
  const [found, setFound] = useState<{ of: string; body: Document['body'] | 'failed' } | null>(null);
  const wanted = `${id} ${version}`;
  useEffect(() => {
    if (version === null) return undefined;
    let isWanted = true;
    void call<{ body: Document['body'] }>('GET', `/api/drafts/${id}/versions/${version}`).then((answer) => isWanted && setFound({ of: wanted, body: answer.ok ? answer.body.body : 'failed' }));
    return () => void (isWanted = false);
  }, [id, version, wanted]);
  return found?.of === wanted ? found.body : null;
}
