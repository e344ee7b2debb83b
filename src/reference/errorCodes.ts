import { codesBelow100000 } from './data/errorCodes/below100000.ts';
import { codesBelow51000 } from './data/errorCodes/below51000.ts';
import { codesFrom100000 } from './data/errorCodes/from100000.ts';
import { workloadBelow100000 } from './data/errorCodes/workloadBelow100000.ts';
import { workloadFrom100000 } from './data/errorCodes/workloadFrom100000.ts';
import type { ErrorCodeReference, WorkloadAdvice } from './types.ts';

/** In use, but absent from Microsoft's reference; their facts come from its troubleshooting texts and public repositories. */
const undocumented: ReadonlySet<number> = new Set([70021, 70025, 530003, 700024, 700211, 700212, 700213, 700222, 1002016, 7000229]);

/** Every known AADSTS code in ascending order; success ("0") is not an error code and not among them. */
export const errorCodes: readonly ErrorCodeReference[] = buildCodes();

/** ResultType "0". */
export const success: ErrorCodeReference = {
  code: 0,
  name: 'Success',
  meaning: 'The sign-in succeeded and a token was issued. It says nothing about whether the token was used: look for what followed.',
  documented: true,
};

const codeIndex: ReadonlyMap<number, ErrorCodeReference> = new Map(errorCodes.map((reference) => [reference.code, reference]));

/** The reference of a code, 0 included. */
export function findErrorCode(code: number): ErrorCodeReference | undefined {
  return code === 0 ? success : codeIndex.get(code);
}

/** The code in a text such as `7000215`, `"7000215"` or `AADSTS7000215: …`; undefined where none is meant. */
export function parseErrorCode(text: string): number | undefined {
  const start = text.slice(0, 40);
  const match = /^\s*["']?(\d{1,8})["']?\s*$/.exec(start) ?? /^\s*["']?AADSTS\s?(\d{1,8})(?!\d)/i.exec(start);
  return match ? Number(match[1]) : undefined;
}

function buildCodes(): readonly ErrorCodeReference[] {
  const advice = parseAdvice(workloadBelow100000 + workloadFrom100000);
  return [codesBelow51000, codesBelow100000, codesFrom100000].join('').split('\n').filter(Boolean).map((line) => {
    const [, digits = '', name = '-', meaning = ''] = /^(\d+) (\S+): (.*)$/.exec(line) ?? [];
    const code = Number(digits);
    const workload = advice.get(code);
    return { code, ...(name !== '-' && { name }), meaning, documented: !undocumented.has(code), ...(workload && { workload }) };
  });
}

/** Reads the format of data/errorCodes/workload….ts. */
function parseAdvice(source: string): ReadonlyMap<number, WorkloadAdvice> {
  const advice = new Map<number, WorkloadAdvice>();
  for (const block of source.split(/\n(?=\d)/)) {
    const [head = '', ...lines] = block.trim().split('\n');
    const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
    const [scenario = ''] = marked('@ ');
    if (head) advice.set(Number(head), { causes: marked('- '), checks: marked('? '), next: marked('> ').join(' '), scenario });
  }
  return advice;
}
