import { refuse, rows, argument, constantText, sqlOf, type Lowering } from './row.ts';
import { nativeNamed } from './native/index.ts';
import { as, ticksOf, timestampOf } from './convert.ts';

const day = '864000000000';
const week = '6048000000000';

type Unit = 'day' | 'week' | 'month' | 'year';

/** Tick zero, 0001-01-01, was a Monday; weeks begin on Sunday. */
function startOf(unit: Unit, at: string, offset: string): string {
  if (unit === 'day') return `((${at} // ${day} + ${offset}) * ${day})`;
  if (unit === 'week') return `(((${at} + ${day}) // ${week} + ${offset}) * ${week} - ${day})`;
  return ticksOf(`(date_trunc('${unit}', ${timestampOf(at)})::TIMESTAMP + to_${unit}s((${offset})::INTEGER))`);
}

const starts = (unit: Unit): Lowering => (args) => startOf(unit, sqlOf(args, 0), args.length > 1 ? sqlOf(args, 1) : '0');
/** The last tick before the next unit begins. */
const ends = (unit: Unit): Lowering => (args) => `(${startOf(unit, sqlOf(args, 0), args.length > 1 ? `(${sqlOf(args, 1)} + 1)` : '1')} - 1)`;

const ticks: Readonly<Record<string, bigint>> = { week: 6_048_000_000_000n, day: 864_000_000_000n, hour: 36_000_000_000n, minute: 600_000_000n, second: 10_000_000n, millisecond: 10_000n, microsecond: 10n };
const monthsOf: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

const datetimeDiff: Lowering = (args) => {
  const part = constantText(args, 0).toLowerCase();
  const [a, b] = [sqlOf(args, 1), sqlOf(args, 2)];
  if (part in monthsOf) return `date_diff('${part}', ${timestampOf(b)}, ${timestampOf(a)})`;
  if (part === 'nanosecond') return `((${a} - ${b}) * 100)`;
  if (part === 'week') return `((${a} + ${day}) // ${week} - (${b} + ${day}) // ${week})`;
  const unit = ticks[part];
  return unit === undefined ? refuse(`The local engine does not count ${part}s between datetimes.`) : `(${a} // ${String(unit)} - ${b} // ${String(unit)})`;
};

/** Years, quarters and months keep the time of day and end on the last day of a shorter month. */
const datetimeAdd: Lowering = (args) => {
  const part = constantText(args, 0).toLowerCase();
  const [amount, at] = [sqlOf(args, 1), sqlOf(args, 2)];
  const months = monthsOf[part];
  if (months !== undefined) return `(${ticksOf(`(${timestampOf(at)} + to_months((${amount} * ${String(months)})::INTEGER))`)} + ${at} % 10)`;
  if (part === 'nanosecond') return `(${at} + ${amount} // 100)`;
  const unit = ticks[part];
  return unit === undefined ? refuse(`The local engine does not add ${part}s.`) : `(${at} + ${amount} * ${String(unit)})`;
};

const parts: Readonly<Record<string, (at: string) => string>> = {
  year: (at) => `year(${timestampOf(at)})`, quarter: (at) => `quarter(${timestampOf(at)})`, month: (at) => `month(${timestampOf(at)})`,
  week_of_year: (at) => `weekofyear(${timestampOf(at)})`, weekofyear: (at) => `weekofyear(${timestampOf(at)})`,
  day: (at) => `day(${timestampOf(at)})`, dayofyear: (at) => `dayofyear(${timestampOf(at)})`,
  hour: (at) => `((${at} // 36000000000) % 24)`, minute: (at) => `((${at} // 600000000) % 60)`, second: (at) => `((${at} // 10000000) % 60)`,
  millisecond: (at) => `((${at} // 10000) % 1000)`, microsecond: (at) => `((${at} // 10) % 1000000)`, nanosecond: (at) => `((${at} % 10000000) * 100)`,
};

function partOf(name: string, at: string): string {
  const part = parts[name.toLowerCase()];
  return part ? `CAST(${part(at)} AS INTEGER)` : refuse(`"${name}" is no part of a datetime.`);
}

const partRow = (name: string): Lowering => (args) => partOf(name, sqlOf(args, 0));
const datetimePart: Lowering = (args) => partOf(constantText(args, 0), sqlOf(args, 1));

/** Ticks from a count since 1970; null where that is no datetime of Kusto's. */
const unixTime = (scale: string): Lowering => (args) => {
  const at = `CAST(trunc(TRY_CAST(${sqlOf(args, 0)} AS DECIMAL(38,6)) ${scale}) AS HUGEINT) + 621355968000000000`;
  return `TRY_CAST((CASE WHEN (${at}) BETWEEN 0 AND 3155378975999999999 THEN ${at} END) AS BIGINT)`;
};

const zoned = (template: (at: string, zone: string) => string): Lowering => (args) => `(${ticksOf(template(timestampOf(sqlOf(args, 0)), sqlOf(args, 1)))} + ${sqlOf(args, 0)} % 10)`;

const made = (parts: string, type: 'datetime' | 'timespan', days: boolean): Lowering => (args, context) => {
  if (args.length === 1) return as(argument(args, 0), type);
  // Without days, hours come first.
  const padded = days && args.length < 4 ? [{ sql: '0', type: 'long' } as const, ...args] : args;
  return nativeNamed(parts)(padded, context);
};

export const datetimeRows = rows({
  now: (args, { asOf }) => (args.length === 0 ? `${asOf.toString()}::BIGINT` : `(${asOf.toString()}::BIGINT + ${sqlOf(args, 0)})`),
  ago: (args, { asOf }) => `(${asOf.toString()}::BIGINT - ${sqlOf(args, 0)})`,
  startofday: starts('day'), startofweek: starts('week'), startofmonth: starts('month'), startofyear: starts('year'),
  endofday: ends('day'), endofweek: ends('week'), endofmonth: ends('month'), endofyear: ends('year'),
  datetime_diff: datetimeDiff, datetime_add: datetimeAdd, datetime_part: datetimePart, datepart: datetimePart,
  dayofweek: (args) => `(((${sqlOf(args, 0)} // ${day} + 1) % 7) * ${day})`,
  dayofmonth: partRow('day'), dayofyear: partRow('dayofyear'), hourofday: partRow('hour'), monthofyear: partRow('month'), getmonth: partRow('month'), getyear: partRow('year'),
  week_of_year: partRow('week_of_year'), weekofyear: partRow('week_of_year'),
  unixtime_seconds_todatetime: unixTime('* 10000000'), unixtime_milliseconds_todatetime: unixTime('* 10000'), unixtime_microseconds_todatetime: unixTime('* 10'), unixtime_nanoseconds_todatetime: unixTime('/ 100'),
  make_datetime: made('make_datetime_parts', 'datetime', false), make_timespan: made('make_timespan_parts', 'timespan', true),
  datetime_utc_to_local: zoned((at, zone) => `timezone(${zone}, timezone('UTC', ${at}))`),
  datetime_local_to_utc: zoned((at, zone) => `timezone('UTC', timezone(${zone}, ${at}))`),
  // A local table has no ingestion policy, for which the reference promises null.
  ingestion_time: () => 'NULL::BIGINT',
});
