import { describe, expect, it } from 'vitest';
import { runKql } from '../../support/runKql.ts';

async function check(query: string, names: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const answer = await runKql(query);
  expect({ names: answer.columns.map(({ name }) => name), rows: answer.rows }).toEqual({ names, rows });
}

const measures = "datatable(t:long,k:string,v:long)[1,'a',5,3,'a',7,10,'b',1,12,'b',2,12,'b',4,-7,'b',9]";
const sales = "datatable(s:string,e:string,v:long)['a','x',5,'a','y',3,'b','x',4,'b','z',9,'c','x',1,'c','x',2,'a','x',2,'a','z',1]";

describe('make-series', () => {
  it('begins at its start, leaves out its end and what lies outside', () =>
    check(`${measures} | make-series n=count(), s=sum(v) on t from -5 to 13 step 5 by k`, ['k', 'n', 's', 't'], [['a', [0, 2, 0, 0], [0, 12, 0, 0], [-5, 0, 5, 10]], ['b', [0, 0, 0, 3], [0, 0, 0, 7], [-5, 0, 5, 10]]]));
  it('without a range goes from the first to the last bin of each series', () =>
    check(`${measures} | where t > 0 | make-series s=sum(v) default=long(null), a=avg(v) default=1.5 on t step 1 by k`, ['k', 's', 'a', 't'], [['a', [5, null, 7], [5, 1.5, 7], [1, 2, 3]], ['b', [1, null, 6], [1, 1.5, 3], [10, 11, 12]]]));
  it('of no rows gives none, or the default where kind=nonempty', async () => {
    const empty = 'datatable(t:long,v:real)[]';
    await check(`${empty} | make-series avg(v) on t from 1 to 3 step 1`, ['avg_v', 't'], []);
    await check(`${empty} | make-series kind=nonempty avg(v) default=1.0 on t from 1 to 3 step 1`, ['avg_v', 't'], [[[1, 1], [1, 2]]]);
  });
  it('says when a series would be too long', () => expect(runKql('datatable(t:long)[1] | make-series count() on t from 0 to 2000000 step 1')).rejects.toThrow('KQL060'));
});

describe('top-nested', () => {
  it('ranks a level within the values above it, and aggregates a level over all of its rows', () =>
    check(`${sales} | top-nested 2 of s by sum(v), top-nested 1 of e by count()`, ['s', 'aggregated_s', 'e', 'aggregated_e'], [['b', 13, 'x', 1], ['a', 11, 'x', 2]]));
  it('adds what is not among the top ones where others are asked for', () =>
    check(`${sales} | top-nested 2 of s with others='rest' by sum(v), top-nested 1 of v with others=-1 by sum(v)`, ['s', 'aggregated_s', 'v', 'aggregated_v'], [
      ['b', 13, 9, 9], ['b', 13, -1, 4], ['a', 11, 5, 5], ['a', 11, -1, 6], ['rest', 3, -1, 3],
    ]));
});

describe('parse-kv', () => {
  const query = (text: string, keys: string, options: string) => `print s='${text}' | parse-kv s as (${keys}) with (${options}) | project-away s`;
  it('takes the first value of a key, in the type asked for', () =>
    check(query('a=1,b = x y ,a=2,c', 'b:string, a:long, c:string', "pair_delimiter=',', kv_delimiter='='"), ['b', 'a', 'c'], [['x y', 1, '']]));
  it('knows quotes of one and of two characters and escapes in them', () =>
    check(query('a="x,1" b=(y\\\\)2)', 'a:string, b:string', "pair_delimiter=' ', kv_delimiter='=', quote='\"', quote='()', escape='\\\\'"), ['a', 'b'], [['x,1', 'y)2']]));
  it('reads on to the next key where it is greedy', () =>
    check(query('name=John Doe phone=555 5555', 'name:string, phone:string', "pair_delimiter=' ', kv_delimiter='=', greedy=true"), ['name', 'phone'], [['John Doe', '555 5555']]));
  it('splits at whatever is no letter or digit where it has no delimiters, and by a regular expression', async () => {
    await check("print s='[INFO] id:45, Node: n1' | parse-kv s as (Node:string, id:long) | project-away s", ['Node', 'id'], [['n1', 45]]);
    await check(query('<a>1<b>2', 'b:long, a:long', "regex=@'<(\\w)>(\\d)'"), ['b', 'a'], [[2, 1]]);
  });
});

describe('union', () => {
  const views = 'let V_1 = view () { print x=1 }; let V_2 = view () { print x=2 }; let W = () { print x=9 };';
  it('takes views by wildcard, and no function that is not one', () => check(`${views} union isfuzzy=true V*, W*, Nothing* | count`, ['Count'], [[2]]));
  it('leaves out a fuzzy branch whose table is not there', () => check(`${views} union isfuzzy=true (V_1 | where x > 0), (V_3 | where x > 0) | count`, ['Count'], [[1]]));
  it('does not mix a column with one that takes its name for a type', () =>
    check('union (print x=1), (print x=int(2)), (print x_long=3) | where isnull(x_int) | project x_long, x_long1 | sort by x_long asc', ['x_long', 'x_long1'], [[null, 1], [3, null]]));
});

describe('order', () => {
  it('window functions keep the rows as they were sorted', () =>
    check("datatable(k:string,v:long)['b',1,'a',2,'b',3,'a',1] | sort by k asc, v desc | extend r=row_number(1, prev(k) != k)", ['k', 'v', 'r'], [['a', 2, 1], ['a', 1, 2], ['b', 3, 1], ['b', 1, 2]]));
  it('row_window_session begins a session at either distance, at a restart, and apart for each part', async () => {
    const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.0000000Z`;
    const times = "datatable(k:string,m:int)['a',0,'a',3,'a',10,'b',14,'b',18] | extend t=datetime(2026-01-01) + m * 1m";
    await check(`${times} | sort by t asc | extend s=row_window_session(t, 7m, 5m) | project m, s`, ['m', 's'], [[0, at(0)], [3, at(0)], [10, at(10)], [14, at(10)], [18, at(18)]]);
    await check(`${times} | sort by t asc | extend s=row_window_session(t, 1h, 30m, k != prev(k)), r=row_number() | project s, r`, ['s', 'r'], [[at(0), 1], [at(0), 2], [at(0), 3], [at(14), 4], [at(14), 5]]);
    await check(`${times} | partition by k (sort by t asc | extend s=row_window_session(t, 1h, 5m) | project m, s) | sort by m asc`, ['m', 's'], [[0, at(0)], [3, at(0)], [10, at(10)], [14, at(14)], [18, at(14)]]);
  });
});

it('argmax and argmin are the old names of arg_max and arg_min', () =>
  check("datatable(a:long,b:string)[1,'x',3,'z',2,'y'] | summarize argmax(a, b), argmin(a, *)", ['max_a', 'max_a_b', 'min_a', 'min_a_b'], [[3, 'z', 1, 'x']]));
it('iscolumnexists tells whether a column is there', () => check('print a=1 | extend x=iscolumnexists("a"), y=iscolumnexists("b")', ['a', 'x', 'y'], [[1, true, false]]));

it('pack_all(true) leaves out nulls and empty texts', () =>
  check("print a='', b=int(null), c=1 | project d=pack_all(true)", ['d'], [[{ c: 1 }]]));

describe('refusals', () => {
  const refused = (query: string) => expect(runKql(query)).rejects;
  it('say which name is meant', async () => {
    await refused("datatable(Name:string)[] | where Nmae == 'x'").toThrow(/^KS142: .*Did you mean Name\?$/);
    await refused('print a=tolowwer(1)').toThrow(/^KS211: .*Did you mean tolower\?$/);
    await refused('print a=1 | where qqqq == 1').toThrow(/^KS142: The name 'qqqq' .* function\.$/);
  });
  it('a watchlist that is not there', () => refused('_GetWatchlist("nope") | take 1').toThrow('KQL042'));
});
