import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/kql/index.ts';
import { runKql } from '../../support/runKql.ts';

async function check(query: string, names: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const answer = await runKql(query);
  expect({ names: answer.columns.map(({ name }) => name), rows: answer.rows }).toEqual({ names, rows });
}

const refusal = (query: string) => {
  const result = createTranslator().translate(query, { tables: [], asOf: 0n });
  return result.ok ? undefined : result.problems.map(({ code, span }) => [code, span && query.slice(span.start, span.start + span.length)]);
};

describe('operators', () => {
  it('summarize names its columns as Kusto does', () =>
    check("datatable(a:long,b:string)[1,'x',2,'y',3,'x'] | summarize count(), max(a), make_set(a) by b | sort by b asc", ['b', 'count_', 'max_a', 'set_a'], [['x', 2, 3, [1, 3]], ['y', 1, 2, [2]]]));
  it('summarize of no rows counts 0 and has no maximum', () => check('datatable(a:long)[] | summarize count(), sum(a), max(a), make_list(a)', ['count_', 'sum_a', 'max_a', 'list_a'], [[0, 0, null, []]]));
  it('arg_max(x, *) keeps the whole row', () =>
    check("datatable(t:long,k:string,v:long)[1,'a',7,2,'a',8] | summarize arg_max(t, *) by k", ['k', 't', 'v'], [['a', 2, 8]]));
  it('a left outer join gives empty text and null, and renames what it repeats', () =>
    check("datatable(a:long,b:string)[1,'x',2,'y'] | join kind=leftouter (datatable(a:long,c:string)[1,'q']) on a | sort by a asc", ['a', 'b', 'a1', 'c'], [[1, 'x', 1, 'q'], [2, 'y', null, '']]));
  it('the default join takes one left row per key', () =>
    check("datatable(a:long,b:string)[1,'x',1,'y'] | join (datatable(a:long)[1]) on a | count", ['Count'], [[1]]));
  it('union keeps columns of one name and two types apart', () =>
    check("union withsource=S (print a=1), (print a='x') | sort by S asc", ['S', 'a_long', 'a_string'], [['union_arg0', 1, ''], ['union_arg1', null, 'x']]));
  it('mv-expand reads elements in order', () => check("print d=dynamic([3,1]) | mv-expand d to typeof(long)", ['d'], [[3], [1]]));
  it('range includes its end', () => check('range x from 1 to 5 step 2', ['x'], [[1], [3], [5]]));
  it('functions have defaults', () => check('let f = (x:long, y:long=2) { x * y }; print a = f(3), b = f(3, 5)', ['a', 'b'], [[6, 15]]));
});

describe('values', () => {
  it('integers divide to integers and a remainder is never negative', () => check('print a = 7 / 2, b = -7 % 3', ['a', 'b'], [[3, 2]]));
  it('datetimes keep 100 ns', () => check('print datetime(2026-01-01T00:00:00.0000001Z) + 1tick', ['print_0'], [['2026-01-01T00:00:00.0000002Z']]));
  it('has finds whole terms, without case', () => check("print a = 'North-America' has 'america', b = 'NorthAmerica' has 'america', c = 'a_b' has 'a'", ['a', 'b', 'c'], [[true, false, true]]));
  it('null differs from a value', () => check('print a = int(null) == 5, b = int(null) != 5', ['a', 'b'], [[false, true]]));
  it('a missing path is null and its text empty', () => check("print d = dynamic({'a':[1]}) | project a = d.a[0], b = d.x.y, c = tostring(d.x)", ['a', 'b', 'c'], [[1, null, '']]));
  it('text from a log cannot leave its literal', () => check(`print a = "'; DROP TABLE x; --"`, ['a'], [["'; DROP TABLE x; --"]]));
});

describe('refusals', () => {
  it('name the function and its place', () => expect(refusal('print geo_point_buffer(1.0, 2.0, 3.0)')).toEqual([['KQL001', 'geo_point_buffer(1.0, 2.0, 3.0)']]));
  it('give Kusto’s own code for a syntax error', () => expect(refusal('print a=1 | foo')?.[0]?.[0]).toBe('KS176'));
  it('random text never throws', () => {
    const translator = createTranslator();
    const word = fc.constantFrom('|', 'where', 'print', 'let', 'x', '=', '(', ')', '"', "'", '1', 'summarize', 'by', 'join', 'datatable', '[', ']', ';', 'count()', 'T', ',', '==', '\n');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(word).map((words) => words.join(' '))), (text) => typeof translator.translate(text, { tables: [], asOf: 0n }).ok === 'boolean'), { numRuns: 300 });
  });
});
