import type { RuleRun, StageCount } from '../rules/index.ts';

/** Place of the step that lost the expected row among the steps; -1 where none did. */
export function lostIn(stages: readonly StageCount[], run: RuleRun): number {
  return stages.some(({ fitting }) => fitting !== undefined) || run.alerts.length === 0 ? lostStage(stages) : -1;
}

/** The first of the query's own steps after which no row could become the expected one, or no row is left. */
function lostStage(stages: readonly StageCount[]): number {
  const left = ({ rows, fitting }: StageCount) => (fitting ?? rows) > 0;
  return stages.findIndex((stage, index) => stage.of === undefined && !left(stage) && stages.slice(0, index).filter(({ of }) => of === undefined).every(left));
}
