/**
 * All walls of the house. `WALLS=learner` asks another question of the same house: what the
 * learner's first page loads, which only static imports that survive compilation decide.
 */
const learner = process.env.WALLS === 'learner';
const test = '\\.test\\.tsx?$|^(packages|apps)/[^/]+/test/|^packages/domain/src/testing/';
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Each layer may import itself and those before it; layers of one group stand side by side. */
function layers(base, groups) {
  return groups.slice(0, -1).map((group, index) => {
    const later = groups.slice(index + 1).flat();
    return wall(
      `${base}: ${group.join(', ')} below ${later[0]}`,
      `Layers of ${base} import only what stands before them.`,
      { path: `^${base}/(${group.join('|')})/`, pathNot: test },
      { path: `^${base}/(${later.join('|')})/` },
    );
  });
}

const packages = [
  wall('domain stands alone', 'The rules run on phone and server and know neither.', { path: '^packages/domain/', pathNot: test }, { path: '^(packages/(contracts|seed)|apps|tools)/' }),
  wall('contracts see domain', 'Contracts are shared by api and web.', { path: '^packages/contracts/' }, { path: '^(packages/seed|apps|tools)/' }),
  wall('seed sees domain', 'The curriculum is content, not code.', { path: '^packages/seed/', pathNot: test }, { path: '^(packages/contracts|apps|tools)/' }),
  wall('api and web apart', 'They meet in contracts.', { path: '^apps/api/' }, { path: '^apps/(web|e2e)/' }),
  wall('web and api apart', 'They meet in contracts.', { path: '^apps/web/' }, { path: '^apps/(api|e2e)/|^packages/seed/' }),
  wall('nobody needs tools', 'The product runs without the tools that start it.', { path: '^(packages|apps)/', pathNot: `${test}|^apps/e2e/` }, { path: '^tools/' }),
  wall('no test code in the product', 'What tests need stays with them.', { path: '^(packages|apps)/[^/]+/src/', pathNot: `${test}|^apps/e2e/` }, { path: test }),
];

const rooms = [
  ...layers('packages/domain/src', [['kernel'], ['language'], ['records'], ['assessment'], ['curriculum'], ['sessions'], ['progress'], ['credentials']]),
  ...layers('apps/api/src', [['http', 'database'], ['auth'], ['records'], ['features'], ['screens']]),
  ...layers('apps/web/src', [['ui', 'i18n', 'local'], ['auth'], ['records'], ['blocks'], ['features'], ['routes']]),
  wall('app.module on top', 'It joins the rooms; none of them knows it.', { path: '^apps/api/src/[^/]+/', pathNot: test }, { path: '^apps/api/src/(app\\.module|main)\\.ts$' }),
  wall('a feature imports no other feature', 'Features meet in screens and routes alone.', { path: '^apps/(api|web)/src/features/([^/]+)/' }, { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' }),
  wall('a record shape imports nothing', 'Phones load shapes.', { path: '^packages/domain/src/records/types/[^/]+/shape\\.ts$' }, { path: '.+', dependencyTypesNot: ['type-only'] }),
  wall('no React in api', 'Pages are rendered by the web build.', { path: '^apps/api/' }, { path: npm('react', 'react-dom', 'react-router', 'react-i18next') }),
  wall('no server framework in web', 'Browsers do not run servers.', { path: '^apps/web/' }, { path: npm('@nestjs', 'typeorm', 'fastify', 'pg') }),
];

const everywhere = [
  wall('no cycles', 'Whoever reads one file should not have to read them all.', {}, { circular: true }),
  wall('no orphans', 'A file that nothing uses is not needed.', { orphan: true, pathNot: `${test}|\\.d\\.ts$|\\.config\\.[cm]?[jt]s$|^tools/(src/testing/empty-module|src/[^/]+\\.ts$)|^apps/web/(public/|src/service-worker)` }, {}),
  wall('nothing unresolvable', 'An import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  wall('no development packages in the product', 'They are missing where it runs.', { path: '^(packages|apps/api)/[^/]*/?src/', pathNot: test }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] }),
];

const firstPage = [
  wall(
    'learners load no schema, staff or author code',
    'Every kilobyte of the first page is paid for on a weak line; import it dynamically.',
    { path: '^apps/web/src/main\\.tsx$' },
    {
      reachable: true,
      // The small door that imports its side of the house dynamically.
      pathNot: '/late\\.tsx$',
      path: `${npm('zod', 'dexie', '@tanstack', '@tiptap', 'workbox-window')}|/schemas?\\.ts$|^apps/web/src/routes/(staff|author|train)/|^apps/web/src/features/(?:people|authoring)/|^apps/web/src/i18n/author|^apps/web/src/blocks/[^/]+/edit`,
    },
  ),
];

module.exports = {
  forbidden: learner ? firstPage : [...packages, ...rooms, ...everywhere],
  options: {
    tsPreCompilationDeps: !learner,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: learner ? { path: '(^|/)dist/', dynamic: true } : { path: '(^|/)dist/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
