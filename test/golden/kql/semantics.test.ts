import { describe, expect, it } from 'vitest';
import { checkScalars } from '../../support/checkKql.ts';
import { runKql } from '../../support/runKql.ts';

async function check(query: string, names: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const answer = await runKql(query);
  expect({ names: answer.columns.map(({ name }) => name), rows: answer.rows }).toEqual({ names, rows });
}

const truth = (...cases: readonly (readonly [expression: string, value: boolean | null])[]) => checkScalars(cases.map(([expression, value]) => [expression, 'bool', value] as const));
const numbers = 'datatable(x:int)[1,int(null),2]';
const left = "datatable(k:int,v:string)[1,'a',1,'b',2,'c']";
const right = "datatable(k:int,v:string)[1,'x',3,'z']";
const at = (text: string) => `2026-01-${text}.0000000Z`;

describe('terms', () => {
  it('has, hasprefix and hassuffix look for whole terms or their ends', () =>
    truth(['"abc def" has "bc"', false], ['"ABC def" has "abc"', true], ['"ABC def" has_cs "abc"', false], ['"a_b" has "a"', true], ['"10.1.2.3" has "10.1"', true], ['"abcé" has "abc"', false], ['"abc def" hasprefix "de"', true],
      ['"abcdef" hasprefix "cd"', false], ['"Abc" hasprefix_cs "abc"', false], ['"abc def" hassuffix "bc"', true], ['"abc" has ""', true], ['"abc" !has "b"', true]));
  it('has_any and has_all take lists and dynamics, without case', () => truth(['"x" has_any ("X", "y")', true], ['"x y" has_all ("X", "y")', true], ['"x z" has_all ("X", "y")', false], ['"x" has_any (dynamic(["X"]))', true]));
  it('case counts only where an operator says so', () =>
    truth(['"É" =~ "é"', true], ['"ß" =~ "SS"', false], ['"a" in ("A")', false], ['"a" in~ ("A")', true], ['"a" !in~ ("A")', false], ['"ABC" contains "bc"', true], ['"ABC" contains_cs "bc"', false], ['"ABC" startswith "ab"', true], ['"ABC" endswith_cs "c"', false]));
});

describe('null and empty', () => {
  it('a string is never null', () => truth(['isnull("")', false], ['isempty("")', true], ['isnull(tostring(int(null)))', false], ['isempty(tostring(dynamic(null)))', true], ['strcat("a", int(null), "b") == "ab"', true]));
  it('equality with a null is false, inequality true, order null, and two nulls are neither equal nor different', () =>
    truth(['int(null) == 1', false], ['int(null) != 1', true], ['int(null) > 1', null], ['int(null) == int(null)', null], ['int(null) in (1, 2)', false], ['int(null) !in (1, 2)', true], ['1 in (int(null))', false], ['bool(null) and false', false], ['bool(null) or true', true], ['bool(null) and true', null]));
  it('rows with a null pass !=, not(==) and !in', async () => {
    for (const predicate of ['x != 1', 'not(x == 1)', 'x !in (1)']) await check(`${numbers} | where ${predicate} | sort by x asc`, ['x'], [[null], [2]]);
  });
  it('aggregates pass nulls over', () =>
    check(`${numbers} | summarize c=count(), s=sum(x), a=avg(x), mi=min(x), ma=max(x), d=dcount(x), l=make_list(x), t=make_set(x), p=percentile(x, 50)`, ['c', 's', 'a', 'mi', 'ma', 'd', 'l', 't', 'p'], [[3, 3, 1.5, 1, 2, 2, [1, 2], [1, 2], 1]]));
  it('aggregates without rows', async () => {
    await check('datatable(x:int,y:string)[] | summarize c=count(), s=sum(x), a=avg(x), mi=min(x), ma=max(y), l=make_list(x), t=take_any(y)', ['c', 's', 'a', 'mi', 'ma', 'l', 't'], [[0, 0, 'NaN', null, '', [], '']]);
    await check('datatable(x:int,y:string)[] | summarize count() by x', ['x', 'count_'], []);
    await check('datatable(x:int,y:string)[] | summarize arg_max(x, y)', ['x', 'y'], [[null, '']]);
  });
  it('arg_max and arg_min pass nulls over, and take a row where a group has nothing else', async () => {
    for (const [type, less, more] of [['int', '-1', '5'], ['long', '-9223372036854775808', '9223372036854775807'], ['real', '-inf', '+inf'], ['bool', 'false', 'true'], ['datetime', '0001-01-01', '9999-12-31 23:59:59.9999999'], ['timespan', '-1d', '1d'], ['decimal', '-1.5', '1.5']] as const) {
      const group = (name: string, values: readonly string[]) => values.map((value, index) => `'${name}', ${type}(${value}), '${String(index)}'`).join();
      const rows = [group('some', ['null', less, 'null', more, 'null']), group('one', ['null', less]), group('none', ['null'])].join();
      await check(`datatable(g:string,x:${type},y:string)[${rows}] | summarize (a,b)=arg_max(x,y), (c,d)=arg_min(x,y), arg_max(x,z=strcat(y,'!')) by g | project g,b,d,z | sort by g asc`, ['g', 'b', 'd', 'z'], [['none', '0', '0', '0!'], ['one', '1', '1', '1!'], ['some', '3', '1', '3!']]);
    }
  });
  it('null keys of a join meet nothing, empty texts meet each other', async () => {
    await check("datatable(k:int,v:string)[1,'a',int(null),'n'] | join kind=leftouter (datatable(k:int,w:string)[1,'b',int(null),'m']) on k | sort by v asc", ['k', 'v', 'k1', 'w'], [[1, 'a', 1, 'b'], [null, 'n', null, '']]);
    await check("datatable(k:string,v:string)['1','a','','n'] | join kind=inner (datatable(k:string,w:string)['2','b','','m']) on k", ['k', 'v', 'k1', 'w'], [['', 'n', '', 'm']]);
  });
});

describe('order', () => {
  it('is descending with nulls last by default, and ascending with nulls first', async () => {
    await check(`${numbers} | sort by x`, ['x'], [[2], [1], [null]]);
    await check(`${numbers} | sort by x asc`, ['x'], [[null], [1], [2]]);
    await check(`${numbers} | sort by x asc nulls last`, ['x'], [[1], [2], [null]]);
    await check(`${numbers} | sort by x desc nulls first`, ['x'], [[null], [2], [1]]);
    await check(`${numbers} | top 1 by x asc`, ['x'], [[null]]);
  });
  it('NaN stands beside the nulls', async () => {
    const reals = 'datatable(x:real)[2.5,real(nan),real(null),real(+inf),real(-inf)]';
    await check(`${reals} | sort by x asc`, ['x'], [[null], ['NaN'], ['-Infinity'], [2.5], ['Infinity']]);
    await check(`${reals} | sort by x asc nulls last`, ['x'], [['-Infinity'], [2.5], ['Infinity'], ['NaN'], [null]]);
    await check(`${reals} | sort by x desc`, ['x'], [['Infinity'], [2.5], ['-Infinity'], ['NaN'], [null]]);
    await check(`${reals} | sort by x desc nulls first`, ['x'], [[null], ['NaN'], ['Infinity'], [2.5], ['-Infinity']]);
    await check(`${reals} | top 1 by x`, ['x'], [['Infinity']]);
  });
});

describe('dynamic', () => {
  const bag = 'print d=dynamic({"a":{"b":[10,"x",null,1.5,true]},"n":1,"s":"1"})';
  it('paths reach in, from the end too, and what is not there is null', () =>
    check(`${bag} | project a=d.a.b[0], b=d.a.b[-1], c=d["a"]["b"][1], e=d.x.y, f=d.a.b[99], g=isnull(d.a.b[2]), h=isempty(d.x)`, ['a', 'b', 'c', 'e', 'f', 'g', 'h'], [[10, true, 'x', null, null, true, true]]));
  it('tostring of each kind', () =>
    check(`${bag} | project a=tostring(d.a), b=tostring(d.a.b[2]), c=tostring(d.a.b[3]), e=tostring(d.a.b[4]), f=tostring(d.s), g=tostring(d.x)`, ['a', 'b', 'c', 'e', 'f', 'g'], [['{"b":[10,"x",null,1.5,true]}', '', '1.5', 'true', '1', '']]));
  it('compares with values of the kind it holds; an order with a text is Kusto’s own error', async () => {
    await check(`${bag} | project a=d.n == 1, b=d.s == "1", c=tostring(d.n) == "1", e=d.n + 1`, ['a', 'b', 'c', 'e'], [[true, true, true, 2]]);
    await expect(runKql(`${bag} | where d.n > "0"`)).rejects.toThrow('KS106');
    await expect(runKql('print x=1 | where x == "1"')).rejects.toThrow('KQL053');
  });
});

describe('dynamic keys', () => {
  it('are refused where Kusto refuses them', async () => {
    const table = '(datatable(d:dynamic,n:int)[dynamic({"a":1}),1])';
    for (const query of [`${table} | join ${table} on d`, `${table} | lookup ${table} on d`, `${table} | join ${table} on $left.n == $right.d`]) await expect(runKql(query)).rejects.toThrow(/^KS241/);
    for (const query of [`${table} | summarize count() by d`, `${table} | distinct d`, `${table} | sort by d.a`, `${table} | top 1 by d.a`]) await expect(runKql(query)).rejects.toThrow(/^KS116/);
  });
});

describe('numbers', () => {
  it('whole division cuts, a remainder is never negative, and by zero there is none', () =>
    checkScalars([['5 / 2', 'long', 2], ['-5 / 2', 'long', -2], ['5 / 2.0', 'real', 2.5], ['-5 % 3', 'long', 1], ['5 % -3', 'long', 2], ['-5.5 % 2', 'real', 0.5], ['1 / 0', 'long', null], ['5 % 0', 'long', null], ['1.0 / 0', 'real', 'Infinity']]));
  it('NaN and the infinities', () =>
    checkScalars([['real(nan) == real(nan)', 'bool', false], ['real(nan) != real(nan)', 'bool', true], ['isnan(0.0 / 0)', 'bool', true], ['1e308 * 10', 'real', 'Infinity'], ['tolong(real(nan))', 'long', null], ['tostring(real(-inf))', 'string', '-Infinity']]));
});

describe('time', () => {
  it('bins go down from the first day there is, below zero too', () =>
    checkScalars([['bin(datetime(2026-01-01 13:47), 1h)', 'datetime', at('01T13:00:00')], ['bin(datetime(2026-01-07), 7d)', 'datetime', at('05T00:00:00')], ['bin(-30m, 1h)', 'timespan', '-01:00:00'], ['bin(-7, 5)', 'long', -10], ['bin(1d + 13h, 1d)', 'timespan', '1.00:00:00'], ['bin_at(datetime(2026-01-07), 7d, datetime(2026-01-01))', 'datetime', at('01T00:00:00')]]));
  it('weeks begin on Sunday', () =>
    checkScalars([['startofweek(datetime(2026-01-04))', 'datetime', at('04T00:00:00')], ['startofweek(datetime(2026-01-10 23:59))', 'datetime', at('04T00:00:00')], ['endofweek(datetime(2026-01-04))', 'datetime', '2026-01-10T23:59:59.9999999Z'], ['endofmonth(datetime(2024-02-10))', 'datetime', '2024-02-29T23:59:59.9999999Z'], ['dayofweek(datetime(2026-01-05))', 'timespan', '1.00:00:00']]));
  it('datetime_diff counts the boundaries between', () =>
    checkScalars([["datetime_diff('day', datetime(2026-01-02), datetime(2026-01-01 23:59))", 'long', 1], ["datetime_diff('year', datetime(2025-12-31), datetime(2026-01-01))", 'long', -1], ["datetime_diff('week', datetime(2026-01-04), datetime(2026-01-03))", 'long', 1], ["datetime_diff('month', datetime(2026-03-01), datetime(2026-01-31))", 'long', 2]]));
  it('a datetime beyond the year 9999 is refused, for there is none', () => expect(runKql('datatable(t:datetime)[datetime(9999-12-31)] | extend u = t + 2d')).rejects.toThrow('outside the years 1 to 9999'));
});

describe('joins', () => {
  it('innerunique is the default and takes one left row for each key', async () => {
    const { rows } = await runKql(`${left} | join (${right}) on k`);
    expect(rows.map(([key]) => key)).toEqual([1]);
  });
  it.each([
    ['inner', ['k', 'v', 'k1', 'v1'], [[1, 'a', 1, 'x'], [1, 'b', 1, 'x']]],
    ['leftouter', ['k', 'v', 'k1', 'v1'], [[1, 'a', 1, 'x'], [1, 'b', 1, 'x'], [2, 'c', null, '']]],
    ['rightouter', ['k', 'v', 'k1', 'v1'], [[null, '', 3, 'z'], [1, 'a', 1, 'x'], [1, 'b', 1, 'x']]],
    ['fullouter', ['k', 'v', 'k1', 'v1'], [[null, '', 3, 'z'], [1, 'a', 1, 'x'], [1, 'b', 1, 'x'], [2, 'c', null, '']]],
    ['leftsemi', ['k', 'v'], [[1, 'a'], [1, 'b']]],
    ['leftanti', ['k', 'v'], [[2, 'c']]],
    ['anti', ['k', 'v'], [[2, 'c']]],
    ['rightsemi', ['k', 'v'], [[1, 'x']]],
    ['rightanti', ['k', 'v'], [[3, 'z']]],
  ])('kind=%s', (kind, names, rows) => check(`${left} | join kind=${kind} (${right}) on k | sort by k asc, v asc`, names, rows));
});

describe('names that Kusto makes', () => {
  it('of aggregates and expressions', () =>
    check('datatable(x:long)[1,2] | summarize max(x), max(x), percentiles(x, 5, 95), dcountif(x, x > 1), make_set(x, 1), sum(x) * 2, count() + 1', ['max_x', 'max_x1', 'percentile_x_5', 'percentile_x_95', 'dcountif_x', 'set_x', 'Column1', 'Column2'], [[2, 2, 1, 2, 1, [1], 6, 3]]));
  it('of project', () => check("datatable(x:long,s:string)[1,'a'] | project x + 1, s, toupper(s), x1=x, s has 'a'", ['Column1', 's', 'Column2', 'x1', 'Column3'], [[2, 'a', 'A', 1, true]]));
});

describe('mv-expand', () => {
  it('walks several columns in step, and a null and a scalar give one row', async () => {
    await check('datatable(a:dynamic,b:dynamic)[dynamic([1,2,3]),dynamic(["x"])] | mv-expand a, b', ['a', 'b'], [[1, 'x'], [2, null], [3, null]]);
    await check("datatable(a:dynamic,n:int)[dynamic([]),2,dynamic(null),3,dynamic('s'),4] | mv-expand a", ['a', 'n'], [[null, 3], ['s', 4]]);
  });
  it('expands bags to bags or to pairs, with an index, a type and a limit', async () => {
    const bag = 'datatable(a:dynamic)[dynamic({"p":1,"q":[1]})]';
    await check(`${bag} | mv-expand a`, ['a'], [[{ p: 1 }], [{ q: [1] }]]);
    await check(`${bag} | mv-expand bagexpansion=array a`, ['a'], [[['p', 1]], [['q', [1]]]]);
    await check(`${bag} | mv-expand kind=array with_itemindex=i a | extend k=tostring(a[0])`, ['a', 'i', 'k'], [[['p', 1], 0, 'p'], [['q', [1]], 1, 'q']]);
    await check('datatable(a:dynamic)[dynamic([1,2,3]),dynamic([4,5])] | mv-expand a to typeof(long) limit 2', ['a'], [[1], [2], [4], [5]]);
  });
});

describe('parse', () => {
  it('simple: one text that does not convert leaves all of them null', () => check('print s="a=x,b=2;c" | parse s with "a=" a:long ",b=" b:long ";" c', ['s', 'a', 'b', 'c'], [['a=x,b=2;c', null, null, '']]));
  it('relaxed: only that one', () => check('print s="a=x,b=2;c" | parse kind=relaxed s with "a=" a:long ",b=" b:long ";" c', ['s', 'a', 'b', 'c'], [['a=x,b=2;c', null, 2, 'c']]));
  it('regex with flags, a star before, and parse-where', async () => {
    await check('print s="A=1" | parse kind=regex flags=i s with "a=" a:long', ['s', 'a'], [['A=1', 1]]);
    await check('print s="zza=1,b=2" | parse s with * "a=" a:long ",b=" b:int', ['s', 'a', 'b'], [['zza=1,b=2', 1, 2]]);
    await check('print s="nope" | parse-where s with "a=" a:long', ['s', 'a'], []);
  });
});

describe('branches, unions, tops and ranges', () => {
  it('iff, case and coalesce take the wider type and the first value that is there', () =>
    checkScalars([['iff(true, 1, 2.5)', 'real', 1], ['iff(bool(null), 1, 2)', 'long', 2], ['case(false, "a", true, "b", "c")', 'string', 'b'], ['coalesce(int(null), int(2))', 'int', 2], ['coalesce("", "x")', 'string', 'x']]));
  it('a union keeps columns of one name and several types apart, and names its inputs', async () => {
    await check('union (print x=1), (print x="a") | sort by x_string asc', ['x_long', 'x_string'], [[1, ''], [null, 'a']]);
    await check('union withsource=T (print x=1), (print x=2) | sort by x asc', ['T', 'x'], [['union_arg0', 1], ['union_arg1', 2]]);
  });
  it('an inner union of tables with other columns is refused, for Kusto leaves those out', async () => {
    await expect(runKql('union kind=inner (print x=1, y=1), (print x=2)')).rejects.toThrow(/^KQL014: union kind=inner leaves out "y"/);
    await check('union kind=inner (print x=1), (print x=2) | sort by x asc', ['x'], [[1], [2]]);
  });
  it('top takes as many rows as it says, ties or not', async () => expect((await runKql("datatable(x:int,y:string)[1,'a',2,'b',2,'c'] | top 1 by x")).rows).toHaveLength(1));
  it('a range includes its end where a step reaches it, and goes down too', async () => {
    await check('range x from 5 to 1 step -2', ['x'], [[5], [3], [1]]);
    await check('range x from 1 to 5 step 10', ['x'], [[1]]);
    await check('range t from datetime(2026-01-01) to datetime(2026-01-02) step 12h', ['t'], [[at('01T00:00:00')], [at('01T12:00:00')], [at('02T00:00:00')]]);
  });
});

describe('comments', () => {
  it('may stand before each value of a datatable', () =>
    check('datatable(a:long, r:real)[ // first\n -1, real(-1.5), // second\n // third\n 2, real(nan)]', ['a', 'r'], [[-1, -1.5], [2, 'NaN']]));
});

describe('spread', () => {
  it('is NaN where a value is no finite number, also under a condition', () =>
    check('datatable(a:real)[1,3,real(nan)] | summarize s = stdev(a), v = varianceif(a, a < 5), w = variancep(a), p = stdevif(a, true)', ['s', 'v', 'w', 'p'], [['NaN', 2, 'NaN', 'NaN']]));
});
