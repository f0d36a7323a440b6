/** What a person waits for in the window. Start it with `npm run bench:ui`, with nothing else running. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measureAuthoring } from './authoring.ts';
import { measureDesktopStart } from './desktop-start.ts';
import { figure } from './figure.ts';
import { measureLargeTemplate } from './large-template.ts';
import { measureManyEvents } from './many-events.ts';
import { measureScrubbing } from './scrub.ts';

const MEASURES: Readonly<Record<string, () => Promise<void>>> = {
  start: measureDesktopStart,
  large: measureLargeTemplate,
  events: measureManyEvents,
  authoring: measureAuthoring,
  scrub: measureScrubbing,
};

/** Names of measures on the command line choose among them. */
const wanted = process.argv.slice(2);

try {
  measureSize();
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (wanted.length === 0 || wanted.includes(name)) await measure();
  }
  process.exit(0);
} catch (error) {
  // What was started for measuring must not outlive it.
  console.error(error);
  process.exit(1);
}

function measureSize(): void {
  const folder = join(process.env['WORKBENCH_ROOT'] ?? '.', 'out', 'renderer');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  figure('size of the page', `${(bytes / 1e6).toFixed(2)} MB`, '≤ 7 MB');
}
