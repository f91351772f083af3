import { compileApi } from './build/compile-api.ts';
import { inRepository } from './root.ts';

const count = await compileApi(inRepository('apps', 'api', 'src'), inRepository('apps', 'api', 'dist'));
console.log(`api: ${count} files`);
