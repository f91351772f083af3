import { z } from 'zod';
import { QUIZ_FORMS } from '../assessment/quiz-forms.ts';
import type { LocalizedText } from '../language/localized-text.ts';
import type { ScenarioStep } from './block.ts';
import { LEAST_ARRANGED, MOST_ARRANGED } from './form.ts';

/** Schemas of curriculum files, for staff and server alone. The site's languages are given, because they are data. */
export function curriculumSchemas(languages: readonly string[]) {
  const text = z.strictObject(Object.fromEntries(languages.map((lang) => [lang, z.string().trim().min(1)])));
  const id = z.string().regex(/^[a-z0-9]{1,12}$/);
  const opaque = z.string().regex(/^[a-z][a-z0-9]{5}$/);
  const draft = z.array(z.enum(languages as [string, ...string[]])).default([]);
  const base = {
    id,
    sources: z.array(z.string()).optional(),
    tags: z.array(z.enum(['law', 'safety', 'scripture'])).optional(),
    notes: text.optional(),
  };
  const choice = { id, text, good: z.boolean(), outcome: text };
  const step: z.ZodType<ScenarioStep<LocalizedText>> = z.lazy(() =>
    z.strictObject({ text, choices: z.array(z.strictObject({ ...choice, step: step.optional() })).min(2) }),
  ) as z.ZodType<ScenarioStep<LocalizedText>>;
  const points = z.array(z.strictObject({ id, text })).min(2);
  const minutes = z.int().min(1).max(60);
  const hash = z.string().regex(/^[0-9a-f]{64}$/);
  const file = (kind: 'image' | 'audio' | 'video') => ({ hash, type: z.string().regex(new RegExp(`^${kind}/[a-z0-9.+-]+$`)), bytes: z.int().min(1) });
  const pixels = z.int().min(1).max(20_000);
  const ms = z.int().min(1).max(7_200_000);
  const picture = { ...file('image'), width: pixels, height: pixels };
  const recorded = { title: text, transcript: text };
  const block = z.discriminatedUnion('type', [
    z.strictObject({ ...base, type: z.literal('story'), text }),
    z.strictObject({ ...base, type: z.literal('text'), heading: text.optional(), text }),
    z.strictObject({ ...base, type: z.literal('passage'), reference: z.string(), text }),
    z.strictObject({ ...base, type: z.literal('callout'), kind: z.enum(['remember', 'care', 'danger']), text }),
    z.strictObject({ ...base, type: z.literal('signs'), heading: text, intro: text.optional(), items: points }),
    z.strictObject({ ...base, type: z.literal('scenario'), heading: text, step }),
    z.strictObject({ ...base, type: z.literal('discussion'), minutes, group: z.int().min(1).max(50), question: text, quiet: text }),
    z.strictObject({ ...base, type: z.literal('prayer'), minutes, topic: text, leader: text, note: text }),
    z.strictObject({
      ...base,
      type: z.literal('report'),
      heading: text,
      intro: text,
      steps: z.array(z.strictObject({ id, ask: text, choices: z.array(z.strictObject(choice)).min(2) })).min(1),
    }),
    z.strictObject({ ...base, type: z.literal('rights'), heading: text, items: points }),
    z.strictObject({ ...base, type: z.literal('contacts'), intro: text }),
    z.strictObject({ ...base, type: z.literal('home'), text }),
    z.strictObject({
      ...base,
      type: z.literal('image'),
      media: z.strictObject({ ...picture, sources: z.array(z.strictObject(picture)).optional() }),
      alt: text,
      caption: text.optional(),
      consent: z.enum(['nobody', 'recorded']),
    }),
    z.strictObject({ ...base, type: z.literal('audio'), media: z.strictObject({ ...file('audio'), ms }), ...recorded }),
    z.strictObject({ ...base, type: z.literal('video'), media: z.strictObject({ ...file('video'), width: pixels, height: pixels, ms }), ...recorded }),
    z.strictObject({
      ...base,
      type: z.literal('roleplay'),
      heading: text,
      minutes,
      scene: text,
      roles: z.array(z.strictObject({ id, name: text, task: text })).min(2),
      after: text,
    }),
    z.strictObject({
      ...base,
      type: z.literal('officer'),
      heading: text,
      minutes,
      questions: z.array(z.strictObject({ id, ask: text, answer: text, shared: z.boolean() })),
      replacement: text,
    }),
    z.strictObject({
      ...base,
      type: z.literal('promise'),
      heading: text,
      by: text,
      items: z.array(z.strictObject({ id, text })).min(1),
      date: z.iso.date(),
      reviewBy: z.iso.date(),
    }),
    z.strictObject({
      ...base,
      type: z.literal('ladder'),
      heading: text,
      intro: text.optional(),
      steps: z.array(z.strictObject({ id, text, otherwise: text.optional() })).min(2),
    }),
    z.strictObject({ ...base, type: z.literal('poll'), question: text, options: points, after: text.optional() }),
  ]);
  const option = z.strictObject({ id, right: z.boolean().default(false), text, feedback: text });
  const about = {
    form: z.enum(QUIZ_FORMS).optional(),
    twin: id.optional(),
    from: z.strictObject({ draft: opaque, item: id, content: hash }).optional(),
  };
  const asked = { id, question: text, options: z.array(option).min(2).max(4), ...about };
  // Where options are arranged each of them is right in its place; what others say to a written answer is right as well.
  const placed = { id, right: z.literal(true).default(true), text, feedback: text };
  const arranged = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.strictObject(shape)).min(LEAST_ARRANGED).max(MOST_ARRANGED);
  const item = z.discriminatedUnion('type', [
    z.strictObject({ ...asked, type: z.literal('single') }),
    z.strictObject({ ...asked, type: z.literal('multiple') }),
    z.strictObject({ ...asked, type: z.literal('truefalse') }),
    z.strictObject({ ...asked, type: z.literal('scenario'), situation: text }),
    z.strictObject({ ...asked, type: z.literal('matching'), options: arranged({ ...placed, match: text }) }),
    z.strictObject({ ...asked, type: z.literal('ordering'), options: arranged(placed) }),
    z.strictObject({ ...asked, type: z.literal('written'), options: z.array(z.strictObject(placed)).min(1).max(4) }),
  ]);
  return {
    lesson: z.strictObject({ id: opaque, title: text, minutes, draft, blocks: z.array(block).min(1) }),
    quiz: z.strictObject({ id: opaque, passMark: z.int().min(1).max(100), draft, items: z.array(item).min(1) }),
    module: z.strictObject({ id: opaque, title: text, summary: text, lessons: z.array(z.string()).min(1), quiz: z.string() }),
    course: z.strictObject({
      id: opaque,
      audience: z.enum(['open', 'signed-in', 'police']),
      title: text,
      modules: z.array(z.string()).min(1),
    }),
    /** `index.yaml` of a folder of recordings. */
    recordings: z.strictObject({
      parts: z.array(
        z.strictObject({
          of: z.string().regex(/^(?:[a-z][a-z0-9]{5}|phrases|contacts)$/),
          lang: z.enum(languages as [string, ...string[]]),
          key: z.string().regex(/^(?:[a-zA-Z0-9.-]+(?::[a-z]+)?|:title)$/),
          file: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
          ms: z.int().min(1).max(600_000),
          source: z.string().regex(/^[0-9a-f]{64}$/),
          numbers: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
    /** A word of the glossary; other forms and notes may be missing in a language. */
    term: z.strictObject({
      id: opaque,
      words: text,
      also: z.partialRecord(z.enum(languages as [string, ...string[]]), z.array(z.string().trim().min(1))).default({}),
      note: z.partialRecord(z.enum(languages as [string, ...string[]]), z.string()).default({}),
    }),
    source: z.strictObject({
      id: z.string(),
      title: text,
      publisher: z.string().trim().min(1).optional(),
      where: z.string().trim().min(1).optional(),
      date: z.iso.date().optional(),
      supports: text.optional(),
      verifiedOn: z.iso.date().nullable(),
      reviewBy: z.iso.date().nullable(),
    }),
    contact: z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      number: z.string().regex(/^\+?[0-9 ]{3,20}$/),
      name: text,
      answers: text,
      kind: z.enum(['police', 'helpline', 'ngo', 'care']),
      free: z.boolean().nullable(),
      hours: z.enum(['always']).nullable(),
      languages: z.array(z.string()),
      anonymous: z.boolean().nullable(),
      reportsTo: z.enum(['police']).nullable(),
      source: z.string(),
      verifiedOn: z.iso.date().nullable(),
      reviewBy: z.iso.date().nullable(),
    }),
  };
}
