/** The bytes of one HTTP/1.1 request. */
export function requestBytes(method: 'GET' | 'POST', url: string, headers: Record<string, string>, body = ''): Buffer {
  const { host, pathname, search } = new URL(url);
  const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
