import { formatDatetime, kqlTypes, parseExactJson, parseIsoTicks, ProblemError, type CellValue, type Column, type JsonValue, type KqlType, type Row } from '../../base/index.ts';
import type { RenderSpec, ResultWarning } from '../../protocol/index.ts';
import { partialWarning, problemWithoutTable, type PartialApiError } from './partialErrors.ts';
import { serviceStatistics, type ServiceStatistics, type StatisticsBody } from './serviceStatistics.ts';

/** What one answer of the query API holds, in the wire form of every boundary. */
export interface DecodedResponse {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly warnings: readonly ResultWarning[];
  readonly render?: RenderSpec;
  readonly statistics: ServiceStatistics;
}

interface ApiTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly JsonValue[])[];
}

interface ApiBody extends StatisticsBody {
  readonly tables?: readonly ApiTable[];
  readonly error?: PartialApiError;
  readonly render?: { readonly visualization?: string | null; readonly [key: string]: JsonValue | undefined };
}

/**
 * Decodes the body of a 200 answer. HTTP 200 is not success: a `PartialError` beside the rows becomes a warning, a body
 * without a table throws ProblemError LA200 (or the error's own code), an empty one LA202, a broken one LA201. Works on
 * the body's text because the SDK's own decoder turns datetimes into `Date`, which drops everything below a millisecond.
 */
export function decodeResponse(body: string): DecodedResponse {
  const parsed = parseBody(body);
  const [table, ...others] = parsed.tables ?? [];
  if (!table) throw new ProblemError(problemWithoutTable(parsed.error));
  const columns = table.columns.map((column) => ({ name: column.name, type: toKqlType(column.type) }));
  const decoders = columns.map(({ type }) => cellDecoder(type));
  const rows = table.rows.map((row) => decoders.map((decode, index) => decode(row[index] ?? null)));
  const visualization = parsed.render?.visualization;
  return {
    columns,
    rows,
    warnings: [...(parsed.error ? [partialWarning(parsed.error)] : []), ...(others.length > 0 ? [otherTablesNote(others.length)] : [])],
    ...(visualization ? { render: { visualization, properties: textProperties(parsed.render ?? {}) } } : {}),
    statistics: serviceStatistics(parsed),
  };
}

function otherTablesNote(count: number): ResultWarning {
  return { kind: 'note', code: 'ENG023', severity: 'information', message: `The query has ${String(count + 1)} results; the first is shown. Run the others one at a time.` };
}

function parseBody(body: string): ApiBody {
  if (body.trim() === '') {
    throw new ProblemError({ code: 'LA202', message: 'Log Analytics answered with success but sent nothing. Nothing is known about the data; run the query again.' });
  }
  try {
    return (parseExactJson(body) ?? {}) as ApiBody;
  } catch {
    throw new ProblemError({
      code: 'LA201',
      message: `The answer of Log Analytics broke off or is no JSON (${body.length.toLocaleString('en')} characters arrived). Nothing was kept; run the query again, and check for a proxy that cuts long answers.`,
    });
  }
}

export function toKqlType(name: string): KqlType {
  const lower = name.toLowerCase();
  // `date`, `double`, `uniqueid` and `boolean` are documented aliases.
  const aliases: Readonly<Record<string, KqlType>> = { date: 'datetime', double: 'real', uniqueid: 'guid', boolean: 'bool', time: 'timespan' };
  return kqlTypes.find((type) => type === lower) ?? aliases[lower] ?? 'dynamic';
}

type Decode = (value: JsonValue) => CellValue;

/** The service's value in wire form: seven fraction digits in datetimes, parsed dynamics, 0/1 booleans as booleans. */
function cellDecoder(type: KqlType): Decode {
  switch (type) {
    case 'string':
      return (value) => value ?? '';
    case 'datetime':
      return wireDatetime;
    case 'dynamic':
      return (value) => (typeof value === 'string' ? parsedDynamic(value) : value);
    case 'bool':
      return (value) => (typeof value === 'number' ? value !== 0 : value);
    case 'decimal':
      return (value) => (value === null || typeof value === 'object' ? value : String(value));
    case 'guid':
      return (value) => (typeof value === 'string' ? value.toLowerCase() : value);
    default:
      return (value) => value;
  }
}

const plainDatetime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,7}))?Z$/;

/** Nearly every datetime only lacks zeros at its end; the rest goes through ticks. */
function wireDatetime(value: JsonValue): CellValue {
  if (typeof value !== 'string') return value;
  const plain = plainDatetime.exec(value);
  if (plain) return `${value.slice(0, 19)}.${(plain[1] ?? '').padEnd(7, '0')}Z`;
  const ticks = parseIsoTicks(value);
  return ticks === undefined ? value : formatDatetime(ticks);
}

/** A dynamic arrives as JSON text, except that a plain string arrives as it is. */
function parsedDynamic(text: string): CellValue {
  if (text === '') return null;
  try {
    return parseExactJson(text);
  } catch {
    return text;
  }
}

function textProperties(render: Readonly<Record<string, JsonValue | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(render).flatMap(([key, value]) => (typeof value === 'string' && key !== 'visualization' ? [[key, value]] : [])));
}
