/** Autocorrelation of the values without their mean, each lag by its own number of pairs. */
function autocorrelation(values: readonly number[], lag: number): number {
  const n = values.length;
  if (lag >= n) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [shared, own] = [0, 0];
  for (let index = 0; index < n; index += 1) {
    own += ((values[index] ?? 0) - mean) ** 2;
    if (index + lag < n) shared += ((values[index] ?? 0) - mean) * ((values[index + lag] ?? 0) - mean);
  }
  return own === 0 ? 0 : shared / (n - lag) / (own / n);
}

/**
 * Between 0 and 1: how much the series repeats after one period and after two. Only a lag that correlates better than its neighbours is a period.
 * Kusto does not publish its score; this one gives the scores of its documentation.
 */
export function periodScore(values: readonly number[], period: number): number {
  const lag = Math.round(period);
  if (lag < 4 || lag > values.length / 2) return 0;
  const at = autocorrelation(values, lag);
  if (at < autocorrelation(values, lag - 1) || at < autocorrelation(values, lag + 1)) return 0;
  return Math.max(0, Math.min(1, at, autocorrelation(values, 2 * lag)));
}

export interface Period {
  readonly period: number;
  readonly score: number;
}

/** The best periods, best first; a multiple of one already found is no news. */
export function detectPeriods(values: readonly number[], least: number, most: number, count: number): readonly Period[] {
  const found: Period[] = [];
  const last = Math.min(Math.floor(most), Math.floor(values.length / 2));
  for (let period = Math.max(4, Math.ceil(least)); period <= last; period += 1) {
    const score = periodScore(values, period);
    if (score > 0.1) found.push({ period, score });
  }
  const best: Period[] = [];
  for (const candidate of found.sort((a, b) => b.score - a.score || a.period - b.period)) {
    if (best.length < count && !best.some(({ period }) => candidate.period % period === 0)) best.push(candidate);
  }
  return best;
}
