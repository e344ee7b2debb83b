import { isArray, isNumber, type Dynamic, type DynamicArray } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { identityOf } from './sets.ts';

/** Whether an element is what stands for a missing one. */
function missing(placeholder: Dynamic): (item: Dynamic) => boolean {
  const identity = identityOf(placeholder);
  return (item) => identityOf(item) === identity;
}

function forward(series: DynamicArray, placeholder: Dynamic): DynamicArray {
  const isMissing = missing(placeholder);
  let last: Dynamic = placeholder;
  return series.map((item) => (last = isMissing(item) ? last : item));
}

/** A straight line between the neighbours of a gap; at the edges the nearest value, when asked. */
function linear(series: DynamicArray, placeholder: Dynamic, fillEdges: boolean, constant: Dynamic): DynamicArray {
  const isMissing = missing(placeholder);
  const known = series.flatMap((item, index) => (!isMissing(item) && isNumber(item) ? [{ index, value: Number(item) }] : []));
  if (known.length === 0) return series.map(() => constant);
  return series.map((item, index) => {
    if (!isMissing(item)) return item;
    const before = known.findLast((point) => point.index < index);
    const after = known.find((point) => point.index > index);
    if (before && after) return before.value + ((after.value - before.value) * (index - before.index)) / (after.index - before.index);
    return fillEdges ? (before?.value ?? after?.value ?? placeholder) : placeholder;
  });
}

export const seriesFillFunctions: readonly NativeFunction[] = [
  native({ name: 'series_fill_forward', parameters: ['dynamic'], optional: ['dynamic'], result: 'dynamic' }, (series, placeholder) => (isArray(series) ? forward(series, placeholder) : null)),
  native({ name: 'series_fill_backward', parameters: ['dynamic'], optional: ['dynamic'], result: 'dynamic' }, (series, placeholder) => (isArray(series) ? forward(series.toReversed(), placeholder).toReversed() : null)),
  native({ name: 'series_fill_const', parameters: ['dynamic'], optional: ['dynamic', 'dynamic'], result: 'dynamic' }, (series, constant, placeholder) => {
    const isMissing = missing(placeholder);
    return isArray(series) ? series.map((item) => (isMissing(item) ? (constant ?? 0n) : item)) : null;
  }),
  native({ name: 'series_fill_linear', parameters: ['dynamic'], optional: ['dynamic', 'bool', 'dynamic'], result: 'dynamic' }, (series, placeholder, fillEdges, constant) => (isArray(series) ? linear(series, placeholder, fillEdges ?? true, constant ?? 0n) : null)),
];
