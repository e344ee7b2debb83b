import { numericTypes, ProblemError, type KqlType, type Span } from '../../base/index.ts';

function familyOf(type: KqlType): string {
  return numericTypes.has(type) ? 'number' : type;
}

/** Kusto compares values of one type, numbers of any kind with each other, and a dynamic with whatever it may hold; anything else needs a cast. */
export function requireComparable(a: KqlType, b: KqlType, span?: Span): void {
  if (a === 'dynamic' || b === 'dynamic' || familyOf(a) === familyOf(b)) return;
  throw new ProblemError({ code: 'KQL053', message: `A ${a} cannot be compared with a ${b}. Convert one side first, for example with to${a}() or to${b}().`, ...(span ? { span } : {}) });
}
