import { formatDatetime, parseIsoTicks } from '../../src/base/index.ts';
import { partialError } from './logAnalyticsBodies.ts';
import type { ServiceAnswer, ServiceRequest } from './logAnalyticsServer.ts';

/** The query that a service of many rows answers. */
export const manyRowsQuery = 'Many_CL | project Id, TimeGenerated';

const start = parseIsoTicks('2026-03-01T00:00:00.0000003Z') ?? 0n;
const second = 10_000_000n;

/** Rows that are computed, not kept: three share each instant, and the first third of them lies within a fraction of a second. */
export class ManyRows {
  readonly #rows: number;
  readonly #limit: number;

  constructor(rows: number, limit: number) {
    this.#rows = rows;
    this.#limit = limit;
  }

  /** Answers the query itself, a slice of it, and the questions of "fetch all" about its rows. */
  answer({ body: { query = '' } }: ServiceRequest): ServiceAnswer {
    const [, ...lines] = query.split('\n');
    const [from, to] = borders(lines[0] ?? '');
    const [first, end] = from === undefined || to === undefined ? [0, this.#rows] : [this.#idAt(from), this.#idAt(to)];
    if (query.includes('IdentityTrailUntimed')) return this.#extent(first, end);
    const step = /bin\(TimeGenerated, timespan\(([^)]+)\)\)/.exec(query)?.[1];
    return step === undefined ? this.#slice(first, end) : this.#density(first, end, spanTicks(step));
  }

  #ticks(id: number): bigint {
    const instant = BigInt(Math.floor(id / 3));
    return start + (id < this.#rows / 3 ? instant : instant * second);
  }

  /** The first row at or after a time. */
  #idAt(ticks: bigint): number {
    let [low, high] = [0, this.#rows];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ticks(middle) < ticks) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #slice(first: number, end: number): ServiceAnswer {
    const whole = end - first <= this.#limit;
    const rows: string[] = [];
    for (let id = first; id < (whole ? end : first + this.#limit); id += 1) rows.push(`[${String(id)},"${formatDatetime(this.#ticks(id))}"]`);
    const error = whole ? '' : `,"error":${JSON.stringify(partialError(`Query result set has exceeded the internal record count limit ${String(this.#limit)} (E_QUERY_RESULT_SET_TOO_LARGE)`))}`;
    return answered('{"name":"Id","type":"long"},{"name":"TimeGenerated","type":"datetime"}', rows.join(','), error);
  }

  #extent(first: number, end: number): ServiceAnswer {
    return answered('{"name":"R","type":"long"},{"name":"F","type":"datetime"},{"name":"L","type":"datetime"},{"name":"U","type":"long"}', `[${String(end - first)},"${formatDatetime(this.#ticks(first))}","${formatDatetime(this.#ticks(end - 1))}",0]`);
  }

  #density(first: number, end: number, step: bigint): ServiceAnswer {
    const rows: string[] = [];
    for (let id = first; id < end; ) {
      const bin = this.#ticks(id) - (this.#ticks(id) % step);
      const next = Math.min(end, this.#idAt(bin + step));
      rows.push(`["${formatDatetime(bin)}",${String(next - id)}]`);
      id = next;
    }
    return answered('{"name":"B","type":"datetime"},{"name":"N","type":"long"}', rows.join(','));
  }
}

function answered(columns: string, rows: string, more = ''): ServiceAnswer {
  return { status: 200, body: `{"tables":[{"name":"PrimaryResult","columns":[${columns}],"rows":[${rows}]}]${more}}` };
}

function borders(line: string): readonly (bigint | undefined)[] {
  const [, from, to] = /^\| where TimeGenerated >= datetime\(([^)]+)\) and TimeGenerated < datetime\(([^)]+)\)$/.exec(line) ?? [];
  return [from, to].map((time) => (time === undefined ? undefined : parseIsoTicks(time)));
}

function spanTicks(text: string): bigint {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return ((BigInt(days) * 24n + BigInt(hours)) * 3_600n + BigInt(minutes) * 60n + BigInt(seconds)) * second + BigInt(fraction.padEnd(7, '0'));
}
