type Reference = typeof import('../reference/index.ts');

/** The reference data, loaded when something is first to be explained: activation does without. */
export function loadReference(): Promise<Reference> {
  return import('../reference/index.ts');
}
