import { native, type NativeFunction } from './nativeFunction.ts';
import { angles, energies, forces, lengths, masses, speeds, volumes, type UnitFactors } from './unitFactors.ts';

interface Scale {
  readonly toBase: (value: number) => number;
  readonly fromBase: (value: number) => number;
}

function scalesOf(factors: UnitFactors): ReadonlyMap<string, Scale> {
  return new Map(Object.entries(factors).map(([unit, factor]) => [unit, { toBase: (value) => value * factor, fromBase: (value) => value / factor }]));
}

/** A temperature scale: kelvins are `size` times its degrees plus what its zero is. */
function degrees(size: number, zero: number): Scale {
  return { toBase: (value) => value * size + zero, fromBase: (value) => (value - zero) / size };
}

const iceMelts = 273.15;
const temperatures: ReadonlyMap<string, Scale> = new Map([
  ['Kelvin', degrees(1, 0)], ['DegreeCelsius', degrees(1, iceMelts)], ['MillidegreeCelsius', degrees(1 / 1000, iceMelts)], ['DegreeDelisle', degrees(-2 / 3, iceMelts + 100)],
  ['DegreeFahrenheit', degrees(5 / 9, (459.67 * 5) / 9)], ['DegreeNewton', degrees(100 / 33, iceMelts)], ['DegreeRankine', degrees(5 / 9, 0)], ['DegreeReaumur', degrees(5 / 4, iceMelts)],
  ['DegreeRoemer', degrees(40 / 21, iceMelts - (7.5 * 40) / 21)], ['SolarTemperature', degrees(5778, 0)],
]);

const slope: Scale = { toBase: (value) => (Math.asin(value) * 180) / Math.PI, fromBase: (value) => Math.sin((value / 180) * Math.PI) };

const quantities: Readonly<Record<string, ReadonlyMap<string, Scale>>> = {
  angle: new Map([...scalesOf(angles), ['Tilt', slope]]), energy: scalesOf(energies), force: scalesOf(forces), length: scalesOf(lengths),
  mass: scalesOf(masses), speed: scalesOf(speeds), temperature: temperatures, volume: scalesOf(volumes),
};

/** A unit that is none of the quantity's gives null. */
function convert(scales: ReadonlyMap<string, Scale>, value: number, from: string, to: string): number | null {
  const [source, target] = [scales.get(from), scales.get(to)];
  if (!source || !target) return null;
  return source === target ? value : target.fromBase(source.toBase(value));
}

export const unitFunctions: readonly NativeFunction[] = Object.entries(quantities).map(([quantity, scales]) =>
  native({ name: `convert_${quantity}`, parameters: ['real', 'string', 'string'], result: 'real' }, (value, from, to) => convert(scales, value, from, to)),
);
