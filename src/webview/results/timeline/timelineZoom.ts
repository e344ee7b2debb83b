import { scaleTime, scaleUtc, type ScaleTime } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import type { TimeZoneChoice } from '../../model/formatCell.ts';

const padding = 24;
const deepest = 1e9;

/** The time axis of the chart: which part of the time is in sight, moved by wheel, drag and keys. */
export class TimelineZoom {
  readonly #svg: SVGSVGElement;
  readonly #behaviour = zoom<SVGSVGElement, unknown>();
  #transform: ZoomTransform = zoomIdentity;
  #extent: readonly [number, number] = [0, 1];
  #width = 1;
  #zone: TimeZoneChoice = 'utc';

  constructor(svg: SVGSVGElement, scrolls: () => boolean, changed: () => void) {
    this.#svg = svg;
    this.#behaviour
      .scaleExtent([0.8, deepest])
      .filter((event: Event) => {
        // Where the lanes scroll, the plain wheel scrolls them and Ctrl+wheel zooms.
        if (event instanceof WheelEvent) return event.ctrlKey || !scrolls();
        return !(event instanceof MouseEvent) || event.button === 0;
      })
      .on('zoom', ({ transform }: { readonly transform: ZoomTransform }) => {
        this.#transform = transform;
        changed();
      });
    select(svg).call(this.#behaviour).on('dblclick.zoom', null);
  }

  /** The whole time to show and the room there is; keeps the part in sight. */
  setFrame(extent: readonly [number, number], width: number, zone: TimeZoneChoice): void {
    const [first, last] = extent;
    const margin = Math.max((last - first) * 0.02, 500);
    this.#extent = [first - margin, last + margin];
    this.#width = Math.max(80, width);
    this.#zone = zone;
    this.#behaviour.extent([[0, 0], [this.#width, 100]]);
  }

  get scale(): ScaleTime<number, number> {
    const [first, last] = this.#extent;
    const base = (this.#zone === 'utc' ? scaleUtc() : scaleTime()).domain([new Date(first), new Date(last)]).range([padding, this.#width - padding]);
    return this.#transform.rescaleX(base);
  }

  fit(): void {
    this.#behaviour.transform(select(this.#svg), zoomIdentity);
  }

  /** Zooms around a time, or around the middle. */
  zoomBy(factor: number, around?: number): void {
    const x = around === undefined ? this.#width / 2 : this.scale(around);
    this.#behaviour.scaleBy(select(this.#svg), factor, [x, 0]);
  }

  panBy(pixels: number): void {
    this.#behaviour.translateBy(select(this.#svg), -pixels / this.#transform.k, 0);
  }

  /** Brings a time into sight, if it is not. */
  reveal(time: number): void {
    const x = this.scale(time);
    if (x < padding || x > this.#width - padding) this.panBy(x - this.#width / 2);
  }

  /** Shows a stretch of time across most of the width. */
  zoomTo(first: number, last: number): void {
    const span = Math.max(last - first, 1000);
    const [start, end] = this.#extent;
    const share = (end - start) / (span * 1.5);
    const middle = (first + last) / 2;
    this.fit();
    const x = this.scale(middle);
    const k = Math.min(deepest, Math.max(0.8, share));
    this.#behaviour.transform(select(this.#svg), zoomIdentity.translate(this.#width / 2 - x * k, 0).scale(k));
  }
}
