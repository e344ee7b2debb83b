import { describe, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';

describe('datetimes and timespans', () => {
  it('weeks begin on Sunday and ends are the last tick', () =>
    checkScalars([
      ['startofweek(datetime(2023-01-01))', 'datetime', '2023-01-01T00:00:00.0000000Z'],
      ['startofweek(datetime(2023-01-07 23:59:59.9999999))', 'datetime', '2023-01-01T00:00:00.0000000Z'],
      ['endofweek(datetime(2023-01-07))', 'datetime', '2023-01-07T23:59:59.9999999Z'],
      ['endofday(datetime(2023-01-07))', 'datetime', '2023-01-07T23:59:59.9999999Z'],
      ['endofmonth(datetime(2024-02-07))', 'datetime', '2024-02-29T23:59:59.9999999Z'],
      ['endofyear(datetime(2024-02-07), -1)', 'datetime', '2023-12-31T23:59:59.9999999Z'],
      ['dayofweek(datetime(2023-01-01))', 'timespan', '00:00:00'],
    ]));
  it('datetime_diff counts boundaries', () =>
    checkScalars([
      ["datetime_diff('year', datetime(2017-01-01), datetime(2000-12-31))", 'long', 17],
      ["datetime_diff('quarter', datetime(2023-04-01), datetime(2023-03-31))", 'long', 1],
      ["datetime_diff('week', datetime(2023-01-08), datetime(2023-01-07))", 'long', 1],
      ["datetime_diff('hour', datetime(2017-10-31 01:00), datetime(2017-10-30 23:59))", 'long', 2],
      ["datetime_diff('second', datetime(2017-10-31 00:00:00), datetime(2017-10-31 00:00:01.1))", 'long', -1],
      ["datetime_diff('nanosecond', datetime(2017-10-31 00:00:00.0000001), datetime(2017-10-31))", 'long', 100],
    ]));
  it('datetime_add keeps the day within shorter months', () =>
    checkScalars([
      ["datetime_add('year', -5, datetime(2017-01-01))", 'datetime', '2012-01-01T00:00:00.0000000Z'],
      ["datetime_add('quarter', 12, datetime(2017-01-01))", 'datetime', '2020-01-01T00:00:00.0000000Z'],
      ["datetime_add('month', 1, datetime(2024-01-31 10:00:00.0000001))", 'datetime', '2024-02-29T10:00:00.0000001Z'],
      ["datetime_add('week', 100, datetime(2017-01-01))", 'datetime', '2018-12-02T00:00:00.0000000Z'],
    ]));
  it('formats', () =>
    checkScalars([
      ["format_datetime(datetime(2017-01-29 09:00:05), 'yy-MM-dd [HH:mm:ss]')", 'string', '17-01-29 [09:00:05]'],
      ["format_datetime(datetime(2017-01-29 09:00:05), 'yyyy-M-dd [H:mm:ss]')", 'string', '2017-1-29 [9:00:05]'],
      ["format_datetime(datetime(2017-01-29 09:00:05), 'yy-MM-dd [hh:mm:ss tt]')", 'string', '17-01-29 [09:00:05 AM]'],
      ["format_datetime(datetime(2009-06-15T13:45:30.6175425), 'fff FFFFFFF')", 'string', '617 6175425'],
      ["format_timespan(time(29.09:00:05.12345), 'dd.hh:mm:ss [FF]')", 'string', '29.09:00:05 [12]'],
    ]));
  it('are made of parts, seconds with a fraction too', () =>
    checkScalars([
      ['make_timespan(1, 12, 30, 55.123)', 'timespan', '1.12:30:55.1230000'],
      ['make_datetime(2017, 10, 1, 12, 10, 1.5)', 'datetime', '2017-10-01T12:10:01.5000000Z'],
      ['make_datetime(2017, 13, 1)', 'datetime', null],
    ]));
  it('to the 100 ns', () =>
    checkScalars([
      ['datetime(2020-01-01 00:00:00.0000001) - datetime(2020-01-01)', 'timespan', '00:00:00.0000001'],
      ['todatetime("2020-01-01T00:00:00.1234567Z")', 'datetime', '2020-01-01T00:00:00.1234567Z'],
      ['tostring(datetime(2020-01-01) + 1tick)', 'string', '2020-01-01T00:00:00.0000001Z'],
      ["datetime_part('nanosecond', datetime(2020-01-01 00:00:00.1234567))", 'int', 123_456_700],
    ]));
});
