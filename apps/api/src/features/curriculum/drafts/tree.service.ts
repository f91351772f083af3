import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { listDrafts } from '@seek-justice/contracts/endpoints/list-drafts.ts';
import type { CourseBody, Document, ModuleBody } from '@seek-justice/domain/curriculum/authoring/document.ts';
import { competencesOf, languageCompetence, type SignOff, thingsOf, unsigned } from '@seek-justice/domain/curriculum/authoring/review.ts';
import type { Contact } from '@seek-justice/domain/curriculum/contact.ts';
import type { Recordings } from '@seek-justice/domain/curriculum/narration.ts';
import { textStates } from '@seek-justice/domain/curriculum/authoring/translation.ts';
import { SITE } from '@seek-justice/seed/site.ts';
import { Contacts } from '../../../database/contacts.ts';
import { Published } from '../../../records/published.ts';
import { audioOf } from './audio.ts';
import { SourcesRepository } from '../sources/sources.repository.ts';
import { CourseDrafts } from './course-drafts.ts';
import { goingOut } from './going-out.ts';
import { ReviewsRepository } from './reviews.repository.ts';
import { sha256, today } from './today.ts';

type Tree = z.output<typeof listDrafts.success.body>;
type State = Tree['courses'][number]['states'][string];
type Entry = Pick<Tree['courses'][number], 'id' | 'kind' | 'title' | 'states' | 'comments'>;

const NOTHING: State = { texts: 0, missing: 0, stale: 0, things: 0, reviewed: 0, parts: 0, unheard: 0 };

const BY_NAME = new Intl.Collator(SITE.languages as string[], { numeric: true });

/** A course's title in the language that it was begun in. */
function nameOf({ body }: Document): string {
  const { title, source } = body as CourseBody;
  return title[source] ?? '';
}

function sum(states: readonly State[]): State {
  return Object.fromEntries(Object.keys(NOTHING).map((key) => [key, states.reduce((all, one) => all + one[key as keyof State], 0)])) as unknown as State;
}

/** All documents at a glance: how far each has come in each language, and all below it together. */
@Injectable()
export class TreeService {
  readonly #reviews: ReviewsRepository;
  readonly #published: Published;
  readonly #courses: CourseDrafts;
  readonly #contacts: Contacts;
  readonly #sources: SourcesRepository;

  constructor(reviews: ReviewsRepository, published: Published, courses: CourseDrafts, contacts: Contacts, sources: SourcesRepository) {
    this.#reviews = reviews;
    this.#published = published;
    this.#courses = courses;
    this.#contacts = contacts;
    this.#sources = sources;
  }

  async read(): Promise<Tree> {
    const [everything, former, comments, published, contacts] = await Promise.all([
      this.#courses.everything(),
      this.#sources.asPublished(),
      this.#reviews.openComments(),
      this.#published.courses(),
      this.#contacts.all(),
    ]);
    const { documents, signOffs, recordings } = everything;
    const entry = (document: Document, below: readonly Entry[] = []): Entry => ({
      id: document.id,
      kind: document.kind,
      title: (document.body as { title?: Entry['title'] }).title ?? {},
      states: this.#states(document, signOffs.get(document.id) ?? [], below, { recordings, contacts }),
      comments: (comments.get(document.id) ?? 0) + below.reduce((all, one) => all + one.comments, 0),
    });
    const one = (id: string, kind: Document['kind']): Document[] => [documents.get(id)].filter((found) => found !== undefined).filter((found) => found.kind === kind);
    const courses = [...documents.values()].filter(({ kind }) => kind === 'course');
    const position = new Map(published.map(({ manifest }, at) => [manifest.id, at]));
    // Those that nobody can read yet come last, as a list of names goes.
    courses.sort((a, b) => (position.get(a.id) ?? courses.length) - (position.get(b.id) ?? courses.length) || BY_NAME.compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1));
    const answer: Tree['courses'] = [];
    for (const course of courses) {
      const modules = (course.body as CourseBody).modules.flatMap(({ id }) => one(id, 'module')).map((module) => {
        const body = module.body as ModuleBody;
        const lessons = body.lessons.flatMap(({ id }) => one(id, 'lesson')).map((lesson) => entry(lesson));
        const [quiz] = body.quizzes.flatMap(({ id }) => one(id, 'quiz')).map((found) => entry(found));
        return { ...entry(module, [...lessons, ...(quiz ? [quiz] : [])]), lessons, quiz: quiz ?? null };
      });
      const now = published.find(({ manifest }) => manifest.id === course.id);
      const { hash } = await this.#courses.freeze(course.id, everything, undefined, goingOut(everything, former));
      answer.push({ ...entry(course, modules), published: now !== undefined, changed: now?.hash !== hash, modules });
    }
    return { courses: answer };
  }

  #states(document: Document, signOffs: readonly SignOff[], below: readonly Entry[], { recordings, contacts }: { recordings: Recordings; contacts: readonly Contact[] }): Entry['states'] {
    // Only languages are counted here: what sources say is another signature's matter.
    const open = unsigned(document, signOffs, { languages: SITE.languages, today: today(), sha256, sources: {} });
    const asked = thingsOf(document).map((thing) => competencesOf(document, thing, SITE.languages));
    return Object.fromEntries(
      SITE.languages.map((lang) => {
        const states = textStates(document, lang).filter(({ state }) => state !== 'none');
        const { missing, stale, parts } = audioOf(document, lang, recordings, contacts);
        // What it was begun in needs no confirmation of its language, and neither does what has no text of its own.
        const things = asked.filter((competences) => competences.includes(languageCompetence(lang))).length;
        const own: State = {
          texts: states.length,
          missing: states.filter(({ state }) => state === 'missing').length,
          stale: states.filter(({ state }) => state === 'stale').length,
          things,
          reviewed: things - open.filter(({ competence }) => competence === languageCompetence(lang)).length,
          parts,
          unheard: missing.length + stale.length,
        };
        return [lang, sum([own, ...below.map(({ states }) => states[lang] ?? NOTHING)])];
      }),
    );
  }
}

