export interface LineFit {
  readonly rsquare: number;
  readonly slope: number;
  readonly variance: number;
  readonly rvariance: number;
  readonly interception: number;
  readonly fit: readonly number[];
}

export function sumOfSquares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Least squares over x = 1, 2, …; the first point is at 1. */
export function fitLine(values: readonly number[]): LineFit {
  const n = values.length;
  const middle = (n + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope = n < 2 ? 0 : values.reduce((sum, value, index) => sum + (index + 1 - middle) * (value - mean), 0) / ((n * (n * n - 1)) / 12);
  const interception = mean - slope * middle;
  const fit = values.map((_, index) => interception + slope * (index + 1));
  return { slope, interception, fit, ...quality(values, fit) };
}

export function quality(values: readonly number[], fit: readonly number[]): { readonly rsquare: number; readonly variance: number; readonly rvariance: number } {
  const freedom = Math.max(1, values.length - 1);
  const total = sumOfSquares(values);
  const rest = values.reduce((sum, value, index) => sum + (value - (fit[index] ?? 0)) ** 2, 0);
  return { rsquare: total === 0 ? 1 : 1 - rest / total, variance: total / freedom, rvariance: rest / freedom };
}

export interface TwoLines {
  readonly split: number;
  readonly left: LineFit;
  readonly right: LineFit;
  readonly fit: readonly number[];
}

/** The split into two parts of at least two points with the highest total r-square. */
export function fitTwoLines(values: readonly number[]): TwoLines | undefined {
  let best: TwoLines | undefined;
  let least = Infinity;
  for (let at = 2; at <= values.length - 2; at += 1) {
    const [left, right] = [fitLine(values.slice(0, at)), fitLine(values.slice(at))];
    const fit = [...left.fit, ...right.fit];
    const rest = values.reduce((sum, value, index) => sum + (value - (fit[index] ?? 0)) ** 2, 0);
    if (rest < least - 1e-12 * Math.abs(least === Infinity ? 0 : least)) [best, least] = [{ split: at, left, right, fit }, rest];
  }
  return best;
}

/** Coefficients of the least-squares polynomial, the highest power first. */
export function fitPolynomial(x: readonly number[], y: readonly number[], degree: number): readonly number[] | undefined {
  const size = degree + 1;
  const matrix = Array.from({ length: size }, (_, row) => [...Array.from({ length: size }, (__, column) => x.reduce((sum, value) => sum + value ** (row + column), 0)), x.reduce((sum, value, index) => sum + (y[index] ?? 0) * value ** row, 0)]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = matrix.slice(pivot).reduce((chosen, row, index) => (Math.abs(row[pivot] ?? 0) > Math.abs(matrix[chosen]?.[pivot] ?? 0) ? index + pivot : chosen), pivot);
    const [a, b] = [matrix[pivot], matrix[best]];
    if (!a || !b || (b[pivot] ?? 0) === 0) return undefined;
    [matrix[pivot], matrix[best]] = [b, a];
    for (const [index, row] of matrix.entries()) {
      if (index === pivot) continue;
      const factor = (row[pivot] ?? 0) / (b[pivot] ?? 1);
      matrix[index] = row.map((value, column) => value - factor * (b[column] ?? 0));
    }
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1)).reverse();
}
