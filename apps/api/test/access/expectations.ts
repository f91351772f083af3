/**
 * Who gets what: kept by hand, apart from the program's own table, so that a slip in one shows in the other.
 * `yes` is the status for those who may; everybody else gets 403 (`not_allowed`), a visitor 401 (`sign_in_first`)
 * unless said otherwise. Roles are the ones that suffice alone; of two roles either suffices, but where an answer may
 * hold names of learners `police` outranks the other one.
 */
export interface Expectation {
  /** `METHOD /pattern` as the server registers it. */
  route: string;
  /** Whose object the request is about; `near`: of the coordinator's province, `far`: of another one. */
  object: 'none' | 'own' | 'near' | 'far';
  may: 'anyone' | 'signed-in' | 'nobody' | readonly string[];
  names: boolean;
  yes: number | string;
  no?: number | string;
  request: (the: { own: string; person: string; province: string; asset: string }) => { path: string; body?: unknown };
}

const ANYONE = { object: 'none', may: 'anyone', names: false } as const;
const COORDINATOR = { may: ['coordinator'], names: true } as const;

/** Who has to do with the curriculum. */
const EDITORS = { object: 'none', may: ['author', 'reviewer', 'coordinator'], names: false } as const;
const AUTHORS = { object: 'none', may: ['author'], names: false } as const;

const page = (route: string, path: string, yes = 200): Expectation => ({ route, ...ANYONE, yes, request: () => ({ path }) });

const newPerson = (province: string) => ({
  name: 'អ្នកថ្មី សាកល្បង', role: 'pastor', province, commune: null, church: null, phone: null, gender: 'not-said', ageBand: 'not-said', email: null,
});

const newContact = {
  name: { en: 'A unit', km: 'ប៉ូលីសខេត្ត' }, answers: { en: 'An officer.', km: 'មន្ត្រីម្នាក់។' }, number: '012 345 678', kind: 'police', free: null, hours: null,
  languages: ['km'], anonymous: null, reportsTo: 'police', sourceTitle: { en: 'The unit', km: 'ប៉ូលីស' },
};

const record = (own: string, subject: string, type: string) => ({
  records: [{
    id: crypto.randomUUID(), subject, actor: own, type, v: 1, device: crypto.randomUUID(), deviceSeq: 0,
    occurredAt: '2026-11-20T00:00:00.000Z', after: null,
    body: type === 'record.voided' ? { record: crypto.randomUUID(), reason: 'mistake' } : { lesson: 'k7f2qd', snapshot: 'a'.repeat(64), lang: 'km', mode: 'read' },
  }],
});

export const EXPECTATIONS: readonly Expectation[] = [
  { route: 'POST /api/sign-in', ...ANYONE, yes: 401, request: () => ({ path: '/api/sign-in', body: { login: crypto.randomUUID(), secret: 'x' } }) },
  { route: 'POST /api/sign-in/pin', ...ANYONE, yes: 401, request: () => ({ path: '/api/sign-in/pin', body: { ticket: 'x', pin: '123456' } }) },
  { route: 'POST /api/invitations/accept', ...ANYONE, yes: 401, request: () => ({ path: '/api/invitations/accept', body: { token: 'x', password: 'long-enough-password' } }) },
  { route: 'GET /api/me', object: 'own', may: 'signed-in', names: false, yes: 200, request: () => ({ path: '/api/me' }) },
  { route: 'GET /api/curriculum', ...ANYONE, yes: 200, request: () => ({ path: '/api/curriculum' }) },
  { route: 'GET /api/snapshots/:hash', ...ANYONE, yes: 404, request: () => ({ path: `/api/snapshots/${'0'.repeat(64)}` }) },
  { route: 'GET /api/media/:hash', ...ANYONE, yes: 404, request: () => ({ path: `/api/media/${'0'.repeat(64)}` }) },
  { route: 'POST /api/uploads', ...AUTHORS, yes: 400, request: () => ({ path: '/api/uploads', body: {} }) },
  { route: 'PATCH /api/uploads/:id', ...AUTHORS, yes: 410, request: () => ({ path: `/api/uploads/${'0'.repeat(32)}`, body: {} }) },
  { route: 'DELETE /api/uploads/:id', ...AUTHORS, yes: 410, request: () => ({ path: `/api/uploads/${'0'.repeat(32)}`, body: {} }) },
  { route: 'POST /api/media', ...AUTHORS, yes: 410, request: () => ({ path: '/api/media', body: { upload: '0'.repeat(32), use: 'image' } }) },
  { route: 'GET /api/contacts', ...ANYONE, yes: 200, request: () => ({ path: '/api/contacts' }) },
  { route: 'GET /api/office/contacts', object: 'none', ...COORDINATOR, yes: 200, request: () => ({ path: '/api/office/contacts' }) },
  // Whoever answers for some provinces alone rings numbers, and changes none.
  { route: 'POST /api/office/contacts', object: 'none', may: 'nobody', names: true, yes: 201, request: () => ({ path: '/api/office/contacts', body: newContact }) },
  { route: 'POST /api/office/contacts/:id', object: 'none', may: 'nobody', names: true, yes: 404, request: () => ({ path: '/api/office/contacts/nobody', body: { ...newContact, version: 1 } }) },
  { route: 'POST /api/office/contacts/:id/confirm', object: 'none', ...COORDINATOR, yes: 404, request: () => ({ path: '/api/office/contacts/nobody/confirm', body: { version: 1, reviewBy: '2090-01-01' } }) },
  { route: 'POST /api/office/contacts/:id/retire', object: 'none', may: 'nobody', names: true, yes: 404, request: () => ({ path: '/api/office/contacts/nobody/retire', body: { version: 1, retired: true } }) },
  { route: 'GET /api/search', ...ANYONE, yes: 200, request: () => ({ path: '/api/search?q=police' }) },
  { route: 'GET /api/openapi.json', ...ANYONE, yes: 200, request: () => ({ path: '/api/openapi.json' }) },
  { route: 'GET /health/live', ...ANYONE, yes: 200, request: () => ({ path: '/health/live' }) },
  { route: 'GET /health/ready', ...ANYONE, yes: 200, request: () => ({ path: '/health/ready' }) },
  { route: 'GET /metrics', ...ANYONE, yes: 200, request: () => ({ path: '/metrics' }) },

  { route: 'POST /api/records', object: 'own', may: 'signed-in', names: false, yes: 'stored', request: ({ own }) => ({ path: '/api/records', body: record(own, own, 'lesson.finished') }) },
  { route: 'POST /api/records', object: 'near', may: 'nobody', names: false, yes: 'stored', no: 'refused:not_permitted', request: ({ own, person }) => ({ path: '/api/records', body: record(own, person, 'lesson.finished') }) },
  { route: 'POST /api/records', object: 'near', ...COORDINATOR, yes: 'stored', no: 'refused:not_permitted', request: ({ own, person }) => ({ path: '/api/records', body: record(own, person, 'record.voided') }) },
  { route: 'POST /api/records', object: 'far', may: 'nobody', names: false, yes: 'stored', no: 'refused:not_permitted', request: ({ own, person }) => ({ path: '/api/records', body: record(own, person, 'record.voided') }) },
  { route: 'GET /api/records', object: 'own', may: 'signed-in', names: false, yes: 200, request: () => ({ path: '/api/records' }) },
  { route: 'POST /api/devices', object: 'own', may: 'signed-in', names: false, yes: 400, request: () => ({ path: '/api/devices', body: { opened: 'x' } }) },
  { route: 'GET /api/people/:id/progress', object: 'own', may: 'signed-in', names: false, yes: 200, request: ({ own }) => ({ path: `/api/people/${own}/progress` }) },
  { route: 'GET /api/people/:id/progress', object: 'near', ...COORDINATOR, yes: 200, request: ({ person }) => ({ path: `/api/people/${person}/progress` }) },
  { route: 'GET /api/people/:id/progress', object: 'far', may: 'nobody', names: true, yes: 200, request: ({ person }) => ({ path: `/api/people/${person}/progress` }) },

  { route: 'GET /api/people/:id', object: 'near', ...COORDINATOR, yes: 200, request: ({ person }) => ({ path: `/api/people/${person}` }) },
  { route: 'GET /api/people/:id', object: 'far', ...COORDINATOR, yes: 404, request: ({ person }) => ({ path: `/api/people/${person}` }) },
  { route: 'POST /api/people', object: 'near', ...COORDINATOR, yes: 201, request: ({ province }) => ({ path: '/api/people', body: newPerson(province) }) },
  { route: 'POST /api/people', object: 'far', may: 'nobody', names: true, yes: 201, request: ({ province }) => ({ path: '/api/people', body: newPerson(province) }) },
  { route: 'POST /api/people/search', object: 'near', ...COORDINATOR, yes: 200, request: () => ({ path: '/api/people/search', body: { limit: 100 } }) },
  { route: 'POST /api/people/search', object: 'far', ...COORDINATOR, yes: 200, request: ({ province }) => ({ path: '/api/people/search', body: { province, limit: 100 } }) },
  { route: 'POST /api/people/:id/code', object: 'near', ...COORDINATOR, yes: 201, request: ({ person }) => ({ path: `/api/people/${person}/code`, body: {} }) },
  { route: 'POST /api/people/:id/code', object: 'far', ...COORDINATOR, yes: 404, request: ({ person }) => ({ path: `/api/people/${person}/code`, body: {} }) },

  { route: 'POST /api/people/:id/competences', object: 'near', ...COORDINATOR, yes: 404, request: ({ person }) => ({ path: `/api/people/${person}/competences`, body: { competences: ['law'] } }) },
  { route: 'POST /api/people/:id/competences', object: 'far', ...COORDINATOR, yes: 404, request: ({ person }) => ({ path: `/api/people/${person}/competences`, body: { competences: ['law'] } }) },
  { route: 'GET /api/people/:id/same', object: 'near', ...COORDINATOR, yes: 200, request: ({ person }) => ({ path: `/api/people/${person}/same` }) },
  { route: 'GET /api/people/:id/same', object: 'far', ...COORDINATOR, yes: 404, request: ({ person }) => ({ path: `/api/people/${person}/same` }) },
  { route: 'POST /api/cohorts', object: 'near', ...COORDINATOR, yes: 201, request: ({ province }) => ({ path: '/api/cohorts', body: { name: 'ក្រុម', province } }) },
  { route: 'POST /api/cohorts', object: 'far', may: 'nobody', names: true, yes: 201, request: ({ province }) => ({ path: '/api/cohorts', body: { name: 'ក្រុម', province } }) },
  { route: 'GET /api/cohorts', object: 'near', ...COORDINATOR, yes: 200, request: () => ({ path: '/api/cohorts' }) },
  { route: 'POST /api/cohorts/:id/close', object: 'far', ...COORDINATOR, yes: 404, request: () => ({ path: `/api/cohorts/${crypto.randomUUID()}/close`, body: { closed: true } }) },
  { route: 'POST /api/join', ...ANYONE, yes: 400, request: () => ({ path: '/api/join', body: { item: 'x' } }) },

  { route: 'GET /api/drafts', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts' }) },
  { route: 'GET /api/drafts/:id', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts/k7f2qd' }) },
  { route: 'GET /api/drafts/:id/versions', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts/k7f2qd/versions' }) },
  { route: 'GET /api/drafts/:id/versions/:version', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts/k7f2qd/versions/1' }) },
  { route: 'POST /api/drafts', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts', body: { id: 'zz99zz', kind: 'lesson', parent: 'zz98zz', after: null, source: 'km' } }) },
  { route: 'POST /api/drafts/:id/edits', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/edits', body: { version: 0, edits: [] } }) },
  { route: 'POST /api/drafts/:id/restore', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/restore', body: { version: 1 } }) },
  { route: 'GET /api/items', ...EDITORS, yes: 200, request: () => ({ path: '/api/items?q=police' }) },
  { route: 'GET /api/drafts/:id/origins', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/origins' }) },
  { route: 'POST /api/drafts/:id/put-aside', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/put-aside', body: { was: { id: 'q1' } } }) },
  { route: 'POST /api/drafts/:id/take-back', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/take-back', body: { aside: crypto.randomUUID(), after: null } }) },
  { route: 'GET /api/glossary', ...EDITORS, yes: 200, request: () => ({ path: '/api/glossary' }) },
  { route: 'POST /api/glossary/:id', ...EDITORS, yes: 400, request: () => ({ path: '/api/glossary/zz99zz', body: { words: { en: 'word' }, also: {}, note: {}, version: 0 } }) },
  { route: 'POST /api/glossary/:id/remove', ...EDITORS, yes: 200, request: () => ({ path: '/api/glossary/zz99zz/remove', body: {} }) },
  { route: 'POST /api/drafts/:id/sign-offs', object: 'none', may: ['reviewer'], names: false, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/sign-offs', body: { version: 1, things: ['b1'], competence: 'law', reviewBy: '2030-01-01' } }) },
  { route: 'POST /api/drafts/:id/comments', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/comments', body: { id: crypto.randomUUID(), thing: 'b1', text: 'ពិបាកយល់' } }) },
  { route: 'POST /api/drafts/:id/comments/settle', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/comments/settle', body: { comment: crypto.randomUUID(), settled: true } }) },
  { route: 'GET /api/sources', ...EDITORS, yes: 200, request: () => ({ path: '/api/sources' }) },
  { route: 'POST /api/sources/:id', ...AUTHORS, yes: 409, request: () => ({ path: '/api/sources/aple', body: { version: 99, source: { title: { km: 'ទំព័រថ្មី' }, verifiedOn: null, reviewBy: null } } }) },
  { route: 'GET /api/sources/:id/versions', ...EDITORS, yes: 200, request: () => ({ path: '/api/sources/aple/versions' }) },
  { route: 'POST /api/sources/:id/restore', ...AUTHORS, yes: 404, request: () => ({ path: '/api/sources/aple/restore', body: { version: 1, to: 99 } }) },
  { route: 'GET /api/courses/:id/check', ...EDITORS, yes: 404, request: () => ({ path: '/api/courses/zz99zz/check' }) },
  { route: 'GET /api/drafts/:id/narration', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts/k7f2qd/narration?lang=km' }) },
  { route: 'POST /api/drafts/:id/clips', ...AUTHORS, yes: 410, request: () => ({ path: '/api/drafts/k7f2qd/clips', body: { lang: 'km', key: ':title', upload: '0'.repeat(32), source: '0'.repeat(64) } }) },
  { route: 'POST /api/drafts/:id/clips/restore', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts/k7f2qd/clips/restore', body: { lang: 'km', key: 'zz99', media: '0'.repeat(64) } }) },
  { route: 'POST /api/drafts/:id/clips/remove', ...AUTHORS, yes: 404, request: () => ({ path: '/api/drafts/k7f2qd/clips/remove', body: { lang: 'km', key: 'zz99' } }) },
  { route: 'POST /api/courses/:id/publish', object: 'none', may: ['author', 'reviewer'], names: false, yes: 404, request: () => ({ path: '/api/courses/zz99zz/publish', body: { kind: 'content', note: {}, release: false } }) },

  { route: 'GET /api/drafts/:id/xliff', ...EDITORS, yes: 200, request: () => ({ path: '/api/drafts/k7f2qd/xliff?to=km' }) },
  { route: 'POST /api/drafts/:id/xliff', ...AUTHORS, yes: 400, request: () => ({ path: '/api/drafts/k7f2qd/xliff', body: {} }) },
  { route: 'GET /api/drafts/:id/gift', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/gift?lang=km' }) },
  { route: 'POST /api/drafts/:id/gift', ...AUTHORS, yes: 400, request: () => ({ path: '/api/drafts/k7f2qd/gift?lang=km', body: {} }) },
  { route: 'GET /api/drafts/:id/package', ...EDITORS, yes: 404, request: () => ({ path: '/api/drafts/zz99zz/package' }) },
  { route: 'POST /api/packages', object: 'none', may: ['author', 'coordinator'], names: false, yes: 400, request: () => ({ path: '/api/packages', body: {} }) },

  page('GET /', '/'),
  page('GET /learn', '/learn'),
  page('GET /sign-in', '/sign-in'),
  page('GET /welcome', '/welcome'),
  page('GET /reading', '/reading'),
  page('GET /help-now', '/help-now'),
  page('GET /h', '/h'),
  page('GET /learn/:id', '/learn/k7f2qd'),
  page('GET /learn/:id', '/learn/q8x3mt'),
  page('GET /shell', '/shell'),
  page('GET /phone', '/phone'),
  page('GET /carry', '/carry'),
  page('GET /search', '/search'),
  page('GET /j', '/j'),
  page('GET /j/*', '/j/abc234'),
  page('GET /worker.js', '/worker.js'),
  page('GET /app.webmanifest', '/app.webmanifest'),
  page('GET /staff', '/staff'),
  page('GET /staff/*', '/staff/people'),
  page('GET /author', '/author'),
  page('GET /author/*', '/author/k7f2qd'),
  page('GET /*', '/no/such/page', 404),
  { route: 'GET /assets/*', ...ANYONE, yes: 200, request: ({ asset }) => ({ path: asset }) },

  // Last, because it ends the session.
  { route: 'POST /api/sign-out', ...ANYONE, yes: 204, request: () => ({ path: '/api/sign-out', body: {} }) },
];
