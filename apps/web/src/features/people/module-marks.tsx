import type { ReactNode } from 'react';
import type { ModuleView } from './shapes.ts';

type State = ModuleView['state'];

/** One mark: a full disc with a tick, a half disc, or an empty ring. The shape tells them apart, not the colour alone. */
export function StateMark({ state }: { state: State }): ReactNode {
  return (
    <svg className={`state-mark ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.75" />
      {state === 'begun' && <path className="half" d="M8 3.500a4.500 4.500 0 0 1 0 9z" />}
      {state === 'done' && <path className="tick" d="M4.800 8.300l2.300 2.300 4.200-4.700" />}
    </svg>
  );
}

/** A row of marks for the modules of a course; the number beside it says the same in words. */
export function ModuleMarks({ modules, done }: { modules: readonly string[]; done: readonly string[] }): ReactNode {
  return (
    <span className="marks" aria-hidden="true">
      {modules.map((id) => (
        <StateMark key={id} state={done.includes(id) ? 'done' : 'todo'} />
      ))}
    </span>
  );
}
