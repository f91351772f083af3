import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { type Term, type TermIndex, termIndex } from '@seek-justice/domain/curriculum/glossary.ts';
import { call } from '../../../local/api.ts';

/** The glossary made ready for the texts of each language. */
export type Glossary = ReadonlyMap<string, TermIndex>;

/** Null: none is known (yet); texts are as they are without it. */
export const GlossaryContext = createContext<Glossary | null>(null);

/** The index of a language; null without a glossary. */
export function useTerms(lang: string): TermIndex | null {
  return useContext(GlossaryContext)?.get(lang) ?? null;
}

/** Fetches the glossary once. Without a network texts are written without it. */
export function useLoadedGlossary(languages: readonly string[]): Glossary | null {
  const [glossary, setGlossary] = useState<Glossary | null>(null);
  const key = languages.join();
  useEffect(() => {
    let wanted = true;
    void call<{ terms: Term[] }>('GET', '/api/glossary').then((answer) => {
      if (!answer.ok || !wanted) return;
      const made = new Map(key.split(',').map((lang) => [lang, termIndex(answer.body.terms, lang)]));
      // Whoever has begun to type goes on; four hundred texts are marked meanwhile.
      startTransition(() => setGlossary(made));
    });
    return () => void (wanted = false);
  }, [key]);
  return glossary;
}
