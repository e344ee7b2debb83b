import { lineColumnAt, type CellValue, type Column, type Problem, type Row } from '../../src/base/index.ts';

/** A result in the wire form of the query API: longs with all their digits, dynamics as JSON text, short datetimes. */
export function resultBody(columns: readonly Column[], rows: readonly Row[], more: Readonly<Record<string, unknown>> = {}): string {
  const head = `{"tables":[{"name":"PrimaryResult","columns":${JSON.stringify(columns)},"rows":[`;
  const lines = rows.map((row) => `[${columns.map(({ type }, index) => cellText(row[index] ?? null, type)).join(',')}]`);
  const tail = Object.entries(more).map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `${head}${lines.join(',')}]}]${tail.join('')}}`;
}

function cellText(value: CellValue, type: Column['type']): string {
  if (value === null) return 'null';
  if (type === 'dynamic') return JSON.stringify(JSON.stringify(value));
  if (type === 'long' && typeof value === 'string') return value;
  if (type === 'datetime' && typeof value === 'string') return JSON.stringify(value.replace(/\.?0+Z$/, 'Z'));
  return JSON.stringify(value);
}

/** `{"error": …}` with its inner errors, outermost first. */
export function errorBody(code: string, message: string, ...inner: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ error: errorOf([{ code, message, correlationId: '00000000-0000-0000-0000-0000000000c0' }, ...inner]) });
}

function errorOf([outer, ...inner]: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> {
  return inner.length === 0 ? (outer ?? {}) : { ...outer, innererror: errorOf(inner) };
}

/** What a refused query looks like: a syntax or semantic error, with its place where there is one. */
export function refusedBody(query: string, problem: Problem | undefined): string {
  const place = problem?.span === undefined ? {} : placeOf(query, problem.span.start, problem.span.length);
  const syntax = /^(?:SYN|KS1)/.test(problem?.code ?? '');
  return errorBody(
    'BadArgumentError',
    'The request had some invalid properties',
    { code: syntax ? 'SyntaxError' : 'SemanticError', message: syntax ? 'A recognition error occurred in the query.' : 'A semantic error occurred.' },
    { code: problem?.code ?? 'SEM0001', message: problem?.message ?? 'no reason', ...place },
  );
}

function placeOf(query: string, start: number, length: number): object {
  const { line, column } = lineColumnAt(query, start);
  return { line, pos: column - 1, token: query.slice(start, start + length) };
}

const tooLarge = -2_133_196_797;

/** The error beside the rows of a 200 that is not the whole result. */
export function partialError(message: string, innerCode = tooLarge): object {
  return {
    code: 'PartialError',
    message: 'There were some errors when processing your query.',
    details: [{ code: 'EngineError', message: 'Something went wrong processing your query on the server.', innererror: { code: String(innerCode), message, severity: 2, severityName: 'Error' } }],
  };
}

export function statistics(rows: number): object {
  return {
    query: {
      executionTime: 0.125,
      resourceUsage: { cache: { memory: { hits: 4, misses: 1, total: 5 } }, cpu: { user: '00:00:00.2500000', kernel: '00:00:00', totalCpu: '00:00:00.2500000' }, memory: { peakPerNode: 1_234_567 } },
      inputDatasetStatistics: { extents: { total: 3, scanned: 2 }, rows: { total: rows * 10, scanned: rows * 2 } },
      datasetStatistics: [{ tableRowCount: rows, tableSize: rows * 100 }],
      dataProcessedKB: 2048.5,
      regions: ['West Europe'],
    },
  };
}
