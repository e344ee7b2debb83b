export { cast, hostileNames, intruder, people, resources, tenant, type Actor } from './cast.ts';
export { sampleEnd, sampleStart } from './clock.ts';
export { sampleVersion, writeSample, type SampleOptions, type WrittenSample } from './writeSample.ts';
