import { NOWHERE, PLANTED } from './planted.ts';
import { placeOf } from './synthetic.ts';

interface Found {
  results: { id: string; block?: string; text: string; marks: [number, number][] }[];
}

/** Share of the planted sentences that are found where they stand, highlighted right, and of what stands nowhere and is not found. */
export async function foundRatio(url: string, lessons: number): Promise<number> {
  const ask = async (q: string, lang: string): Promise<Found> => (await (await fetch(`${url}/api/search?${new URLSearchParams({ q, lang }).toString()}`)).json()) as Found;
  const right = await Promise.all([
    ...PLANTED.map(async ({ query, lang, marked }, at) => {
      const { lesson, block } = placeOf(at, lessons);
      const { results } = await ask(query, lang);
      return results.some(({ id, block: found, text, marks }) => id === lesson && found === block && marks.map(([from, to]) => text.slice(from, to)).join('|') === marked.join('|'));
    }),
    ...NOWHERE.map(async (query) => (await ask(query, 'km')).results.length === 0),
  ]);
  return right.filter(Boolean).length / right.length;
}
