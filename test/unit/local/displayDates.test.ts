import { describe, expect, it } from 'vitest';
import { importLogs } from '../../support/importedLogs.ts';

const quote = (text: string) => `"${text}"`;

/** Loads a portal's CSV whose times are these, and gives the times as read, in the order of the file. */
async function times(shown: readonly string[], header = 'TimeGenerated [UTC]'): Promise<{ readonly read: readonly unknown[]; readonly issues: readonly string[] }> {
  const logs = await importLogs({ 'query_data.csv': `"${header}",ServicePrincipalName,UniqueTokenIdentifier,N\n${shown.map((text, index) => `${quote(text)},a,b,${String(index)}\n`).join('')}` });
  const rows = await logs.rows('query_data | project TimeGenerated, N | sort by toint(N) asc | project TimeGenerated');
  return { read: rows.map(([time]) => time), issues: logs.issues };
}

const at = (text: string) => [`2026-${text}`];

describe('dates as people are shown them', () => {
  it.each([
    ['United States', '1/24/2026, 4:59:49.227 AM', '01-24T04:59:49.2270000Z'],
    ['United States, midnight', '1/24/2026, 12:00:00.000 AM', '01-24T00:00:00.0000000Z'],
    ['United States, noon', '1/24/2026, 12:00:00.000 PM', '01-24T12:00:00.0000000Z'],
    ['United States, first days of a month: capital AM tells', '3/4/2026, 4:59:49.227 AM', '03-04T04:59:49.2270000Z'],
    ['United States, narrow space', '1/24/2026, 4:59:49.227\u202fPM', '01-24T16:59:49.2270000Z'],
    ['United Kingdom', '24/01/2026, 16:59:49.227', '01-24T16:59:49.2270000Z'],
    ['Australia: small letters tell', '3/4/2026, 4:59:49.227 pm', '04-03T16:59:49.2270000Z'],
    ['Germany', '24.01.2026, 16:59:49,227', '01-24T16:59:49.2270000Z'],
    ['Germany: dots tell', '3.4.2026, 04:59:49', '04-03T04:59:49.0000000Z'],
    ['Netherlands', '24-1-2026 16:59:49,227', '01-24T16:59:49.2270000Z'],
    ['Sweden', '2026-01-24 16:59:49,227', '01-24T16:59:49.2270000Z'],
    ['Canada', '2026-01-24, 4:59:49.227 a.m.', '01-24T04:59:49.2270000Z'],
    ['Japan', '2026/1/24 16:59:49.227', '01-24T16:59:49.2270000Z'],
    ['the same either way', '5/5/2026, 16:59:49', '05-05T16:59:49.0000000Z'],
    ['ISO, seven digits', '2026-01-24T16:59:49.2271234Z', '01-24T16:59:49.2271234Z'],
    ['ISO, with an offset', '2026-01-24T16:59:49.2271234+02:00', '01-24T14:59:49.2271234Z'],
    ['a day', '1/24/2026', '01-24T00:00:00.0000000Z'],
  ])('%s', async (_, shown, expected) => {
    expect(await times([shown])).toEqual({ read: at(expected), issues: [] });
  });

  it('take the order from the other dates of the file', async () => {
    expect(await times(['03/04/2026, 10:00:00', '24/01/2026, 10:00:00'])).toEqual({ read: ['2026-04-03T10:00:00.0000000Z', '2026-01-24T10:00:00.0000000Z'], issues: [] });
    expect(await times(['03/04/2026, 10:00:00', '01/24/2026, 10:00:00'])).toEqual({ read: ['2026-03-04T10:00:00.0000000Z', '2026-01-24T10:00:00.0000000Z'], issues: [] });
  });

  it('are left empty and told where nothing shows which number is the month', async () => {
    expect(await times(['03/04/2026, 10:00:00'])).toEqual({ read: [null], issues: ['SRC005 query_data.csv:2 ×1', 'SRC015 query_data.csv:2 ×1'] });
    const contradicting = await times(['24/01/2026, 10:00:00', '01/24/2026, 10:00:00', '03/04/2026, 10:00:00']);
    expect(contradicting.read).toEqual(['2026-01-24T10:00:00.0000000Z', '2026-01-24T10:00:00.0000000Z', null]);
  });

  it.each(['2/30/2026, 1:00 PM', '13/13/2026', '1/24/2026, 13:00 PM', '1/24/2026, 0:30 AM', '2026-02-30T00:00:00Z', 'infinity', 'yesterday', '12-11-10 04:00'])('%s is no time', async (shown) => {
    expect((await times([shown])).read).toEqual([null]);
  });

  it('follow the time zone a header names, and say so where it names none', async () => {
    expect(await times(['2026-01-24 16:00:00'], 'TimeGenerated [UTC+02:00]')).toEqual({ read: ['2026-01-24T14:00:00.0000000Z'], issues: [] });
    expect(await times(['1/24/2026, 4:00:00 PM'], 'TimeGenerated [UTC-3]')).toEqual({ read: ['2026-01-24T19:00:00.0000000Z'], issues: [] });
    expect(await times(['1/24/2026, 4:00:00 PM'], 'TimeGenerated [Local Time]')).toEqual({ read: ['2026-01-24T16:00:00.0000000Z'], issues: ['SRC016 query_data.csv ×0'] });
  });

  it('keep the ends of Kusto\'s calendar to the tick', async () => {
    expect((await times(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z', '1601-01-01T00:00:00.0000001Z'])).read).toEqual(['0001-01-01T00:00:00.0000000Z', '9999-12-31T23:59:59.9999999Z', '1601-01-01T00:00:00.0000001Z']);
  });
});

describe('dates in diagnostic settings records', () => {
  it('are read in the form some services write', async () => {
    const record = (time: string) => `${JSON.stringify({ time, category: 'ADFSSignInLogs', operationName: 'Sign-in activity', properties: { id: time } })}\n`;
    const logs = await importLogs({ 'a.json': record('12/3/2026 3:03:58 PM') + record('11/14/2026 1:48:53 AM +00:00') });
    expect(await logs.rows('ADFSSignInLogs | sort by TimeGenerated asc | project TimeGenerated')).toEqual([['2026-11-14T01:48:53.0000000Z'], ['2026-12-03T15:03:58.0000000Z']]);
    expect(logs.issues).toEqual([]);
  });
});
