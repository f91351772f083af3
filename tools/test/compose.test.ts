import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isReadingOnly, readConfig } from '../src/serve/config.ts';
import { inRepository } from '../src/root.ts';

interface Service {
  build?: { target: string };
  environment?: Record<string, string>;
  networks: { default: { ipv4_address: string } };
}

/** There is no Docker where the tests run: what can be known without it. */
const { services } = parse(readFileSync(inRepository('docker-compose.yml'), 'utf8'), { merge: true }) as { services: Record<string, Service> };
const address = (name: string) => services[name]?.networks.default.ipv4_address;
/** As Compose fills it in from `.env`. */
const filled = (env: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('${PUBLIC_URL:?}', 'https://learn.example.org').replace('${DATABASE_PASSWORD:?}', 'secret')]));

test('each replica is started with settings that it understands, open for signing in, behind nginx alone', () => {
  for (const name of ['api-1', 'api-2']) {
    const config = readConfig(filled(services[name]?.environment));
    expect(config).toMatchObject({
      host: '0.0.0.0', port: 3000, publicUrl: 'https://learn.example.org', dataDir: '/data',
      databaseUrl: 'postgresql://seek_justice:secret@postgres/seek_justice', trustProxy: address('nginx'),
    });
    expect(isReadingOnly(config)).toBe(false);
  }
});

test('nginx asks both replicas where they are, and gets all that its start script asks for', () => {
  const given = services.nginx?.environment ?? {};
  expect(given.UPSTREAMS).toBe(`${address('api-1')}:3000 ${address('api-2')}:3000`);
  const script = readFileSync(inRepository('deploy', 'start-nginx.sh'), 'utf8');
  const needed = [...script.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  expect(new Set(Object.keys(given))).toEqual(new Set(needed));
});

test('what is built is what the Dockerfile has', () => {
  const targets = [...readFileSync(inRepository('Dockerfile'), 'utf8').matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, name]) => name);
  expect(new Set(targets)).toEqual(new Set(Object.values(services).flatMap(({ build }) => build?.target ?? [])));
});
