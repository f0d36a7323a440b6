import { afterEach, expect, test, vi } from 'vitest';
import { download } from '../../../../src-renderer/ui/data/download.ts';
import { exportEvents, saveEvents } from '../../../../src-renderer/panels/events/export-events.ts';
import { changeFilter, clearFilter } from '../../../../src-renderer/panels/events/log/event-view.ts';
import { useNotices } from '../../../../src-renderer/store/notices.ts';
import { showRun } from '../../../../src-renderer/store/run/run.ts';
import type * as engine from '../../../../src-main/cli/engine.ts';
import { FAILED_REPORT } from '../../../cli/support/fixed-report.ts';
import { cli, GOOD_TEMPLATE, inFolder } from '../../../cli/support/fake-io.ts';
import { event, longLog, showLog } from '../support/run.ts';

vi.mock('../../../../src-renderer/ui/data/download.ts', () => ({ download: vi.fn() }));

const LOG = [
  ...longLog(20),
  event(21, 'custom.naïve', { text: 'line\nbreak – “quoted” \u2028', deep: [{ a: null }] }),
];

vi.mock('../../../../src-main/cli/engine.ts', async (original) => ({
  ...(await original<typeof engine>()),
  runSimulation: vi.fn<typeof engine.runSimulation>(async ({ onEvents }) => {
    onEvents?.(LOG.slice(0, 8));
    onEvents?.(LOG.slice(8));
    return { report: FAILED_REPORT, events: LOG };
  }),
}));

afterEach(() => {
  clearFilter();
  showRun(null);
  vi.clearAllMocks();
});

test('the export is line for line what the command line prints', async () => {
  const { stdout } = await inFolder({ 'order.yaml': GOOD_TEMPLATE }, (cwd) =>
    cli(['simulate', 'order.yaml', '--events'], { cwd }),
  );
  showLog(LOG);
  expect(exportEvents()).toBe(stdout);
});

test('a filtered export has the lines of the events shown', () => {
  const log = longLog(21);
  showLog(log);
  changeFilter({ name: 'step.failed' });
  const lines = exportEvents('filtered').trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([log[6], log[13], log[20]]);
  expect(exportEvents().trimEnd().split('\n')).toHaveLength(21);
});

test('it is saved under the name of the template', () => {
  showLog(longLog(3), { template: { namespace: 'shop', name: 'orders/new one', version: '1' } });
  saveEvents();
  expect(download).toHaveBeenCalledWith(
    'orders_new_one.events.jsonl',
    exportEvents(),
    'application/x-ndjson',
  );
});

test('without events nothing is saved, and that is said', () => {
  saveEvents();
  expect(download).not.toHaveBeenCalled();
  expect(useNotices.getState().notices.at(-1)?.title).toBe('There are no events to export');
});
