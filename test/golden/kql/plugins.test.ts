import { expect, it } from 'vitest';
import { runKql } from '../../support/runKql.ts';

async function check(query: string, names: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const answer = await runKql(query);
  expect({ names: answer.columns.map(({ name }) => name), rows: answer.rows }).toEqual({ names, rows });
}

const day = (number: number) => `2026-01-0${String(number)}T00:00:00.0000000Z`;
const visits = `datatable(u:string,t:datetime,k:string)['a',datetime(2026-01-01T05:00),'x','b',datetime(2026-01-01T06:00),'x','a',datetime(2026-01-02),'x','c',datetime(2026-01-04),'y']`;

it('sliding_window_counts counts a row in every window that reaches back to it', () =>
  check(`${visits} | evaluate sliding_window_counts(u, t, datetime(2026-01-01), datetime(2026-01-04), 2d, 1d)`, ['t', 'Count', 'Dcount'], [[day(1), 2, 2], [day(2), 3, 2], [day(3), 1, 1], [day(4), 1, 1]]));
it('sliding_window_counts keeps dimensions apart', () =>
  check(`${visits} | evaluate sliding_window_counts(u, t, datetime(2026-01-02), datetime(2026-01-04), 1d, 1d, k)`, ['t', 'k', 'Count', 'Dcount'], [[day(2), 'x', 1, 1], [day(4), 'y', 1, 1]]));
it('rolling_percentile looks back over whole bins and ends at the last one with data', () =>
  check('range i from 0 to 5 step 1 | evaluate rolling_percentile(i, 50, i, 2, 2)', ['i', 'rolling_2_percentile_i_50'], [[0, 0], [2, 1], [4, 3]]));
it('active_users_count counts who appears in enough periods before and at an appearance', () =>
  check(`${visits} | evaluate active_users_count(u, t, datetime(2026-01-01), datetime(2026-01-05), 3d, 1d, 2, 1d)`, ['t', 'dcount'], [[day(2), 1]]));
it('ipv4_lookup and ipv6_lookup join by range', async () => {
  await check("datatable(ip:string)['5.8.1.2','9.9.9.9'] | evaluate ipv4_lookup((datatable(net:string,c:string)['5.8.0.0/19','RU','2.0.0.0/8','FR']), ip, net)", ['ip', 'net', 'c'], [['5.8.1.2', '5.8.0.0/19', 'RU']]);
  await check("datatable(ip:string)['fe80::1','::1'] | evaluate ipv6_lookup((datatable(net:string)['fe80::/10']), ip, net)", ['ip', 'net'], [['fe80::1', 'fe80::/10']]);
});
const networks = "(datatable(net:string,c:string,n:long)['5.8.0.0/19','RU',3,'2.0.0.0/8','FR',1])";
const addresses = "datatable(ip:string,n:long)['5.8.1.2',1,'9.9.9.9',2,'5.8.1.2',3]";
it('ipv4_lookup keeps rows without a range where that is asked for, and takes further keys', async () => {
  await check(`${addresses} | evaluate ipv4_lookup((${networks} | project-away n), ip, net, return_unmatched = true) | sort by n asc`, ['ip', 'n', 'net', 'c'], [['5.8.1.2', 1, '5.8.0.0/19', 'RU'], ['9.9.9.9', 2, '', ''], ['5.8.1.2', 3, '5.8.0.0/19', 'RU']]);
  await check(`${addresses} | evaluate ipv4_lookup(${networks}, ip, net, n)`, ['ip', 'n', 'net', 'c'], [['5.8.1.2', 3, '5.8.0.0/19', 'RU']]);
  await check(`${addresses} | evaluate ipv4_lookup(${networks}, ip, net, n, true) | sort by n asc`, ['ip', 'n', 'net', 'c'], [['5.8.1.2', 1, '', ''], ['9.9.9.9', 2, '', ''], ['5.8.1.2', 3, '5.8.0.0/19', 'RU']]);
});
it('ipv4_lookup of a number is refused, and a plugin without documented rules says why', async () => {
  await expect(runKql(`${addresses} | evaluate ipv4_lookup(${networks}, n, net)`)).rejects.toThrow('KQL053');
  await expect(runKql('print x=1 | evaluate autocluster()')).rejects.toThrow(/^KQL012: .* not documented/);
  await expect(runKql(`${visits} | evaluate activity_metrics(u, t, datetime(2026-01-01), datetime(2026-01-04), 1d)`)).rejects.toThrow(/^KQL012: .* not documented\. summarize/);
  await expect(runKql('print x="a" | reduce by x')).rejects.toThrow(/^KQL010: .* not documented/);
  await expect(runKql('print hash_combine(1, 2)')).rejects.toThrow(/^KQL001: .* not documented/);
});
