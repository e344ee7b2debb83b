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

/** One question for a part of the rows; without a slice, for those without a time. */
interface Part {
  readonly slice: TimeSlice | undefined;
  readonly query: string;
}

/**
 * Brings in every row of a query whose answer was cut: parts its rows by their TimeGenerated, at 100 ns, until each
 * slice comes whole. Throws ProblemError LA05x where that cannot be done.
 */
export async function planFetch(query: string, first: DecodedResponse, world: FetchWorld): Promise<SliceFetch> {
  const base = extendable(query);
  refuseUnsliceable(base, first);
  const extent = extentFrom(await onlyRow(world, extentQuery(base)));
  const slices = await planSlices(base, extent, Math.max(1, Math.floor(first.rows.length * share)), world);
  const newestFirst = descending(base);
  const parts = (newestFirst ? slices.toReversed() : slices).map((slice): Part => ({ slice, query: sliceQuery(base, slice) }));
  return new SliceFetch(base, extent.rows, newestFirst, [...parts, ...(extent.untimed > 0 ? [{ slice: undefined, query: untimedQuery(base) }] : [])]);
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

/** A fetch under way: which parts are still to come. After a failure `run` goes on with those. */
export class SliceFetch {
  readonly #base: string;
  readonly #expected: number;
  readonly #newestFirst: boolean;
  #parts: readonly Part[];
  #delivered = 0;
  #requests = 0;
  readonly #warnings: ResultWarning[] = [];

  constructor(base: string, expected: number, newestFirst: boolean, parts: readonly Part[]) {
    this.#base = base;
    this.#expected = expected;
    this.#newestFirst = newestFirst;
    this.#parts = parts;
  }

  /** Delivers the parts in their order and gives back what is worth saying of the whole. A part that could not be had is still to come. */
  async run(world: FetchWorld): Promise<readonly ResultWarning[]> {
    const asked = new Map<Part, Promise<DecodedResponse>>();
    for (let part = this.#parts[0]; part; part = this.#parts[0]) {
      for (const next of this.#parts.slice(0, ahead)) if (!asked.has(next)) asked.set(next, askAhead(world, next));
      const answer = await asked.get(part);
      asked.delete(part);
      if (answer && !(await this.#take(part, answer, world))) return this.#warnings;
    }
    return [...this.#warnings, ...this.#verdict()];
  }

  /** Delivers a part, or puts its halves in its place where it was cut. Resolves to false when no more rows are wanted. */
  async #take(part: Part, answer: DecodedResponse, world: FetchWorld): Promise<boolean> {
    this.#requests += 1;
    const rest = this.#parts.slice(1);
    const cut = answer.warnings.some(({ kind }) => kind === 'truncated');
    const halves = cut && part.slice ? halve(part.slice) : undefined;
    if (halves) {
      const inOrder = this.#newestFirst ? halves.toReversed() : halves;
      this.#parts = [...inOrder.map((slice) => ({ slice, query: sliceQuery(this.#base, slice) })), ...rest];
      return true;
    }
    this.#parts = rest;
    this.#warnings.push(...(cut ? [indivisible(part.slice)] : answer.warnings));
    this.#delivered += answer.rows.length;
    world.progress(`${this.#delivered.toLocaleString('en')} of ${this.#expected.toLocaleString('en')} rows`, this.#expected === 0 ? undefined : Math.min(1, this.#delivered / this.#expected));
    return world.deliver(answer);
  }

  #verdict(): readonly ResultWarning[] {
    const note = { kind: 'note', code: 'LA053', severity: 'information', message: `The result was too big for one answer; it came in ${String(this.#requests)} parts by TimeGenerated.` } as const;
    if (this.#delivered === this.#expected || this.#warnings.some(({ kind }) => kind === 'truncated')) return [note];
    const counts = `${this.#expected.toLocaleString('en')} rows were counted first and ${this.#delivered.toLocaleString('en')} came`;
    return this.#delivered > this.#expected
      ? [note, { kind: 'note', code: 'LA054', severity: 'information', message: `Records arrived while the result was fetched: ${counts}.` }]
      : [note, { kind: 'partial', code: 'LA055', severity: 'warning', message: `Rows are missing: ${counts}. Run the query again, with a time range that ends in the past.` }];
  }
}

/** A failure is met when the part's turn comes; until then it is nobody's. */
function askAhead(world: FetchWorld, { query }: Part): Promise<DecodedResponse> {
  const asked = world.ask(query);
  asked.catch(() => undefined);
  return asked;
}

function indivisible(slice: TimeSlice | undefined): ResultWarning {
  const where = slice ? `at the very instant ${formatDatetime(slice.from)}` : 'without a TimeGenerated';
  return { kind: 'truncated', code: 'LA056', severity: 'warning', message: `There are more rows ${where} than one answer can hold, and time does not part them. The rest of them is missing; filter by another column to see them.` };
}
