// The yardstick: plain node:http that answers every path with the same bytes from memory.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it answers; the body by path, as base64. */
export interface BareJob {
  bodies: Record<string, { base64: string; headers: Record<string, string> }>;
}

process.once('message', ({ bodies }: BareJob) => {
  const answers = new Map(
    Object.entries(bodies).map(([path, { base64, headers }]) => {
      const body = Buffer.from(base64, 'base64');
      return [path, { body, headers: { ...headers, 'content-length': body.length } }] as const;
    }),
  );
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (!answer) return void response.writeHead(404, { 'content-length': 0 }).end();
    response.writeHead(200, answer.headers);
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  process.once('disconnect', () => process.exit(0));
});
