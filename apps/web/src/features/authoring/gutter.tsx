import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';

import { type Form, textsOf } from '@seek-justice/domain/curriculum/form.ts';
import { TITLE } from '@seek-justice/domain/curriculum/clip.ts';
import { thingOfPart } from '@seek-justice/domain/curriculum/narration.ts';
import { SELF, textState } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { useAuthorWords } from '../../i18n/author-words.ts';
import { useBasesOf, useEditing, useReview } from './editing.ts';
import { ReviewBox } from './review-box.tsx';
import { mine } from './waits-for-me.tsx';

const MARKS: Record<string, string> = { missing: '○', stale: '●', reviewed: '✓', draft: '◌' };

/** How one block or item stands, in words and shapes; what can be done about it opens below. */
export function Gutter({ of, form, path }: { of: object & { id?: string }; form: Form; path: string[] }): ReactNode {
  const { t, say } = useAuthorWords();
  const { store, languages } = useEditing();
  const { review } = useReview();
  const thing = of.id ?? SELF;
  const [open, setOpen] = useState(false);
  const source = useSyncExternalStore(store.follow, () => store.state.document.body.source);
  const place = path.join('/');
  const texts = useMemo(() => textsOf(of, form, place === '' ? [] : place.split('/')), [of, form, place]);
  // Two hundred blocks ask after each letter: only whose own bases have changed looks at its texts again.
  const bases = useBasesOf(store, texts);
  const states = languages.filter((lang) => lang !== source).flatMap((lang) => texts.map((found) => textState(found, lang, source, bases)));
  const worst = states.includes('missing') ? 'missing' : states.includes('stale') ? 'stale' : '';
  const unsigned = review?.unsigned.filter((one) => one.thing === thing) ?? [];
  const signed = review?.signed.filter((one) => one.thing === thing) ?? [];
  const comments = review?.comments.filter((one) => one.thing === thing && !one.settled) ?? [];
  const status = worst || (review && unsigned.length === 0 && signed.length > 0 ? 'reviewed' : 'draft');
  const heard = (lang: string): string => {
    // A block without a word is not read aloud yet.
    if (!textsOf(of, form).some(({ text }) => text?.[lang])) return t('audio.none');
    const audio = review?.audio[lang];
    const ours = (key: string): boolean => thingOfPart(key) === (thing === SELF ? TITLE : thing);
    // In whichever language: a recording that says what the text does not say any more.
    if (Object.values(review?.audio ?? {}).some(({ stale, older }) => [...stale, ...older].some(ours))) return t('audio.stale');
    return audio && !audio.missing.some(ours) && audio.parts > 0 ? t('audio.there') : t('audio.none');
  };
  const forMe = mine(review, thing).map(({ competence }) => say(`competence.${competence}`));
  const { kind } = store.state.document;
  const audible = kind === 'lesson' || (kind === 'quiz' && thing !== SELF);
  return (
    <div className={`gutter is-${status}${forMe.length > 0 ? ' is-mine' : ''}`}>
      <button type="button" className="plain status" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>
          <span aria-hidden="true">{MARKS[status]}</span> {say(`status.${status}`)}
        </b>
        {forMe.length > 0 && <span className="said">{t('sign.mine', { list: forMe.join(', ') })}</span>}
        <span>{heard(source)}</span>
        {comments.length > 0 && <span className="said">{t('comment.open', { count: comments.length })}</span>}
      </button>
      {open && audible && (
        <p>
          <a href={`/author/listen/${store.state.document.id}#${source}/${thing === SELF ? TITLE : thing}`}>{t('record.this')}</a>
        </p>
      )}
      {open && <ReviewBox thing={thing} unsigned={unsigned} signed={signed} />}
    </div>
  );
}
