import { formatDatetime, ProblemError } from '../../base/index.ts';
import type { ResultSink, ResultWarning } from '../../protocol/index.ts';
import { codeOf, extendable, picksRows } from '../index.ts';
import type { DecodedResponse } from './responseDecoder.ts';
import { densityQuery, extentFrom, extentQuery, halve, packSlices, sliceQuery, untimedQuery, type Extent, type TimeSlice } from './timeSlices.ts';

export interface FetchWorld {
  ask(query: string): Promise<DecodedResponse>;
  /** Takes rows in; resolves to false when no more are wanted. */
  readonly deliver: (answer: DecodedResponse) => Promise<boolean>;
  readonly progress: NonNullable<ResultSink['progress']>;
}

/** Of the rows that fitted into the answer that was cut, this share is asked for at once. */
const share = 0.8;
/** Slices on their way at the same time; the rest of the queue stays free for others. */
const ahead = 2;

/**
 * Brings in every row of a query whose answer was cut: parts its rows by their TimeGenerated, at 100 ns, until each
 * slice comes whole. Gives back what is worth saying of the whole. Throws ProblemError LA05x where that cannot be done.
 */
export async function fetchAll(query: string, first: DecodedResponse, world: FetchWorld): Promise<readonly ResultWarning[]> {
  const base = extendable(query);
  refuseUnsliceable(base, first);
  const extent = extentFrom(await onlyRow(world, extentQuery(base)));
  const slices = await planSlices(base, extent, Math.max(1, Math.floor(first.rows.length * share)), world);
  const run = new SliceRun(base, extent.rows, world);
  return run.all(descending(base) ? slices.toReversed() : slices, extent);
}

function refuseUnsliceable(query: string, first: DecodedResponse): void {
  if (picksRows(query)) {
    throw new ProblemError({ code: 'LA050', message: '"Fetch all" cannot part this query by time: take, top and sample pick rows, and each part would pick its own. Leave that operator out.' });
  }
  if (!first.columns.some(({ name, type }) => name === 'TimeGenerated' && type === 'datetime')) {
    throw new ProblemError({ code: 'LA051', message: '"Fetch all" parts the result by its column TimeGenerated, which this result does not have. Keep the column, or summarize further so that the result fits.' });
  }
}

async function onlyRow(world: FetchWorld, query: string): Promise<DecodedResponse['rows'][number]> {
  const { rows, warnings } = await world.ask(query);
  const [row] = rows;
  if (!row || warnings.some(({ kind }) => kind !== 'note')) {
    throw new ProblemError({ code: 'LA052', message: 'Log Analytics could not count the rows of this query, so "fetch all" cannot tell when it has them all. Narrow the time range, then try again.' });
  }
  return row;
}

/** How often a crowded slice is looked at more closely before its rows are asked for. */
const looks = 6;

/** Counts first, since counting is cheap and an answer that is cut is thrown away: crowded slices are parted until each fits. */
async function planSlices(base: string, { slice }: Extent, fitting: number, world: FetchWorld, left = looks): Promise<readonly TimeSlice[]> {
  if (!slice) return [];
  const density = densityQuery(base, slice);
  const { rows } = await world.ask(density);
  const counted = packSlices(slice, rows.map(([bin, count]) => [bin ?? null, count ?? null] as const), fitting);
  const planned: TimeSlice[] = [];
  for (const part of counted) {
    const crowded = part.rows > fitting && part.to - part.from > 1n && left > 0;
    planned.push(...(crowded ? await planCrowded(base, part, fitting, world, left - 1) : [part]));
  }
  return planned;
}

/** A crowded slice is often empty for the most part: where its rows begin and end makes finer bins. */
async function planCrowded(base: string, part: TimeSlice, fitting: number, world: FetchWorld, left: number): Promise<readonly TimeSlice[]> {
  const within = sliceQuery(base, part);
  const { slice } = extentFrom(await onlyRow(world, extentQuery(within)));
  return slice ? planSlices(base, { rows: 0, untimed: 0, slice }, fitting, world, left) : [part];
}

/** Whether the query sorts by time, newest first, so that the slices have to come in that order too. */
function descending(query: string): boolean {
  return /\|\s*(?:sort|order)\s+by\s+TimeGenerated\s*(?:desc\b[^|,]*)?$/.test(codeOf(query));
}

class SliceRun {
  readonly #base: string;
  readonly #expected: number;
  readonly #world: FetchWorld;
  #delivered = 0;
  #requests = 0;
  readonly #cut: ResultWarning[] = [];

  constructor(base: string, expected: number, world: FetchWorld) {
    this.#base = base;
    this.#expected = expected;
    this.#world = world;
  }

  async all(slices: readonly TimeSlice[], { untimed }: Extent): Promise<readonly ResultWarning[]> {
    const queries = [...slices.map((slice) => ({ slice, query: sliceQuery(this.#base, slice) })), ...(untimed > 0 ? [{ slice: undefined, query: untimedQuery(this.#base) }] : [])];
    const begun: Promise<DecodedResponse>[] = [];
    for (const [index, { slice }] of queries.entries()) {
      for (const { query } of queries.slice(begun.length, index + ahead)) {
        const asked = this.#world.ask(query);
        // A failure is met when this slice's turn comes; until then it is nobody's.
        asked.catch(() => undefined);
        begun.push(asked);
      }
      const answer = begun[index];
      if (!answer || !(await this.#take(await answer, slice))) return this.#cut;
      // Rows that were handed on are not kept.
      begun[index] = Promise.resolve({ ...(await answer), rows: [] });
    }
    return [...this.#cut, ...this.#verdict()];
  }

  /** Delivers a slice, or its parts where it was cut. Resolves to false when no more rows are wanted. */
  async #take(answer: DecodedResponse, slice: TimeSlice | undefined): Promise<boolean> {
    this.#requests += 1;
    if (answer.warnings.some(({ kind }) => kind === 'truncated')) {
      const halves = slice && halve(slice);
      if (halves) {
        for (const half of descending(this.#base) ? [halves[1], halves[0]] : halves) {
          if (!(await this.#take(await this.#world.ask(sliceQuery(this.#base, half)), half))) return false;
        }
        return true;
      }
      this.#cut.push(indivisible(slice));
    } else {
      this.#cut.push(...answer.warnings);
    }
    this.#delivered += answer.rows.length;
    this.#world.progress(`${this.#delivered.toLocaleString('en')} of ${this.#expected.toLocaleString('en')} rows`, this.#expected === 0 ? undefined : Math.min(1, this.#delivered / this.#expected));
    return this.#world.deliver(answer);
  }

  #verdict(): readonly ResultWarning[] {
    const note = { kind: 'note', code: 'LA053', severity: 'information', message: `The result was too big for one answer; it came in ${String(this.#requests)} parts by TimeGenerated.` } as const;
    if (this.#delivered === this.#expected || this.#cut.some(({ kind }) => kind === 'truncated')) return [note];
    const counts = `${this.#expected.toLocaleString('en')} rows were counted first and ${this.#delivered.toLocaleString('en')} came`;
    return this.#delivered > this.#expected
      ? [note, { kind: 'note', code: 'LA054', severity: 'information', message: `Records arrived while the result was fetched: ${counts}.` }]
      : [note, { kind: 'partial', code: 'LA055', severity: 'warning', message: `Rows are missing: ${counts}. Run the query again, with a time range that ends in the past.` }];
  }
}

function indivisible(slice: TimeSlice | undefined): ResultWarning {
  const where = slice ? `at the very instant ${formatDatetime(slice.from)}` : 'without a TimeGenerated';
  return { kind: 'truncated', code: 'LA056', severity: 'warning', message: `There are more rows ${where} than one answer can hold, and time does not part them. The rest of them is missing; filter by another column to see them.` };
}
