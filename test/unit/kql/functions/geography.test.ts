import { expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

it('distances are along the surface of a sphere, from Seattle to Los Angeles as the reference has it', async () => {
  const { rows: [[metres] = []] } = await runKql('print geo_distance_2points(-122.407628, 47.578557, -118.275287, 34.019056)');
  expect(metres).toBeCloseTo(1_546_754.35197381, 6);
});
it('what is no place on the earth gives null', () =>
  checkScalars([
    ['geo_distance_2points(300, 1, 1, 1)', 'real', null], ['geo_distance_2points(1, 1, 1, 1)', 'real', 0], ['geo_distance_2points(real(null), 1, 1, 1)', 'real', null],
    ['geo_point_in_circle(-122.143564, 47.535677, -122.100896, 47.527351, 3500)', 'bool', true], ['geo_point_in_circle(-122.137575, 47.630683, -122.100896, 47.527351, 3500)', 'bool', false],
    ['geo_point_in_circle(200, 1, 1, 1, 1)', 'bool', null], ['geo_point_in_circle(1, 1, 1, 1, -1)', 'bool', null],
  ]));
it('geohashes', () =>
  checkScalars([
    ['geo_point_to_geohash(-73.98, 40.76)', 'string', 'dr5ru'], ['geo_point_to_geohash(-80.195829, 25.802215, 8)', 'string', 'dhwfz15h'], ['geo_point_to_geohash(1, 1, 0)', 'string', ''], ['geo_point_to_geohash(999, 1)', 'string', ''],
    ['geo_geohash_to_central_point("sunny")', 'dynamic', { type: 'Point', coordinates: [42.47314453125, 23.70849609375] }], ['geo_geohash_to_central_point("a")', 'dynamic', null],
    ['geo_geohash_to_polygon("dr5ru")', 'dynamic', { type: 'Polygon', coordinates: [[[-74.00390625, 40.7373046875], [-73.9599609375, 40.7373046875], [-73.9599609375, 40.78125], [-74.00390625, 40.78125], [-74.00390625, 40.7373046875]]] }],
  ]));
