import { describe, expect, it } from 'vitest';
import { runKql } from '../../support/runKql.ts';

async function check(query: string, names: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const answer = await runKql(query);
  expect({ names: answer.columns.map(({ name }) => name), rows: answer.rows }).toEqual({ names, rows });
}

const steps = (to: number) => `range x from 1 to ${String(to)} step 1`;
const events = "datatable(t:long,e:string)[1,'on',2,'b',3,'d',4,'off',6,'c',8,'on',11,'e',12,'off']";

describe('scan', () => {
  it('adds up over the rows, with its default where nothing matched yet', () =>
    check(`${steps(4)} | scan declare (s:long=10) with (step a: true => s = a.s + x;)`, ['x', 's'], [[1, 11], [2, 13], [3, 16], [4, 20]]));
  it('fills the last value forward, for a string is never null', () =>
    check("datatable(t:long,e:string)[1,'',2,'A',3,'',4,'B'] | scan declare (f:string) with (step a: true => f = iff(isempty(e), a.f, e);)", ['t', 'e', 'f'], [[1, '', ''], [2, 'A', 'A'], [3, '', 'A'], [4, 'B', 'B']]));
  it('follows a sequence of steps and numbers the matches', () =>
    check(`${events} | scan with_match_id=m with (step s1: e == 'on'; step s2: e != 'on' and e != 'off' and t - s1.t <= 5; step s3: e == 'off' and t - s1.t <= 5;)`, ['t', 'e', 'm'], [
      [1, 'on', 0], [2, 'b', 0], [3, 'd', 0], [4, 'off', 0], [8, 'on', 1], [11, 'e', 1], [12, 'off', 1],
    ]));
  it('begins a new match once the first step was promoted, also by a row that shows nothing', () =>
    check('datatable(t:long)[0,1,32,36,75] | scan with_match_id=m declare (f:long) with (step a: true => f = iff(isnull(a.f), t, a.f); step z output=none: t - a.f > 30;)', ['t', 'f', 'm'], [[0, 0, 0], [1, 0, 0], [32, 32, 1], [36, 32, 1], [75, 75, 2]]));
  it('shows only the last of repeated matches where that is asked for', () =>
    check(`${steps(10)} | scan declare (n:long=0) with (step a output=last: true => n = a.n + 1; step b output=none: x % 4 == 0;)`, ['x', 'n'], [[3, 3], [7, 4], [10, 3]]));
  it('gives a row once for each step that it matches, the later step first', () =>
    check(`${steps(2)} | scan declare (s:string) with (step a: true => s = 'a'; step b: true => s = 'b';)`, ['x', 's'], [[1, 'a'], [2, 'b'], [2, 'a']]));
  it('keeps one state for each part of a partition', () =>
    check("datatable(u:int,t:long,e:string)[1,1,'in',2,2,'in',1,5,'out',2,9,'out'] | partition hint.strategy=native by u (scan declare (start:long) with (step s1 output=none: e == 'in' => start = t; step s2: e == 'out' => start = s1.start;) | project u, start, t) | sort by u asc", ['u', 'start', 't'], [[1, 1, 5], [2, 2, 9]]));
  it('of no rows gives none, and goes beyond what is walked at once', async () => {
    await check(`${steps(5)} | where x > 9 | scan declare (n:long) with (step a: true => n = x;)`, ['x', 'n'], []);
    await check(`${steps(300)} | scan declare (n:long=0) with (step a: true => n = a.n + x;) | summarize n=max(n), rows=count()`, ['n', 'rows'], [[45150, 300]]);
  });
  it('passes over rows that no step can take, as if they were walked', async () => {
    // 100 rows A, each the first of a match; 99 rows B, seven minutes after one (the first B comes before any A).
    const log = `${steps(5000)} | extend t = x * 1m, e = case(x % 50 == 0, 'A', x % 50 == 7, 'B', '')`;
    await check(`${log} | scan with_match_id=m with (step s1: e == 'A'; step s2: e == 'B' and t - s1.t < 1h;) | summarize rows=count(), matches=dcount(m), newest=max(x)`, ['rows', 'matches', 'newest'], [[199, 100, 5000]]);
    await check("datatable(t:long,e:string)[1,'a',2,'',3,'b',4,'',5,'b'] | scan declare (n:long=0) with (step a: e == 'a'; step b: e == 'b' and t > a.t => n = b.n + 1;)", ['t', 'e', 'n'], [[1, 'a', 0], [3, 'b', 1], [5, 'b', 2]]);
    await check("datatable(t:long)[1,long(null),3] | scan declare (n:long=0) with (step a: t > 0 and rand() >= 0 => n = a.n + 1;)", ['t', 'n'], [[1, 1], [3, 2]]);
  });
  it('is refused where the columns that come after it cannot be told', async () => {
    await expect(runKql(`${steps(3)} | scan with (step a: true;) | extend y=1`)).rejects.toThrow('KQL014');
    await expect(runKql(`let T = ${steps(3)} | scan with (step a: true;); T`)).rejects.toThrow('KQL014');
    await expect(runKql(`${steps(3)} | scan with (step a: true;) | project match_id`)).rejects.toThrow('KQL014');
    await check(`${steps(2)} | scan with_match_id=m with (step a: true;) | extend y=x`, ['x', 'm', 'y'], [[1, 0, 1], [2, 0, 2]]);
  });
});
