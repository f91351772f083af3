// What the code here and its libraries use and Chrome 87 does not have yet (numbers.md: baseline browser).

if (!Object.hasOwn) {
  Object.defineProperty(Object, 'hasOwn', {
    configurable: true,
    writable: true,
    value: (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key),
  });
}

export {};
