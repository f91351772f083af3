import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { clientAssets, READING } from './build/client-assets.ts';
import { precompress } from './build/precompress.ts';
import { writeMeta } from './build/render-meta.ts';

/** What the learner's phone must be able to run (numbers.md: baseline browser). */
const BASELINE = 'chrome87';

export default defineConfig({
  appType: 'custom',
  plugins: [react(), clientAssets()],
  build: { assetsInlineLimit: 0, cssTarget: BASELINE, reportCompressedSize: false, emptyOutDir: true },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        target: BASELINE,
        manifest: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['src/main.tsx', READING],
          output: {
            entryFileNames: 'assets/[hash].js',
            chunkFileNames: 'assets/[hash].js',
            // One file for what everything stands on: each small shared file would be packed by itself, and 400 bytes larger together.
            codeSplitting: { groups: [{ name: 'base', test: /node_modules\/(?:react|react-dom|scheduler|idb)\/|rolldown\/runtime|\/src\/(?:local|auth|kernel|i18n\/(?:words|speaker|provider)|blocks\/reading|ui\/icon|ui\/use-mounted)/ }] },
          },
        },
      },
    },
    render: {
      consumer: 'server',
      define: { 'process.env.NODE_ENV': '"production"' },
      // The API starts it as a child process from anywhere: nothing may be left to resolve.
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/render',
        target: 'node24',
        copyPublicDir: false,
        rolldownOptions: { input: 'src/render/main.ts', output: { entryFileNames: 'render.js', codeSplitting: false } },
      },
    },
    worker: {
      consumer: 'client',
      build: {
        outDir: 'dist/client',
        emptyOutDir: false,
        copyPublicDir: false,
        target: BASELINE,
        modulePreload: false,
        // A classic script: workers that are modules came later than the oldest browser here.
        rolldownOptions: { input: 'src/worker/worker.ts', output: { format: 'iife', entryFileNames: 'worker.js', codeSplitting: false } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { client, render, worker } = builder.environments;
      if (!client || !render || !worker) throw new Error('vite.config.ts names all environments');
      // In this order: pages name the client's hashed files and hold its styles.
      await builder.build(client);
      await builder.build(render);
      await builder.build(worker);
      await precompress('dist/client');
      await writeMeta('dist');
    },
  },
});
