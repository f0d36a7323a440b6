/** Tasks that were created, completed and failed over time. */
import { useCallback, useState } from 'react';
import type { RefCallback } from 'react';
import type { Overview } from '../../../store/production/types.ts';
import styles from './overview.module.css';
import type { ChartGroup } from './chart-model.ts';
import { chartModel, chartWords, SERIES } from './chart-model.ts';
import { wholeTime } from '../../../ui/data/virtual-time.ts';

/** Before it was measured. */
const FIRST_WIDTH = 500;
const HEIGHT = 130;

export function Throughput({ throughput }: Pick<Overview, 'throughput'>) {
  const [over, setOver] = useState<ChartGroup | null>(null);
  const [width, box] = useWidth();
  const model = chartModel(throughput, width, HEIGHT);
  if (throughput.buckets.length === 0) return <p className={styles['note']}>Nothing in that time.</p>;
  return (
    <>
      <p className={styles['legend']}>
        {SERIES.map((series) => (
          <span key={series}>
            <i data-series={series} aria-hidden />
            {series}
          </span>
        ))}
        <output className={styles['reading']}>{over?.words ?? chartWords(throughput)}</output>
      </p>
      <svg
        ref={box}
        className={styles['chart']}
        height={HEIGHT + 16}
        role="img"
        aria-label={chartWords(throughput)}
        onPointerLeave={() => setOver(null)}
      >
        <Hatching />
        <text x={2} y={10} className={styles['tick']}>
          {model.top.toLocaleString('en')}
        </text>
        <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} className={styles['axis']} />
        {model.groups.map((group) => (
          <Group key={group.at} group={group} onOver={setOver} />
        ))}
        {model.labels.map(({ x, text }) => (
          <text key={x} x={x} y={HEIGHT + 13} className={styles['tick']}>
            {text}
          </text>
        ))}
      </svg>
      <BucketTable throughput={throughput} />
    </>
  );
}

/** One unit of the drawing is one pixel: its text is as large as other text. */
function useWidth(): readonly [number, RefCallback<SVGSVGElement>] {
  const [width, setWidth] = useState(FIRST_WIDTH);
  const box = useCallback((svg: SVGSVGElement | null) => {
    if (svg === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(svg);
    return () => observer.disconnect();
  }, []);
  return [width, box];
}

interface GroupProps {
  readonly group: ChartGroup;
  readonly onOver: (group: ChartGroup) => void;
}

function Group({ group, onOver }: GroupProps) {
  return (
    <g onPointerEnter={() => onOver(group)}>
      <title>{group.words}</title>
      <rect x={group.x} y={0} width={group.width} height={HEIGHT} className={styles['catch']} />
      {group.bars.map(({ series, ...place }) => (
        <rect
          key={series}
          {...place}
          data-series={series}
          fill={series === 'failed' ? 'url(#failed-hatching)' : undefined}
        />
      ))}
    </g>
  );
}

/** What failed is also told apart by its pattern. */
function Hatching() {
  return (
    <defs>
      <pattern
        id="failed-hatching"
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={4} height={4} className={styles['hatch-ground']} />
        <rect width={2} height={4} className={styles['hatch-line']} />
      </pattern>
    </defs>
  );
}

function BucketTable({ throughput: { buckets } }: Pick<Overview, 'throughput'>) {
  return (
    <details className={styles['as-table']}>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th>From</th>
            {SERIES.map((series) => (
              <th key={series}>{series}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.at}>
              <td>{wholeTime(bucket.at)}</td>
              {SERIES.map((series) => (
                <td key={series}>{bucket[series].toLocaleString('en')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
