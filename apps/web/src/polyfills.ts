// What the code here and its libraries use and Chrome 87 does not have yet (numbers.md: baseline browser).

if (!Object.hasOwn) {
  Object.defineProperty(Object, 'hasOwn', {
    configurable: true,
    writable: true,
    value: (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key),
  });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

for (const prototype of [Array.prototype, String.prototype])
  if (!('at' in prototype)) Object.defineProperty(prototype, 'at', { configurable: true, writable: true, value: at });

export {};
