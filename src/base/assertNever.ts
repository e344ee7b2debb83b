/** Makes a forgotten case of a union a type error; throws if data from outside brings one anyway. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
