/** The line of an indicator over its periods. Loaded only when it is looked at. */
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { components } from '../../api/index.ts';
import { useShade } from '../../shell/shade.ts';
import { FONTS, PALETTES } from '../../theme.ts';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

type Reading = components['schemas']['IndicatorReading'];

/** A value for drawing; a gap where there is no number. */
function height({ numerator, denominator }: Reading['total']): number | null {
  if (numerator === null) return null;
  return denominator === null ? Number(numerator) : (Number(numerator) / Number(denominator)) * 100;
}

/** The target of the time; a rise over the period before has no line of its own. */
function targetHeight({ target }: Reading): number | null {
  return target === null || target.is === 'rising' ? null : Number(target.value);
}

interface Props {
  readonly readings: readonly Reading[];
  readonly label: string;
  readonly targetLabel: string;
}

/** Drawn on a canvas, which needs no inline style; the same numbers stand in the table below it. */
export function TrendChart({ readings, label, targetLabel }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const shade = useShade();
  useEffect(() => {
    if (place.current === null) return undefined;
    const p = PALETTES[shade];
    const chart = init(place.current);
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 16, top: 16, bottom: 4, outerBoundsMode: 'same' },
      textStyle: { fontFamily: FONTS, color: p.inkSoft },
      // Drawn by the chart itself: a tooltip made of HTML would carry inline styles, which the page forbids.
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        backgroundColor: p.raised,
        borderColor: p.hairline,
        textStyle: { color: p.ink },
      },
      xAxis: {
        type: 'category',
        data: readings.map(({ period }) => period.id),
        axisLine: { lineStyle: { color: p.hairline } },
        axisTick: { show: false },
        axisLabel: { color: p.inkSoft },
      },
      yAxis: { type: 'value', scale: true, splitLine: { lineStyle: { color: p.hairline } }, axisLabel: { color: p.inkSoft } },
      series: [
        {
          type: 'line',
          name: label,
          data: readings.map(({ total }) => height(total)),
          symbolSize: 7,
          lineStyle: { color: p.action, width: 2 },
          itemStyle: { color: p.action },
        },
        {
          type: 'line',
          name: targetLabel,
          data: readings.map(targetHeight),
          symbol: 'none',
          lineStyle: { color: p.inkSoft, width: 1, type: 'dashed' },
          itemStyle: { color: p.inkSoft },
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [readings, label, targetLabel, shade]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
