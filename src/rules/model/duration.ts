import { ticksPerDay, ticksPerSecond } from '../../base/index.ts';

const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const short = /^(\d+)([dhms])$/;

const units: Readonly<Record<string, bigint>> = { d: ticksPerDay, h: 3600n * ticksPerSecond, m: 60n * ticksPerSecond, s: ticksPerSecond };

/** Ticks of an ISO 8601 duration of days to seconds (`PT1H`, `P14D`) or the short form of rule files (`1h`, `14d`); undefined if it is neither. */
export function parseDuration(text: string): bigint | undefined {
  const trimmed = text.trim();
  const brief = short.exec(trimmed);
  if (brief) return BigInt(brief[1] ?? '0') * (units[brief[2] ?? 's'] ?? 0n);
  const match = iso.exec(trimmed);
  if (!match || trimmed === 'P' || trimmed.endsWith('T')) return undefined;
  return ['d', 'h', 'm', 's'].reduce((sum, unit, index) => sum + BigInt(match[index + 1] ?? '0') * (units[unit] ?? 0n), 0n);
}

/** The ISO 8601 form that the service's API takes: `PT5M`, `P14D`, `P1DT6H`. */
export function formatIsoDuration(ticks: bigint): string {
  const days = ticks / ticksPerDay;
  const seconds = (ticks % ticksPerDay) / ticksPerSecond;
  const part = (value: bigint, unit: string) => (value > 0n ? `${value.toString()}${unit}` : '');
  const time = part(seconds / 3600n, 'H') + part((seconds / 60n) % 60n, 'M') + part(seconds % 60n, 'S');
  const text = `P${part(days, 'D')}${time === '' ? '' : `T${time}`}`;
  return text === 'P' ? 'PT0S' : text;
}

/** The form of rule files where one unit says it, ISO 8601 otherwise: `5m`, `14d`, `P1DT6H`. */
export function formatShortDuration(ticks: bigint): string {
  for (const unit of ['d', 'h', 'm', 's']) {
    const size = units[unit] ?? 1n;
    if (ticks > 0n && ticks % size === 0n) return `${(ticks / size).toString()}${unit}`;
  }
  return formatIsoDuration(ticks);
}
