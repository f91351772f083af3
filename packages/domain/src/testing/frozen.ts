/** The same value with nothing in it that could be changed: whoever tries to fails. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
}
