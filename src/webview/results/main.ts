import 'slickgrid/dist/styles/css/slick.grid.css';
import './styles/page.css';
import './styles/grid.css';
import './styles/panes.css';
import './styles/timeline.css';
import './styles/chart.css';
import { defaultPreferences, initialState, type Preferences } from '../model/resultState.ts';
import { element } from './dom.ts';
import { Explainer } from './explainer.ts';
import { HostLink, type VsCodeApi } from './hostLink.ts';
import { ResultsPage } from './page.ts';
import { ExplainTip } from './parts/explainTip.ts';
import { Selection } from './selection.ts';
import { PageStore } from './store.ts';

declare function acquireVsCodeApi(): VsCodeApi;

function recalledPreferences(recalled: unknown): Preferences {
  if (typeof recalled !== 'object' || recalled === null) return defaultPreferences;
  const kept = recalled as Readonly<Record<string, unknown>>;
  const flag = (name: 'timeline' | 'chart' | 'detail' | 'filterRow'): boolean => (typeof kept[name] === 'boolean' ? kept[name] : defaultPreferences[name]);
  return { zone: kept['zone'] === 'local' ? 'local' : 'utc', timeline: flag('timeline'), chart: flag('chart'), detail: flag('detail'), filterRow: flag('filterRow'), placement: kept['placement'] === 'beside' || kept['placement'] === 'below' ? kept['placement'] : 'auto' };
}

function start(root: HTMLElement): void {
  const host = new HostLink(acquireVsCodeApi());
  const explainer = new Explainer(host);
  const live = element('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  document.body.append(live);
  // VS Code puts a script of its own before ours; only the running one carries the page's nonce.
  const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
  const page = new ResultsPage(
    root,
    {
      store: new PageStore(initialState(recalledPreferences(host.recall()))),
      selection: new Selection(),
      host,
      explainer,
      tip: new ExplainTip(explainer, document.body),
      announce: (text) => {
        live.textContent = text;
      },
    },
    nonce,
  );
  host.receive((message) => page.take(message));
  host.send({ type: 'ready' });
}

const root = document.getElementById('page');
if (root) start(root);
